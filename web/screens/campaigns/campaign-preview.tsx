import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { Way } from '../../parts/way.tsx';
import { useCampaignWords } from '../../words/campaign-words.ts';
import { Round } from './campaign-schedule.tsx';
import styles from './campaigns.module.css';

type Preview = Schemas['CampaignPreview'];

/** Who would be appealed to, who is left out and why, in how many waves, and when the rounds would be. */
export function CampaignPreview({ preview }: { readonly preview: Preview }) {
  const { form } = useCampaignWords();
  const { number } = useSpeech();
  const { appealsCount, waves, appeals, rounds } = preview;
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{form.appeals}</dt>
          <dd>{number(appealsCount)}</dd>
        </div>
        <div>
          <dt>{form.waves}</dt>
          <dd>{number(waves)}</dd>
        </div>
      </dl>
      <h3>{form.appealedTo}</h3>
      {appeals.map(({ instrument, count, stateCodes }) => (
        <Names key={instrument} title={`${instrument}: ${number(count)}`} codes={stateCodes} />
      ))}
      <h3>{form.leftOut}</h3>
      <LeftOut preview={preview} />
      <h3>{form.rounds}</h3>
      <ul className={styles.names}>
        {rounds.map((round) => (
          <li key={`${round.kind} ${round.onDate}`}>
            <Round round={round} />
          </li>
        ))}
      </ul>
    </>
  );
}

function LeftOut({ preview: { leftOut, parties } }: { readonly preview: Preview }) {
  const { form } = useCampaignWords();
  const { number, stateName } = useSpeech();
  return (
    <>
      {parties.map(({ instrument, count, stateCodes }) => (
        <Names
          key={instrument}
          title={`${instrument} · ${fill(form.areParties, { count: number(count) })}`}
          codes={stateCodes}
        />
      ))}
      {leftOut.elsewhere.length === 0 ? null : (
        <>
          <p style={{ margin: 0 }}>{form.elsewhere}:</p>
          <ul className={styles.names}>
            {leftOut.elsewhere.map(({ stateCode, instrument, note }) => (
              <li key={`${stateCode} ${instrument}`}>
                <Way to={`/states/${stateCode}`}>{stateName(stateCode)}</Way>, {instrument}{' '}
                <small className="soft" dir="auto">
                  {note}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Many names fold away behind their number. */
function Names({ title, codes }: { readonly title: string; readonly codes: readonly string[] }) {
  const { stateName, language } = useSpeech();
  const names = codes.map(stateName).sort((a, b) => a.localeCompare(b, language));
  return (
    <details className={styles.names} open={names.length <= 12}>
      <summary>{title}</summary>
      {names.join(', ')}
    </details>
  );
}
