import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { fill } from '../../../words/plurals.ts';
import { usePlaybookWords } from '../../words/playbook-words.ts';
import { valueAt } from './draft.ts';
import { useEditing } from './fields.tsx';
import styles from './playbooks.module.css';

type Given = {
  readonly at: string;
  readonly nameOf: (index: number) => string;
  readonly add: string;
  readonly blank: () => unknown;
  readonly children: (path: string, index: number) => ReactNode;
};

/** A list whose entries are added, edited and removed. The focus goes to what was added, or stays by what was removed. */
export function Rows({ at, nameOf, add, blank, children }: Given) {
  const { draft, change } = useEditing();
  const words = usePlaybookWords();
  const list = valueAt(draft, at) as readonly unknown[];
  const rows = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState(0);
  // Whoever removes from the middle must not see the texts of the next entry in its fields.
  const [removals, setRemovals] = useState(0);
  useEffect(() => {
    if (added > 0)
      rows.current?.querySelector<HTMLElement>('fieldset:last-of-type :is(input, select, textarea)')?.focus();
  }, [added]);
  const addButton = useRef<HTMLButtonElement>(null);
  return (
    <div ref={rows} className={styles.rows}>
      {list.map((_, index) => (
        // The place is what names an entry here: its texts change as one types.
        <fieldset key={`${removals} ${index}`} className={styles.row}>
          <legend>{nameOf(index)}</legend>
          <div className={styles.fields}>{children(`${at}/${index}`, index)}</div>
          <Button
            mt="xs"
            size="compact-sm"
            variant="subtle"
            color="red"
            c="var(--red)"
            onClick={() => {
              change(at, list.toSpliced(index, 1));
              setRemovals(removals + 1);
              addButton.current?.focus();
            }}
          >
            {fill(words.remove, { what: nameOf(index) })}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          ref={addButton}
          size="compact-sm"
          variant="default"
          onClick={() => {
            change(at, [...list, blank()]);
            setAdded(added + 1);
          }}
        >
          {add}
        </Button>
      </div>
    </div>
  );
}
