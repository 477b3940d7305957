import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { StateSelect } from '../../parts/state-select.tsx';
import { Way } from '../../parts/way.tsx';
import type { SourceKind } from '../../words/term-words.ts';
import styles from './sources.module.css';
import { May } from '../../parts/may.tsx';

type Source = Schemas['Source'];
const perPage = 100;

/** Missions and all else that recommendations came from. */
export function Sources() {
  const { words } = useSpeech();
  const { sources, terms, shell } = words;
  const { kind, state } = useSearch({ strict: false }) as { kind?: SourceKind; state?: string };
  const navigate = useNavigate();
  const narrow = (search: object): void => void navigate({ to: '.', search: { kind, state, ...search } as never });
  return (
    <Page title={sources.title} lead={<p style={{ margin: 0 }}>{sources.lead}</p>}>
      <div className={`no-print ${styles.filter}`}>
        <NativeSelect
          label={sources.kind}
          value={kind ?? ''}
          onChange={({ currentTarget }) => narrow({ kind: currentTarget.value || undefined })}
          data={[
            { value: '', label: sources.allKinds },
            ...Object.entries(terms.sources).map(([value, label]) => ({ value, label })),
          ]}
        />
        <StateSelect
          label={terms.state}
          value={state ?? ''}
          onChange={(code) => narrow({ state: code || undefined })}
          none={shell.nav.states}
        />
        <May do="recommendations.register">
          <Way to="/sources/new" className={styles.button}>
            {sources.register}
          </Way>
        </May>
      </div>
      <Found key={`${kind} ${state}`} query={{ kind, stateCode: state }} />
    </Page>
  );
}

type Query = { readonly kind: SourceKind | undefined; readonly stateCode: string | undefined };

function Found({ query }: { readonly query: Query }) {
  const { words, date, stateName } = useSpeech();
  const { sources, terms, shell } = words;
  const [earlier, setEarlier] = useState<readonly Source[]>([]);
  const afterId = earlier.at(-1)?.id;
  const page = useApi('GET /sources', { query: { ...query, limit: perPage, afterId } });
  return (
    <Panel title={shell.nav.sources}>
      <Shown of={page} lines={6}>
        {(found) => (
          <>
            {found.length + earlier.length === 0 ? <p className="soft">{sources.none}</p> : null}
            <ul className={styles.list}>
              {[...earlier, ...found.filter(({ id }) => !earlier.some((each) => each.id === id))].map((source) => (
                <li key={source.id}>
                  <Way to={`/sources/${source.id}`}>
                    <bdi>{source.title}</bdi>
                  </Way>
                  <br />
                  <small className="soft">
                    {terms.sources[source.kind]} ·{' '}
                    {source.stateCode === null ? sources.several : stateName(source.stateCode)}
                    {source.startsOn === null ? '' : ` · ${date(source.startsOn)}`}
                    {source.reportSymbol === null ? '' : ` · ${source.reportSymbol}`}
                  </small>
                </li>
              ))}
            </ul>
            {found.length < perPage ? null : (
              <button type="button" onClick={() => setEarlier([...earlier, ...found])}>
                {shell.more}
              </button>
            )}
          </>
        )}
      </Shown>
    </Panel>
  );
}
