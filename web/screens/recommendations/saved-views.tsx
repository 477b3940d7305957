import { Button, CloseButton, Group, Popover, Stack, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { readAddress, writeAddress } from '../../app/address.ts';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { Undo } from '../../parts/undo.tsx';
import { viewOf, type View } from './view.ts';
import { May } from '../../parts/may.tsx';

/** Views that everybody here may open; each is an address and nothing else. */
export function SavedViews({ view }: { readonly view: View }) {
  const { words } = useSpeech();
  const { views } = words.list;
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const { data = [] } = useApi('GET /saved-views', {});
  const save = useAct('POST /saved-views');
  const remove = useAct('DELETE /saved-views/{id}');
  const [removed, setRemoved] = useState<{ readonly title: string; readonly query: string }>();
  const problem = save.error ?? remove.error;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus withinPortal={false}>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpen(!isOpen)}>
          {views.title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={views.title}>
        <Stack gap="xs">
          {data.length === 0 ? <span className="soft">{views.none}</span> : null}
          {data.map(({ id, title: name, query }) => (
            <Group key={id} justify="space-between" wrap="nowrap">
              <Link to="/recommendations" search={viewOf(readAddress(query))} onClick={() => setOpen(false)}>
                <bdi>{name}</bdi>
              </Link>
              <May do="saved-views.write">
                <CloseButton
                  aria-label={fill(views.remove, { what: name })}
                  onClick={() => remove.act({ path: { id } }, () => setRemoved({ title: name, query }))}
                />
              </May>
            </Group>
          ))}
          <Undo
            what={removed?.title}
            isBusy={save.isBusy}
            undo={() => {
              if (removed !== undefined) save.act({ body: removed }, () => setRemoved(undefined));
            }}
          />
          <May do="saved-views.write">
            <form
              onSubmit={(event) => {
                event.preventDefault();
                save.act({ body: { title, query: writeAddress(view).slice(1) } }, () => setTitle(''));
              }}
            >
              <TextInput
                label={views.name}
                value={title}
                required
                maxLength={300}
                onChange={({ currentTarget }) => setTitle(currentTarget.value)}
              />
              <Button type="submit" size="xs" mt="xs" loading={save.isBusy}>
                {views.save}
              </Button>
            </form>
          </May>
          {problem ? <Trouble problem={problem} /> : null}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
