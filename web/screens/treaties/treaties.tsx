import { useSpeech } from '../../app/speech.tsx';
import { instrumentByKey } from '../../../domain/reference/instruments/instruments.ts';
import { fill } from '../../../words/plurals.ts';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Way } from '../../parts/way.tsx';
import { useTreatyWords, type TreatyWords } from '../../words/treaty-words.ts';
import styles from './treaties.module.css';
import { May } from '../../parts/may.tsx';

type Line = Schemas['InstrumentLine'];

/** The treaties of which the status is kept, each with how many parties it has. */
export function Treaties() {
  const words = useTreatyWords();
  const instruments = useApi('GET /instruments', {});
  return (
    <Page title={words.title} lead={<p style={{ margin: 0 }}>{words.lead}</p>}>
      <May do="imports.read">
        <p className="no-print">
          <Way to="/treaties/imports" className={styles.button}>
            {words.toImports}
          </Way>
        </p>
      </May>
      <Shown of={instruments} lines={20}>
        {(found) =>
          (Object.keys(words.kinds) as (keyof TreatyWords['kinds'])[]).map((kind) => (
            <Panel key={kind} title={words.kinds[kind]}>
              <ul className={styles.list}>
                {found
                  .filter((each) => each.kind === kind)
                  .map((each) => (
                    <Treaty key={each.key} line={each} />
                  ))}
              </ul>
            </Panel>
          ))
        }
      </Shown>
    </Page>
  );
}

function Treaty({ line: { key, name, parties } }: { readonly line: Line }) {
  const words = useTreatyWords();
  const { number, language } = useSpeech();
  return (
    <li>
      <Way to={`/treaties/${key}`}>
        <bdi>{key}</bdi>
      </Way>{' '}
      <b>{fill(words.parties, { count: number(parties) })}</b>
      <br />
      <small className="soft">{instrumentByKey(key)?.names[language] ?? name}</small>
    </li>
  );
}
