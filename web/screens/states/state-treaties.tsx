import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import styles from './state.module.css';

type Line = Schemas['TreatyStatusLine'];

/** To which treaties the State is a party, and which it has only signed, as far as is on record here. */
export function StateTreaties({ code }: { readonly code: string }) {
  const { states } = useSpeech().words;
  const treaties = useApi('GET /states/{code}/treaty-status', { path: { code } });
  return (
    <Panel title={states.treaties}>
      <Shown of={treaties} lines={3}>
        {(found) =>
          found.length === 0 ? (
            <p className="soft">{states.noTreaties}</p>
          ) : (
            <>
              <Treaties title={states.party} lines={found.filter(({ standing }) => standing.isParty)} />
              <Treaties title={states.signed} lines={found.filter(isOnlySigned)} />
              <Treaties title={states.left} lines={found.filter(hasLeft)} />
            </>
          )
        }
      </Shown>
    </Panel>
  );
}

const hasLeft = ({ standing }: Line): boolean => !standing.isParty && standing.denouncedOn !== null;
const isOnlySigned = (line: Line): boolean => line.standing.isSignatory && !line.standing.isParty && !hasLeft(line);

function Treaties({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.days}>
        {lines.map(({ instrument, standing }) => (
          <li key={instrument}>
            <bdi>{instrument}</bdi>{' '}
            <small className="soft">
              <Since standing={standing} />
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The date that decides: of leaving, of the deposit, or of the signature. Of some only the year is known. */
function Since({ standing }: { readonly standing: Schemas['Standing'] }) {
  const { date } = useSpeech();
  const { denouncedOn, depositedOn, signedOn, isParty, precision } = standing;
  const on = (isParty ? null : denouncedOn) ?? depositedOn ?? signedOn;
  if (on === null) return null;
  return <time dateTime={on}>{precision === 'year' ? on.slice(0, 4) : date(on)}</time>;
}
