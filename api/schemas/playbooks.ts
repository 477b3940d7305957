import { z } from 'zod';
import { rungLetterKinds } from '../../domain/follow-up/events.ts';
import { bases, worldEvents } from '../../domain/playbooks/playbook.ts';
import type { PlaybookDraft } from '../../domain/playbooks/draft.ts';
import { roleSchema } from './common.ts';

const key = z.string().max(60);
const text = z.string();
const texts = z.array(text).readonly();
const days = z.number().meta({ description: 'Whole calendar days' });
const daysList = z.array(days).readonly();
const basis = z.enum(bases).meta({
  description: 'Where the figure comes from: an estimate, a proposal, or what is from memory, may be changed',
});

const ref = z.object({ key, version: z.number().int() });
const milestone = z.strictObject({
  key,
  title: text,
  usually: z.strictObject({ fromDays: days, toDays: days, basis }),
  evidence: texts,
});
const limit = z.strictObject({
  key,
  milestone: key.nullable().meta({ description: 'Null when any milestone would do' }),
  after: key.nullable().meta({ description: 'Counted from this milestone; null from the start' }),
  withinDays: days,
  rung: z.number().meta({ description: 'The rung that it leads to' }),
  basis,
});
const rule = z.object({ month: z.number(), weekday: z.number(), nth: z.number() });

/** Whatever a playbook holds beside roles and events, which are checked with the whole and not by themselves. */
const common = {
  title: text,
  source: text.meta({ description: 'Where the numbers come from, and which are estimates or proposals' }),
  warning: text.nullable().meta({ description: 'What whoever works with it must mind' }),
  questions: z.record(z.string(), z.string()).meta({ description: 'What a round may ask, by key' }),
  evidence: texts.meta({ description: 'What proves that the recommendation was implemented' }),
  ladderEndDays: days,
  milestones: z.array(milestone).readonly(),
  limits: z.array(limit).readonly(),
  closing: z.array(key).readonly().meta({ description: 'The milestones that together claim implementation' }),
  opens: z.array(z.strictObject({ key, playbook: key, text })).readonly(),
  deteriorationRung: z.number().nullable(),
  needsValidation: z
    .boolean()
    .meta({ description: 'A claim waits for the validating authority of the State before it is verified' }),
  needsFourEyes: z.boolean().meta({ description: 'Whoever claims, validates and verifies must be different people' }),
};

const cadenceOf = <E extends z.ZodType>(event: E) =>
  z.strictObject({
    checkIns: z.array(z.strictObject({ afterDays: days, asks: key })).readonly(),
    everyDays: days,
    later: z.strictObject({ afterDays: days, everyDays: days }),
    events: z.array(event).readonly(),
    remindBeforeDays: daysList,
    remindAfterDays: daysList,
    quiet: z.strictObject({ everyDays: days, remindBeforeDays: daysList, remindAfterDays: daysList }),
  });
const eventOf = <E extends z.ZodType>(event: E) =>
  z.strictObject({
    event,
    asks: key,
    offsetDays: z.number().meta({ description: 'Days from the event to the check-in: negative before it' }),
    remindBeforeDays: daysList,
    rule: rule.nullable().meta({ description: 'For years of which no date is known' }),
    onceReached: key.optional(),
  });
const rungOf = <R extends z.ZodType>(role: R) => ({
  afterDays: days,
  roles: z.array(role).readonly(),
  needsApproval: z.boolean(),
  says: text,
  letter: z.enum(rungLetterKinds).optional(),
});

export const playbookSchema = z
  .object({
    key,
    version: z.number().int(),
    ...common,
    basedOn: ref.nullable().meta({ description: 'The version that it was copied or edited from' }),
    cadence: cadenceOf(eventOf(z.enum(worldEvents))),
    ladder: z.array(z.strictObject({ rung: z.number().int(), ...rungOf(roleSchema) })).readonly(),
    origin: z.enum(['shipped', 'own']),
    shippedVersion: z.number().int().nullable().meta({ description: 'The version number under which it ships' }),
    isCurrent: z.boolean().meta({ description: 'New follow-ups start with this version' }),
    note: text.nullable().meta({ description: 'Why it was saved' }),
    createdAt: z.string().nullable(),
  })
  .meta({ id: 'Playbook' });

const rung = z.number().int().optional().meta({ description: 'If given, must count 1, 2, 3 …' });
const fields = {
  ...common,
  cadence: cadenceOf(eventOf(z.string().max(60))),
  ladder: z.array(z.strictObject({ rung, ...rungOf(z.string().max(60)) })).readonly(),
};

/** What may be left out of a playbook that is written whole. */
export const emptyFields = {
  warning: null,
  milestones: [],
  limits: [],
  closing: [],
  opens: [],
  deteriorationRung: null,
  needsValidation: false,
  needsFourEyes: false,
};

const beside = {
  note: z.string().trim().max(5_000).nullish().meta({ description: 'Why it is saved' }),
  copyOf: ref.optional().meta({ description: 'The version to begin from; what else is given replaces what it says' }),
};
const changes = z.strictObject(fields).partial();
export const playbookChangeBody = changes.extend(beside).meta({ id: 'PlaybookChange' });
export const newPlaybookBody = changes.extend({ key, ...beside }).meta({ id: 'PlaybookBody' });

/** The fields of a playbook without its number; what a version is made of. */
export type PlaybookChanges = z.output<typeof changes>;
export const wholePlaybookSchema = z.strictObject({ key, ...fields }) satisfies z.ZodType<
  Omit<PlaybookDraft, 'version' | 'basedOn'>
>;
