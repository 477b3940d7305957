import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { usePages } from '../../client/use-pages.ts';
import { More } from '../../parts/more.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { On, When } from '../../parts/when.tsx';
import { useCampaignWords } from '../../words/campaign-words.ts';
import type { Campaign } from './campaign.tsx';
import styles from './campaigns.module.css';
import { May } from '../../parts/may.tsx';

/** What comes next, and what was held. */
export function CampaignSchedule({ campaign }: { readonly campaign: Campaign }) {
  const words = useCampaignWords();
  const { number } = useSpeech();
  const { id, waves, wave } = campaign;
  return (
    <Panel title={words.schedule.title}>
      <p>
        {fill(words.schedule.waves, { waves: number(waves), size: number(wave.size), days: number(wave.everyDays) })}
      </p>
      <div className={styles.two}>
        <May do="campaigns.run">
          <Ahead id={id} />
        </May>
        <Held id={id} />
      </div>
    </Panel>
  );
}

/** What its schedule says is asked of Temporal, and only by those who run campaigns. */
function Ahead({ id }: { readonly id: string }) {
  const words = useCampaignWords();
  const schedule = useApi('GET /campaigns/{id}/schedule', { path: { id } });
  return (
    <div>
      <h3>{words.schedule.ahead}</h3>
      <Shown of={schedule} lines={4}>
        {({ next, rounds }) => (
          <>
            {rounds.length === 0 ? <p className="soft">{words.schedule.none}</p> : null}
            <ul>
              {rounds.map((round) => (
                <li key={round.key}>
                  <Round round={round} />
                </li>
              ))}
            </ul>
            {next[0] === undefined ? null : (
              <p className="soft">
                {words.schedule.next}: <When at={next[0]} hasTime />
              </p>
            )}
          </>
        )}
      </Shown>
    </div>
  );
}

function Held({ id }: { readonly id: string }) {
  const { schedule } = useCampaignWords();
  const { number } = useSpeech();
  const pages = usePages('GET /campaigns/{id}/rounds', { path: { id }, query: { limit: 20 } });
  return (
    <div>
      <h3>{schedule.held}</h3>
      <Shown of={pages} lines={3}>
        {(rounds) => (
          <>
            {rounds.length === 0 ? <p className="soft">{schedule.noneHeld}</p> : null}
            <ul>
              {rounds.map((round) => (
                <li key={round.key}>
                  <Round round={round} />{' '}
                  <span className="soft">
                    (
                    {round.outcome === 'held'
                      ? fill(schedule.appeals, { count: number(round.appeals) })
                      : schedule.passedBy}
                    )
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
      <More pages={pages} />
    </div>
  );
}

type RoundGiven = { readonly round: Pick<Schemas['CampaignRound'], 'kind' | 'onDate' | 'eventOn'> };

export function Round({ round: { kind, onDate, eventOn } }: RoundGiven) {
  const words = useCampaignWords();
  const { date } = useSpeech();
  return (
    <>
      <On date={onDate} />: {words.rounds[kind]}
      {eventOn === null || eventOn === onDate ? null : (
        <span className="soft"> ({fill(words.schedule.of, { date: date(eventOn) })})</span>
      )}
    </>
  );
}
