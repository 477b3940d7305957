import { Button, Radio, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useBlocker, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { PlaybookDraft } from '../../../domain/playbooks/draft.ts';
import type { Playbook } from '../../../domain/playbooks/playbook.ts';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { call, type AnswerOf, type ApiProblem } from '../../client/call.ts';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { usePlaybookWords } from '../../words/playbook-words.ts';
import { apart, bodyOf, checked, draftOf, storedPlaybook, withValue } from './draft.ts';
import { differencesOf } from './facts.ts';
import { EditingContext } from './fields.tsx';
import styles from './playbooks.module.css';
import {
  CadenceSection,
  EventsSection,
  HeadSection,
  LadderSection,
  LimitsSection,
  MilestonesSection,
  OpensSection,
  QuestionsSection,
} from './sections.tsx';
import { SimulationPanel } from './simulation.tsx';
import { StoredVersion } from './stored.tsx';
import { TimePicture } from './time-picture.tsx';

/** A copy of a playbook being edited, with its picture and its simulation beside it. */
export function EditPlaybook() {
  const { key } = useParams({ from: '/playbooks/$key/edit' });
  const { version } = useSearch({ from: '/playbooks/$key/edit' });
  return (
    <StoredVersion playbookKey={key} version={version}>
      {(chosen, all) => (
        <Editor
          key={`${chosen.key} ${chosen.version}`}
          chosen={chosen}
          current={all.find(({ isCurrent }) => isCurrent)?.version ?? chosen.version}
        />
      )}
    </StoredVersion>
  );
}

type Given = { readonly chosen: Schemas['Playbook']; readonly current: number };

function Editor({ chosen: latest, current }: Given) {
  // What somebody else saves meanwhile must not change what one is editing; saving says that it has changed.
  const [chosen] = useState(latest);
  const [read] = useState(current);
  const words = usePlaybookWords();
  const speech = useSpeech();
  const [draft, setDraft] = useState<PlaybookDraft>(() => draftOf(chosen));
  const [round, setRound] = useState(0);
  const { data: others } = useApi('GET /playbooks', {});
  const keys = useMemo(() => [...new Set([chosen.key, ...(others?.map(({ key }) => key) ?? [])])], [chosen, others]);
  const { playbook, faults } = useMemo(() => checked(draft, keys), [draft, keys]);
  const before = useMemo(() => storedPlaybook(chosen), [chosen]);
  // The picture stays at the last draft that could be drawn.
  const [drawn, setDrawn] = useState<Playbook>(before);
  if (playbook !== undefined && playbook !== drawn) setDrawn(playbook);
  const editing = useMemo(
    () => ({
      draft,
      faults,
      change: (path: string, value: unknown) => setDraft((present) => withValue(present, path, value)),
    }),
    [draft, faults],
  );
  const changes = differencesOf(before, playbook ?? drawn, { words, speech }).length;
  return (
    <Page title={fill(words.edit.title, { title: apart(chosen.title) })} lead={words.edit.lead}>
      <p>
        <Link to="/playbooks/$key" params={{ key: chosen.key }} search={{ version: chosen.version }}>
          {words.actions.back}
        </Link>
      </p>
      <div className={styles.beside}>
        <EditingContext value={editing}>
          <form
            key={round}
            className={`panel ${styles.block}`}
            style={{ marginTop: 0 }}
            onSubmit={(event) => event.preventDefault()}
            noValidate
          >
            <CadenceSection />
            <LadderSection />
            <MilestonesSection />
            <LimitsSection />
            <EventsSection />
            <QuestionsSection />
            <HeadSection />
            <OpensSection keys={keys} />
            <div className={styles.actions}>
              <output style={{ display: 'block', margin: 0 }}>
                {faults.length > 0
                  ? fill(words.edit.faults, { number: speech.number(faults.length) })
                  : changes === 0
                    ? words.edit.unchanged
                    : fill(words.edit.changed, { number: speech.number(changes) })}
              </output>
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => {
                  setDraft(draftOf(chosen));
                  setRound(round + 1);
                }}
              >
                {words.edit.undo}
              </Button>
            </div>
            <Save
              draft={draft}
              chosen={chosen}
              current={read}
              isReady={faults.length === 0 && changes > 0}
              isChanged={changes > 0}
            />
          </form>
        </EditingContext>
        <div className={styles.aside}>
          <TimePicture playbook={playbook ?? drawn} />
          <SimulationPanel draft={playbook} before={before} />
        </div>
      </div>
    </Page>
  );
}

type SaveGiven = {
  readonly draft: PlaybookDraft;
  readonly chosen: Schemas['Playbook'];
  readonly current: number;
  readonly isReady: boolean;
  readonly isChanged: boolean;
};

function Save({ draft, chosen, current, isReady, isChanged }: SaveGiven) {
  const { edit, fields, faults } = usePlaybookWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [isNewKey, setNewKey] = useState(false);
  const [key, setKey] = useState(`${chosen.key}-2`);
  const [note, setNote] = useState('');
  const isKey = !isNewKey || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(key);
  const { mutate, error, isPending, isSuccess } = useMutation<AnswerOf<'PUT /playbooks/{key}'>, ApiProblem>({
    mutationFn: () => {
      const { key: _, ...said } = bodyOf(draft);
      const copyOf = { key: chosen.key, version: chosen.version };
      const body = { ...said, copyOf, ...(note.trim() === '' ? {} : { note }) };
      return isNewKey
        ? call('POST /playbooks', { body: { ...body, key } })
        : call('PUT /playbooks/{key}', { path: { key: chosen.key }, body, ifMatch: `"${current}"` });
    },
    onSuccess: async (saved) => {
      await queries.invalidateQueries();
      await navigate({
        to: '/playbooks/$key',
        params: { key: saved.key },
        search: { version: saved.version },
        ignoreBlocker: true,
      });
    },
  });
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: () => isChanged && !isSuccess });
  return (
    <>
      <Radio.Group
        label={edit.where}
        value={isNewKey ? 'new' : 'same'}
        onChange={(value) => setNewKey(value === 'new')}
        mb="xs"
      >
        <Radio value="same" label={fill(edit.keepKey, { key: chosen.key })} mt={4} />
        <Radio value="new" label={edit.newKey} mt={4} />
      </Radio.Group>
      <div className={styles.fields}>
        {isNewKey ? (
          <TextInput
            label={fields.key}
            dir="ltr"
            value={key}
            error={isKey ? undefined : faults.BadKey}
            onChange={({ currentTarget }) => setKey(currentTarget.value)}
          />
        ) : null}
        <TextInput
          label={fields.note}
          dir="auto"
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </div>
      {error ? <Trouble problem={error} /> : null}
      <Button mt="sm" loading={isPending} disabled={!isReady || !isKey} onClick={() => mutate()}>
        {edit.save}
      </Button>
    </>
  );
}
