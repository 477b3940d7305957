import { Button, Pill } from '@mantine/core';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { useLabels } from './use-labels.ts';
import { isNarrowed, ticked, toggled, valuesOf, type View } from './view.ts';
import styles from './list.module.css';

type Given = { readonly view: View; readonly change: (view: View) => void };

/** What the list is narrowed to, each part with a button that takes it away. */
export function Chips({ view, change }: Given) {
  const { words, date } = useSpeech();
  const { names, valueName } = useLabels();
  const source = useSourceTitle(view.sourceId);
  if (!isNarrowed(view)) return null;
  const { sort } = view;
  const chips = ticked.flatMap((name) =>
    valuesOf(view, name).map((value) => ({
      key: `${name} ${value}`,
      label: `${names[name]}: ${name === 'sourceId' ? (source ?? value) : valueName(name, value)}`,
      without: toggled(view, name, value),
    })),
  );
  const { nextStepFrom: from, nextStepBefore: before, q } = view;
  if (from !== undefined || before !== undefined)
    chips.push({
      key: 'dates',
      label: `${words.terms.nextStep}: ${from === undefined ? '' : date(from.slice(0, 10))} – ${before === undefined ? '' : date(before.slice(0, 10))}`,
      without: { ...view, nextStepFrom: undefined, nextStepBefore: undefined },
    });
  if (q !== undefined)
    chips.push({ key: 'q', label: `${words.list.search}: ${q}`, without: { ...view, q: undefined } });
  return (
    <div className={styles.chips}>
      {chips.map(({ key, label, without }) => (
        <Pill
          key={key}
          size="md"
          withRemoveButton
          onRemove={() => change(without)}
          removeButtonProps={{
            'aria-label': fill(words.list.remove, { what: label }),
            'aria-hidden': false,
            tabIndex: 0,
          }}
        >
          <bdi>{label}</bdi>
        </Pill>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={() => change(sort === undefined ? {} : { sort })}>
        {words.list.clear}
      </Button>
    </div>
  );
}

function useSourceTitle(id: string | undefined): string | undefined {
  const { data } = useApi('GET /sources/{id}', { path: { id: id ?? '' } }, { isWanted: id !== undefined });
  return data?.title;
}
