import type { Playbook } from '../../../domain/playbooks/playbook.ts';
import { fill } from '../../../words/plurals.ts';
import type { Speech } from '../../app/speech.tsx';
import type { PlaybookWords } from '../../words/playbook-words.ts';
import { sayer } from './marks.ts';

export type Fact = { readonly id: string; readonly label: string; readonly value: string };
export type Part = { readonly key: keyof PlaybookWords['parts']; readonly facts: readonly Fact[] };
export type Sayings = { readonly words: PlaybookWords; readonly speech: Speech };

/** A playbook in words, field by field: to be read, and to be compared with another version. */
export function partsOf(playbook: Playbook, sayings: Sayings): readonly Part[] {
  const { fields } = sayings.words;
  return [
    {
      key: 'head',
      facts: [
        { id: 'title', label: fields.title, value: playbook.title },
        { id: 'warning', label: fields.warning, value: playbook.warning ?? '' },
        { id: 'source', label: fields.source, value: playbook.source },
        { id: 'evidence', label: fields.evidence, value: playbook.evidence.join('\n') },
      ],
    },
    { key: 'cadence', facts: cadenceFacts(playbook, sayings) },
    { key: 'events', facts: eventFacts(playbook, sayings) },
    { key: 'ladder', facts: ladderFacts(playbook, sayings) },
    { key: 'milestones', facts: milestoneFacts(playbook, sayings) },
    { key: 'limits', facts: limitFacts(playbook, sayings) },
    {
      key: 'questions',
      facts: Object.entries(playbook.questions).map(([key, value]) => ({
        id: `question ${key}`,
        label: fill(fields.question, { key }),
        value,
      })),
    },
    {
      key: 'opens',
      facts: playbook.opens.map(({ key, playbook: other, text }) => ({
        id: `opens ${key}`,
        label: key,
        value: `${text} (${fields.opensPlaybook}: ${other})`,
      })),
    },
  ];
}

const listOf = (values: readonly (string | number)[], { language }: Speech): string =>
  new Intl.ListFormat(language, { type: 'unit' }).format(values.map(String));

function cadenceFacts({ cadence, questions }: Playbook, { words, speech }: Sayings): readonly Fact[] {
  const { fields } = words;
  const { later, quiet, checkIns } = cadence;
  const numbers: readonly (readonly [id: string, label: string, value: number | readonly number[]])[] = [
    ['everyDays', fields.everyDays, cadence.everyDays],
    ['later.afterDays', fields.laterAfter, later.afterDays],
    ['later.everyDays', fields.laterEvery, later.everyDays],
    ['remindBeforeDays', fields.remindBefore, cadence.remindBeforeDays],
    ['remindAfterDays', fields.remindAfter, cadence.remindAfterDays],
    ['quiet.everyDays', fields.quietEvery, quiet.everyDays],
    ['quiet.remindBeforeDays', fields.quietBefore, quiet.remindBeforeDays],
    ['quiet.remindAfterDays', fields.quietAfter, quiet.remindAfterDays],
  ];
  return [
    ...numbers.map(([id, label, value]) => ({
      id,
      label,
      value: typeof value === 'number' ? String(value) : listOf(value, speech),
    })),
    ...checkIns.map(({ afterDays, asks }, index) => ({
      id: `check-in ${asks} ${checkIns.slice(0, index).filter((each) => each.asks === asks).length}`,
      label: fill(words.fields.checkIn, { number: speech.number(index + 1) }),
      value: `${fill(words.picture.day, { day: speech.number(afterDays) })}: ${questions[asks] ?? asks}`,
    })),
  ];
}

function eventFacts(playbook: Playbook, { words, speech }: Sayings): readonly Fact[] {
  const { events } = playbook.cadence;
  const { fields } = words;
  const say = sayer(playbook, words);
  return events.map((each, index) => {
    const rule = each.rule === null ? [] : [`${fields.hasRule}: ${ruleText(each.rule, speech)}`];
    const once = each.onceReached === undefined ? [] : [`${fields.onceReached}: ${each.onceReached}`];
    const lines = [
      say.event(each),
      `${fields.offset}: ${each.offsetDays}`,
      `${fields.remindBefore}: ${listOf(each.remindBeforeDays, speech)}`,
      ...rule,
      ...once,
    ];
    return {
      id: `event ${each.event} ${each.asks} ${events.slice(0, index).filter((other) => other.event === each.event && other.asks === each.asks).length}`,
      label: words.events[each.event],
      value: lines.join('\n'),
    };
  });
}

/** The second Tuesday of a month, as its number, day and month. */
function ruleText(
  { month, weekday, nth }: NonNullable<Playbook['cadence']['events'][number]['rule']>,
  speech: Speech,
): string {
  return `${speech.number(nth)} · ${weekdayName(weekday, speech)} · ${monthName(month, speech)}`;
}
export const monthName = (month: number, { language }: Speech): string =>
  new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, month - 1, 5)));
/** 1 January 2024 was a Monday. */
export const weekdayName = (weekday: number, { language }: Speech): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, weekday)));

function ladderFacts(
  { ladder, ladderEndDays, deteriorationRung }: Playbook,
  { words, speech }: Sayings,
): readonly Fact[] {
  const { fields, compare } = words;
  const rungs = ladder.map(({ afterDays, roles, needsApproval, says, letter }, index) => ({
    id: `rung ${index + 1}`,
    label: fill(fields.rung, { number: speech.number(index + 1) }),
    value: [
      says,
      `${index === 0 ? fields.rungFirst : fields.rungNext}: ${speech.number(afterDays)}`,
      `${fields.roles}: ${listOf(
        roles.map((role) => speech.words.shared.roles[role]),
        speech,
      )}`,
      `${fields.approval}: ${needsApproval ? compare.yes : compare.no}`,
      ...(letter === undefined ? [] : [`${fields.letter}: ${speech.words.terms.letters[letter]}`]),
    ].join('\n'),
  }));
  return [
    ...rungs,
    { id: 'ladderEndDays', label: fields.ladderEnd, value: speech.number(ladderEndDays) },
    {
      id: 'deteriorationRung',
      label: fields.deterioration,
      value: deteriorationRung === null ? fields.onRecord : speech.number(deteriorationRung),
    },
  ];
}

const milestoneFacts = (playbook: Playbook, { words, speech }: Sayings): readonly Fact[] => {
  const say = sayer(playbook, words);
  const milestones = playbook.milestones.map((each) => ({
    id: `milestone ${each.key}`,
    label: each.key,
    value: [
      say.span(each),
      `${words.fields.basis}: ${words.bases[each.usually.basis]}`,
      ...(each.evidence.length === 0 ? [] : [`${words.fields.evidence}: ${each.evidence.join('; ')}`]),
      ...(playbook.closing.includes(each.key) ? [words.marks.claims] : []),
    ].join('\n'),
  }));
  return [...milestones, ...signatureFacts(playbook, { words, speech })];
};

const signatureFacts = (playbook: Playbook, { words: { fields, compare } }: Sayings): readonly Fact[] =>
  (['needsValidation', 'needsFourEyes'] as const)
    .filter((id) => playbook[id])
    .map((id) => ({ id, label: fields[id], value: compare.yes }));

const limitFacts = (playbook: Playbook, { words }: Sayings): readonly Fact[] => {
  const say = sayer(playbook, words);
  return playbook.limits.map((each) => ({
    id: `limit ${each.key}`,
    label: each.key,
    value: `${say.limit(each)}\n${words.fields.basis}: ${words.bases[each.basis]}`,
  }));
};

export type Difference = {
  readonly part: Part['key'];
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
};

/** What two versions say otherwise, field by field. */
export function differencesOf(before: Playbook, after: Playbook, sayings: Sayings): readonly Difference[] {
  const [was, becomes] = [partsOf(before, sayings), partsOf(after, sayings)];
  return becomes.flatMap(({ key: part, facts }): readonly Difference[] => {
    const old = was.find(({ key }) => key === part)?.facts ?? [];
    const present = facts.map((fact) => {
      const same = old.find(({ id }) => id === fact.id);
      return { part, label: fact.label, before: same?.value, after: fact.value };
    });
    const gone = old
      .filter(({ id }) => !facts.some((fact) => fact.id === id))
      .map(({ label, value }) => ({ part, label, before: value, after: undefined }));
    return [...present.filter((each) => each.before !== each.after), ...gone];
  });
}
