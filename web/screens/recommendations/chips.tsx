import { Button, Pill } from '@mantine/core';
import { facetNames, type Facet } from '../../../domain/facets.ts';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { useLabels } from './use-labels.ts';
import { isNarrowed, toggled, valuesOf, type View } from './view.ts';
import styles from './list.module.css';

type Given = { readonly view: View; readonly change: (view: View) => void };

/** What the list is narrowed to, each part with a button that takes it away. */
export function Chips({ view, change }: Given) {
  const { words, date } = useSpeech();
  if (!isNarrowed(view)) return null;
  const { sort } = view;
  const { nextStepFrom: from, nextStepBefore: before, q } = view;
  const isDated = from !== undefined || before !== undefined;
  const day = (at: string | undefined): string => (at === undefined ? '' : date(at.slice(0, 10)));
  return (
    <div className={styles.chips}>
      {facetNames.flatMap((name) =>
        valuesOf(view, name).map((value) => (
          <ValueChip
            key={`${name} ${value}`}
            name={name}
            value={value}
            remove={() => change(toggled(view, name, value))}
          />
        )),
      )}
      {isDated ? (
        <Chip
          label={`${words.terms.nextStep}: ${day(from)} – ${day(before)}`}
          remove={() => change({ ...view, nextStepFrom: undefined, nextStepBefore: undefined })}
        />
      ) : null}
      {q === undefined ? null : (
        <Chip label={`${words.list.search}: ${q}`} remove={() => change({ ...view, q: undefined })} />
      )}
      <Button size="compact-sm" variant="subtle" onClick={() => change(sort === undefined ? {} : { sort })}>
        {words.list.clear}
      </Button>
    </div>
  );
}

type Removable = { readonly remove: () => void };

function ValueChip({ name, value, remove }: Removable & { readonly name: Facet; readonly value: string }) {
  const { names, valueName } = useLabels();
  const isSource = name === 'sourceId';
  const { data } = useApi('GET /sources/{id}', { path: { id: value } }, { isWanted: isSource });
  const label = isSource ? (data?.title ?? value) : valueName(name, value);
  return <Chip label={`${names[name]}: ${label}`} remove={remove} />;
}

function Chip({ label, remove }: Removable & { readonly label: string }) {
  const { words } = useSpeech();
  return (
    <Pill
      size="md"
      withRemoveButton
      onRemove={remove}
      removeButtonProps={{
        'aria-label': fill(words.list.remove, { what: label }),
        'aria-hidden': false,
        tabIndex: 0,
      }}
    >
      <bdi>{label}</bdi>
    </Pill>
  );
}
