import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../app/speech.tsx';
import { Way } from '../../parts/way.tsx';
import { BulkAdopt, BulkAssign, BulkPause } from './bulk-forms.tsx';
import { filterBodyOf, type View } from './view.ts';
import styles from './list.module.css';

/** What is ticked, or all that the view finds. */
export type Selection = { readonly ids: ReadonlySet<string>; readonly isAllFound: boolean };
/** The same as bodies name it. */
export type Chosen =
  { readonly recommendationIds: readonly string[] } | { readonly filter: ReturnType<typeof filterBodyOf> };

/** What an address can name, and a meeting can talk about. */
const mostOnOneList = 100;

const forms = { pause: BulkPause, assign: BulkAssign, adopt: BulkAdopt };
type Action = keyof typeof forms;

type Given = {
  readonly view: View;
  readonly selection: Selection;
  readonly found: number;
  readonly select: (selection: Selection) => void;
};

/** What can be done with what is ticked: each is shown before it is done. */
export function BulkActions({ view, selection, found, select }: Given) {
  const { words, count } = useSpeech();
  const { list, shell } = words;
  const [action, setAction] = useState<Action>();
  const chosenCount = selection.isAllFound ? found : selection.ids.size;
  const chosen: Chosen = selection.isAllFound
    ? { filter: filterBodyOf(view) }
    : { recommendationIds: [...selection.ids] };
  const Form = action === undefined ? undefined : forms[action];
  if (chosenCount === 0) return null;
  return (
    <section className={styles.actions} aria-label={count(list.selected, chosenCount)}>
      <span aria-live="polite">{count(list.selected, chosenCount)}</span>
      {selection.isAllFound || found <= selection.ids.size ? null : (
        <Button size="compact-sm" variant="subtle" onClick={() => select({ ids: selection.ids, isAllFound: true })}>
          {count(list.selectFound, found)}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" onClick={() => select({ ids: new Set(), isAllFound: false })}>
        {list.deselect}
      </Button>
      {(Object.keys(forms) as Action[]).map((each) => (
        <Button key={each} size="xs" variant="default" onClick={() => setAction(each)}>
          {list.actions[each]}
        </Button>
      ))}
      {selection.isAllFound || selection.ids.size > mostOnOneList ? null : (
        <Way to="/meetings" search={{ id: [...selection.ids].join(',') }}>
          {words.sources.meetingList}
        </Way>
      )}
      <Modal
        opened={action !== undefined}
        onClose={() => setAction(undefined)}
        title={action === undefined ? '' : list.actions[action]}
        closeButtonProps={{ 'aria-label': shell.close }}
      >
        {Form === undefined ? null : <Form chosen={chosen} close={() => setAction(undefined)} />}
      </Modal>
    </section>
  );
}
