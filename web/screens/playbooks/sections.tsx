import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { independentRoles, roles, type Role } from '../../../domain/follow-up/roles.ts';
import { bases, worldEvents } from '../../../domain/playbooks/playbook.ts';
import type { LetterKind } from '../../../domain/follow-up/events.ts';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { usePlaybookWords } from '../../words/playbook-words.ts';
import { monthName, weekdayName } from './facts.ts';
import {
  ChoiceField,
  DaysField,
  LinesField,
  NumberField,
  TextField,
  TicksField,
  useEditing,
  YesField,
  type Option,
} from './fields.tsx';
import { Rows } from './rows.tsx';
import styles from './playbooks.module.css';

/** A part of the form. What is wrong inside is counted where it is folded away. */
function Section({
  title,
  paths,
  isOpen = false,
  children,
}: {
  readonly title: string;
  readonly paths: readonly string[];
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}) {
  const { faults } = useEditing();
  const { edit } = usePlaybookWords();
  const { number } = useSpeech();
  const wrong = faults.filter(({ path }) => paths.some((each) => path.startsWith(each))).length;
  return (
    <details className={styles.part} open={isOpen}>
      <summary>
        {title}
        {wrong === 0 ? null : (
          <span style={{ color: 'var(--red)' }}> · {fill(edit.faults, { number: number(wrong) })}</span>
        )}
      </summary>
      {children}
    </details>
  );
}

const keyOptions = (keys: readonly string[]): readonly Option[] => keys.map((key) => ({ value: key, label: key }));

export function HeadSection() {
  const { parts, fields } = usePlaybookWords();
  return (
    <Section title={parts.head} paths={['/title', '/source', '/warning', '/evidence', '/key']}>
      <div className={styles.fields}>
        <TextField at="/title" label={fields.title} lines={2} />
        <TextField at="/warning" label={fields.warning} lines={2} isNullable />
        <TextField at="/source" label={fields.source} lines={3} />
        <LinesField at="/evidence" label={fields.evidence} />
      </div>
    </Section>
  );
}

export function CadenceSection() {
  const { draft } = useEditing();
  const { parts, fields, add } = usePlaybookWords();
  const { number } = useSpeech();
  const questions = keyOptions(Object.keys(draft.questions));
  const paths = ['/cadence/everyDays', '/cadence/later', '/cadence/remind', '/cadence/quiet', '/cadence/checkIns'];
  return (
    <Section title={parts.cadence} paths={paths} isOpen>
      <div className={styles.fields}>
        <NumberField at="/cadence/everyDays" label={fields.everyDays} />
        <NumberField at="/cadence/later/afterDays" label={fields.laterAfter} />
        <NumberField at="/cadence/later/everyDays" label={fields.laterEvery} />
        <DaysField at="/cadence/remindBeforeDays" label={fields.remindBefore} />
        <DaysField at="/cadence/remindAfterDays" label={fields.remindAfter} />
        <NumberField at="/cadence/quiet/everyDays" label={fields.quietEvery} />
        <DaysField at="/cadence/quiet/remindBeforeDays" label={fields.quietBefore} />
        <DaysField at="/cadence/quiet/remindAfterDays" label={fields.quietAfter} />
      </div>
      <Rows
        at="/cadence/checkIns"
        nameOf={(index) => fill(fields.checkIn, { number: number(index + 1) })}
        add={add.checkIn}
        blank={() => ({ afterDays: (draft.cadence.checkIns.at(-1)?.afterDays ?? 0) + 90, asks: 'check-in' })}
      >
        {(path) => (
          <>
            <NumberField at={`${path}/afterDays`} label={fields.afterDays} />
            <ChoiceField at={`${path}/asks`} label={fields.asks} options={questions} />
          </>
        )}
      </Rows>
    </Section>
  );
}

export function EventsSection() {
  const { draft } = useEditing();
  const { parts, fields, add, events } = usePlaybookWords();
  const { number } = useSpeech();
  const questions = keyOptions(Object.keys(draft.questions));
  const milestones = keyOptions(draft.milestones.map(({ key }) => key));
  return (
    <Section title={parts.events} paths={['/cadence/events']}>
      <Rows
        at="/cadence/events"
        nameOf={(index) => fill(fields.event, { number: number(index + 1) })}
        add={add.event}
        blank={() => ({
          event: 'parliament-opening',
          asks: 'check-in',
          offsetDays: 0,
          remindBeforeDays: [30],
          rule: null,
        })}
      >
        {(path, index) => (
          <>
            <ChoiceField
              at={`${path}/event`}
              label={fields.eventKind}
              options={worldEvents.map((each) => ({ value: each, label: events[each] }))}
            />
            <ChoiceField at={`${path}/asks`} label={fields.asks} options={questions} />
            <NumberField at={`${path}/offsetDays`} label={fields.offset} />
            <DaysField at={`${path}/remindBeforeDays`} label={fields.remindBefore} />
            <ChoiceField
              at={`${path}/onceReached`}
              label={fields.onceReached}
              options={milestones}
              none={fields.always}
              isOptional
            />
            <RuleFields at={`${path}/rule`} isThere={draft.cadence.events[index]?.rule !== null} />
          </>
        )}
      </Rows>
    </Section>
  );
}

function RuleFields({ at, isThere }: { readonly at: string; readonly isThere: boolean }) {
  const { change } = useEditing();
  const { fields } = usePlaybookWords();
  const speech = useSpeech();
  const upTo = (most: number, nameOf: (value: number) => string): readonly Option[] =>
    Array.from({ length: most }, (_, index) => ({ value: String(index + 1), label: nameOf(index + 1) }));
  return (
    <>
      <Checkbox
        label={fields.hasRule}
        checked={isThere}
        onChange={({ currentTarget: { checked } }) => change(at, checked ? { month: 9, weekday: 2, nth: 4 } : null)}
      />
      {isThere ? (
        <>
          <ChoiceField at={`${at}/nth`} label={fields.nth} options={upTo(4, speech.number)} isNumber />
          <ChoiceField
            at={`${at}/weekday`}
            label={fields.weekday}
            options={upTo(7, (day) => weekdayName(day, speech))}
            isNumber
          />
          <ChoiceField
            at={`${at}/month`}
            label={fields.month}
            options={upTo(12, (month) => monthName(month, speech))}
            isNumber
          />
        </>
      ) : null}
    </>
  );
}

const letters = [
  'note-verbale',
  'high-commissioner-letter',
  'secretary-general-letter',
] as const satisfies readonly LetterKind[];
const escalatedTo = roles.filter((role): role is Role => !(independentRoles as readonly Role[]).includes(role));

export function LadderSection() {
  const { draft } = useEditing();
  const { parts, fields, add } = usePlaybookWords();
  const { number, words } = useSpeech();
  const rungs = draft.ladder.map((_, index) => ({ value: String(index + 1), label: number(index + 1) }));
  return (
    <Section title={parts.ladder} paths={['/ladder', '/deteriorationRung']}>
      <Rows
        at="/ladder"
        nameOf={(index) => fill(fields.rung, { number: number(index + 1) })}
        add={add.rung}
        blank={() => ({ afterDays: 30, roles: ['manager'], needsApproval: true, says: '' })}
      >
        {(path, index) => (
          <>
            <NumberField at={`${path}/afterDays`} label={index === 0 ? fields.rungFirst : fields.rungNext} />
            <ChoiceField
              at={`${path}/letter`}
              label={fields.letter}
              options={letters.map((each) => ({ value: each, label: words.terms.letters[each] }))}
              none={fields.noLetter}
              isOptional
            />
            <YesField at={`${path}/needsApproval`} label={fields.approval} />
            <TextField at={`${path}/says`} label={fields.says} lines={2} />
            <TicksField
              at={`${path}/roles`}
              label={fields.roles}
              options={escalatedTo.map((role) => ({ value: role, label: words.shared.roles[role] }))}
            />
          </>
        )}
      </Rows>
      <div className={styles.fields}>
        <NumberField at="/ladderEndDays" label={fields.ladderEnd} />
        <ChoiceField
          at="/deteriorationRung"
          label={fields.deterioration}
          options={rungs}
          none={fields.onRecord}
          isNumber
        />
      </div>
    </Section>
  );
}

export function MilestonesSection() {
  const { draft } = useEditing();
  const { parts, fields, add, bases: names } = usePlaybookWords();
  const { number } = useSpeech();
  const options = bases.map((basis) => ({ value: basis, label: names[basis] }));
  return (
    <Section title={parts.milestones} paths={['/milestones', '/closing', '/needsValidation', '/needsFourEyes']}>
      <Rows
        at="/milestones"
        nameOf={(index) => fill(fields.milestone, { number: number(index + 1) })}
        add={add.milestone}
        blank={() => ({ key: '', title: '', usually: { fromDays: 90, toDays: 365, basis: 'proposal' }, evidence: [] })}
      >
        {(path) => (
          <>
            <TextField at={`${path}/key`} label={fields.key} />
            <TextField at={`${path}/title`} label={fields.title} lines={2} />
            <NumberField at={`${path}/usually/fromDays`} label={fields.fromDays} />
            <NumberField at={`${path}/usually/toDays`} label={fields.toDays} />
            <ChoiceField at={`${path}/usually/basis`} label={fields.basis} options={options} />
            <LinesField at={`${path}/evidence`} label={fields.evidence} />
          </>
        )}
      </Rows>
      {draft.milestones.length === 0 ? null : (
        <TicksField
          at="/closing"
          label={fields.closing}
          options={draft.milestones.map(({ key, title }) => ({ value: key, label: title || key }))}
        />
      )}
      <div className={styles.fields}>
        <YesField at="/needsValidation" label={fields.needsValidation} />
        <YesField at="/needsFourEyes" label={fields.needsFourEyes} />
      </div>
    </Section>
  );
}

export function LimitsSection() {
  const { draft } = useEditing();
  const { parts, fields, add, bases: names, marks } = usePlaybookWords();
  const { number } = useSpeech();
  const milestones = draft.milestones.map(({ key, title }) => ({ value: key, label: title || key }));
  const rungs = draft.ladder.map((_, index) => ({ value: String(index + 1), label: number(index + 1) }));
  return (
    <Section title={parts.limits} paths={['/limits']}>
      <Rows
        at="/limits"
        nameOf={(index) => fill(fields.limit, { number: number(index + 1) })}
        add={add.limit}
        blank={() => ({
          key: `limit-${draft.limits.length + 1}`,
          milestone: null,
          after: null,
          withinDays: 365,
          rung: 1,
          basis: 'proposal',
        })}
      >
        {(path) => (
          <>
            <TextField at={`${path}/key`} label={fields.key} />
            <ChoiceField
              at={`${path}/milestone`}
              label={fields.limitMilestone}
              options={milestones}
              none={marks.anyMilestone}
            />
            <ChoiceField at={`${path}/after`} label={fields.limitAfter} options={milestones} none={marks.start} />
            <NumberField at={`${path}/withinDays`} label={fields.within} />
            <ChoiceField at={`${path}/rung`} label={fields.leadsTo} options={rungs} isNumber />
            <ChoiceField
              at={`${path}/basis`}
              label={fields.basis}
              options={bases.map((basis) => ({ value: basis, label: names[basis] }))}
            />
          </>
        )}
      </Rows>
    </Section>
  );
}

const alwaysAsked = ['check-in', 'target-date'];

export function QuestionsSection() {
  const { draft, change } = useEditing();
  const { parts, fields, add, remove } = usePlaybookWords();
  const [key, setKey] = useState('');
  const isNew = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) && !(key in draft.questions);
  return (
    <Section title={parts.questions} paths={['/questions']}>
      <div className={styles.rows}>
        {Object.keys(draft.questions).map((each) => (
          <div key={each}>
            <TextField at={`/questions/${each}`} label={fill(fields.question, { key: each })} lines={2} />
            {alwaysAsked.includes(each) ? null : (
              <Button
                mt="xs"
                size="compact-sm"
                variant="subtle"
                color="red"
                c="var(--red)"
                onClick={() => change(`/questions/${each}`, undefined)}
              >
                {fill(remove, { what: fill(fields.question, { key: each }) })}
              </Button>
            )}
          </div>
        ))}
        <div className={styles.wishes}>
          <TextInput
            label={fields.newQuestion}
            dir="ltr"
            value={key}
            onChange={({ currentTarget }) => setKey(currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={!isNew}
            onClick={() => {
              change(`/questions/${key}`, '');
              setKey('');
            }}
          >
            {add.question}
          </Button>
        </div>
      </div>
    </Section>
  );
}

export function OpensSection({ keys }: { readonly keys: readonly string[] }) {
  const { draft } = useEditing();
  const { parts, fields, add } = usePlaybookWords();
  const { number } = useSpeech();
  return (
    <Section title={parts.opens} paths={['/opens']}>
      <Rows
        at="/opens"
        nameOf={(index) => fill(fields.opens, { number: number(index + 1) })}
        add={add.opens}
        blank={() => ({ key: `next-${draft.opens.length + 1}`, playbook: 'general', text: '' })}
      >
        {(path) => (
          <>
            <TextField at={`${path}/key`} label={fields.key} />
            <ChoiceField at={`${path}/playbook`} label={fields.opensPlaybook} options={keyOptions(keys)} />
            <TextField at={`${path}/text`} label={fields.opensText} lines={2} />
          </>
        )}
      </Rows>
    </Section>
  );
}
