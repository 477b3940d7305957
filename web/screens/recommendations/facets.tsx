import { Accordion, Badge, Checkbox, Drawer, Skeleton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { facetNames, type Facet } from '../../../domain/facets.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { useLabels } from './use-labels.ts';
import { filterOf, toggled, valuesOf, type View } from './view.ts';

type Given = { readonly view: View; readonly change: (view: View) => void };

/** What the list can be narrowed to; each facet is counted when it is opened. */
export function Facets({
  view,
  change,
  isOpen,
  close,
}: Given & { readonly isOpen: boolean; readonly close: () => void }) {
  const { words, number } = useSpeech();
  const { names } = useLabels();
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="right"
      title={words.list.filters}
      closeButtonProps={{ 'aria-label': words.shell.close }}
    >
      <Accordion multiple order={3}>
        {facetNames.map((name) => (
          <Accordion.Item key={name} value={name}>
            <Accordion.Control>
              {names[name]}{' '}
              {valuesOf(view, name).length > 0 ? <Badge size="sm">{number(valuesOf(view, name).length)}</Badge> : null}
            </Accordion.Control>
            <Accordion.Panel>{isOpen ? <FacetValues name={name} view={view} change={change} /> : null}</Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Drawer>
  );
}

/** A long facet is searched by typing. */
const manyValues = 12;

function FacetValues({ name, view, change }: Given & { readonly name: Facet }) {
  const { words, number } = useSpeech();
  const { names, valueName } = useLabels();
  const [typed, setTyped] = useState('');
  const { data, error, isPending } = useApi('GET /recommendations/facets/{facet}', {
    path: { facet: name },
    query: filterOf(view),
  });
  if (error) return <Trouble problem={error} />;
  if (isPending) return <Skeleton height={120} />;
  const chosen = valuesOf(view, name);
  const items = data.items.map(({ value, count, title }) => ({ value, count, label: title ?? valueName(name, value) }));
  const wanted = items.filter(({ label }) => label.toLocaleLowerCase().includes(typed.toLocaleLowerCase()));
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend className="visually-hidden">{names[name]}</legend>
      {items.length > manyValues ? (
        <TextInput
          mb="xs"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          aria-label={`${words.list.search}: ${names[name]}`}
          placeholder={words.list.search}
        />
      ) : null}
      <div style={{ maxHeight: '18rem', overflow: 'auto', padding: '3px' }}>
        {wanted.map(({ value, count, label }) => (
          <Checkbox
            key={value}
            mb={6}
            checked={chosen.includes(value)}
            onChange={() => change(toggled(view, name, value))}
            label={
              <>
                <bdi>{label}</bdi> <span className="soft">{number(count)}</span>
              </>
            }
          />
        ))}
        {wanted.length === 0 ? <span className="soft">{words.shell.none}</span> : null}
      </div>
    </fieldset>
  );
}
