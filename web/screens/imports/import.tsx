import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { call, type AnswerOf, type ApiProblem } from '../../client/call.ts';
import type { Schemas } from '../../client/types.ts';
import { useSpeech } from '../../app/speech.tsx';
import { fill } from '../../../words/plurals.ts';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Way } from '../../parts/way.tsx';
import { When } from '../../parts/when.tsx';
import { useTreatyWords } from '../../words/treaty-words.ts';
import { Apply, Applying } from './apply.tsx';
import { ImportRows } from './import-rows.tsx';
import styles from './imports.module.css';
import { UnknownNames } from './unknown-names.tsx';
import { May } from '../../parts/may.tsx';

export type Import = Schemas['WholeTreatyStatusImport'];
const lookEveryMs = 1_000;

/** One import: what the dry run says, what a person decides, and what became of each row. */
export function ImportScreen() {
  const { id = '' } = useParams({ strict: false });
  const { imports } = useTreatyWords();
  const { data, error, refetch } = useQuery<AnswerOf<'GET /treaty-status-imports/{id}'>, ApiProblem>({
    queryKey: ['GET /treaty-status-imports/{id}', { path: { id } }],
    queryFn: ({ signal }) => call('GET /treaty-status-imports/{id}', { path: { id }, signal }),
    refetchInterval: ({ state }) => (state.data?.status === 'applying' ? lookEveryMs : false),
  });
  return (
    <Page title={data?.source ?? imports.title} lead={data === undefined ? undefined : <Lead whole={data} />} key={id}>
      <p className="no-print" style={{ marginBottom: 0 }}>
        <Way to="/treaties/imports">{imports.title}</Way>
      </p>
      {error === null || data !== undefined ? null : <Trouble problem={error} retry={() => void refetch()} />}
      {data === undefined ? <div aria-busy={error === null} /> : <Whole whole={data} />}
    </Page>
  );
}

function Lead({ whole: { status, createdAt, format, instrument, total } }: { readonly whole: Import }) {
  const { imports } = useTreatyWords();
  const { number } = useSpeech();
  return (
    <p style={{ margin: 0 }}>
      <b data-status={status}>{imports.statuses[status]}</b> · <When at={createdAt} hasTime /> ·{' '}
      {imports.formats[format]}
      {instrument === null ? '' : ` · ${instrument}`} · {fill(imports.rows, { count: number(total) })}
    </p>
  );
}

function Whole({ whole }: { readonly whole: Import }) {
  const { imports } = useTreatyWords();
  const { number } = useSpeech();
  const { outcomes, results, consequences, status, refusals } = whole;
  return (
    <>
      <Panel title={imports.outcomesTitle}>
        <Figures counts={outcomes} labels={imports.outcomes} />
        {Object.keys(refusals).length === 0 ? null : (
          <p className="soft" lang="en" dir="ltr">
            {Object.entries(refusals)
              .map(([code, count]) => `${code}: ${number(count)}`)
              .join(', ')}
          </p>
        )}
        {consequences === null ? null : (
          <p>
            {fill(imports.closes, { count: number(consequences.closes) })}
            <br />
            {fill(imports.tells, { count: number(consequences.tells) })}
          </p>
        )}
        {status === 'draft' ? (
          <May do="treaties.import">
            <Apply whole={whole} />
          </May>
        ) : null}
      </Panel>
      {status === 'draft' ? (
        <UnknownNames whole={whole} />
      ) : (
        <Panel title={imports.resultsTitle}>
          <Applying whole={whole} />
          <Figures counts={results} labels={imports.results} />
        </Panel>
      )}
      <ImportRows whole={whole} />
    </>
  );
}

type FigureGiven<K extends string> = {
  readonly counts: Readonly<Record<K, number>>;
  readonly labels: Readonly<Record<K, string>>;
};

function Figures<K extends string>({ counts, labels }: FigureGiven<K>) {
  const { number } = useSpeech();
  return (
    <dl className={styles.figures}>
      {(Object.keys(labels) as K[]).map((each) => (
        <div key={each} data-count={each}>
          <dt>{labels[each]}</dt>
          <dd>{number(counts[each] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
