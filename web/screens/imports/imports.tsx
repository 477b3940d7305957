import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { usePages } from '../../client/use-pages.ts';
import { More } from '../../parts/more.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Way } from '../../parts/way.tsx';
import { When } from '../../parts/when.tsx';
import { useTreatyWords } from '../../words/treaty-words.ts';
import { Aliases } from './aliases.tsx';
import styles from './imports.module.css';
import { Upload } from './upload.tsx';
import { May } from '../../parts/may.tsx';

/** A table is brought; earlier ones are found again; names that were explained are remembered. */
export function Imports() {
  const { imports, title } = useTreatyWords();
  return (
    <Page title={imports.title} lead={<p style={{ margin: 0 }}>{imports.lead}</p>}>
      <p className="no-print" style={{ marginBottom: 0 }}>
        <Way to="/treaties">{title}</Way>
      </p>
      <May do="treaties.import">
        <Upload />
      </May>
      <Earlier />
      <Aliases />
    </Page>
  );
}

function Earlier() {
  const { imports } = useTreatyWords();
  const { number } = useSpeech();
  const pages = usePages('GET /treaty-status-imports', { query: { limit: 20 } });
  return (
    <Panel title={imports.earlier}>
      <Shown of={pages} lines={4}>
        {(found) => (
          <>
            {found.length === 0 ? <p className="soft">{imports.none}</p> : null}
            <ul className={styles.list}>
              {found.map(({ id, source, status, total, createdAt, format }) => (
                <li key={id}>
                  <Way to={`/treaties/imports/${id}`}>
                    <bdi>{source}</bdi>
                  </Way>{' '}
                  <b>{imports.statuses[status]}</b>
                  <br />
                  <small className="soft">
                    <When at={createdAt} hasTime /> · {imports.formats[format]} ·{' '}
                    {fill(imports.rows, { count: number(total) })}
                  </small>
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
      <More pages={pages} />
    </Panel>
  );
}
