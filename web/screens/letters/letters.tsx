import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { letterStatuses, type LetterStatus } from '../../../domain/letters/letter.ts';
import { useSpeech } from '../../app/speech.tsx';
import { usePages } from '../../client/use-pages.ts';
import { More } from '../../parts/more.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { StateSelect } from '../../parts/state-select.tsx';
import { useLetterWords } from '../../words/letter-words.ts';
import { LetterList } from './letter-list.tsx';
import styles from './letters.module.css';

type Wish = { readonly status?: LetterStatus; readonly state?: string };

/** All letters, the newest first; the address says which are wanted. */
export function Letters() {
  const { words } = useSpeech();
  const letters = useLetterWords();
  const { status, state } = useSearch({ strict: false }) as Wish;
  const navigate = useNavigate();
  const narrow = (search: object): void => void navigate({ to: '.', search: { status, state, ...search } as never });
  const pages = usePages('GET /letters', { query: { status, state, limit: 50 } });
  return (
    <Page title={letters.title} lead={<p style={{ margin: 0 }}>{letters.lead}</p>}>
      <div className={`no-print ${styles.filter}`}>
        <NativeSelect
          label={letters.status}
          value={status ?? ''}
          onChange={({ currentTarget }) => narrow({ status: currentTarget.value || undefined })}
          data={[
            { value: '', label: letters.all },
            ...letterStatuses.map((value) => ({ value, label: letters.statuses[value] })),
          ]}
        />
        <StateSelect
          label={words.terms.state}
          value={state ?? ''}
          onChange={(code) => narrow({ state: code || undefined })}
          none={letters.all}
        />
      </div>
      <Panel title={status === undefined ? letters.title : letters.statuses[status]}>
        <Shown of={pages} lines={6}>
          {(found) => <LetterList found={found} />}
        </Shown>
        <More pages={pages} />
      </Panel>
    </Page>
  );
}
