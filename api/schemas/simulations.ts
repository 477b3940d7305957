import { z } from 'zod';
import { assumptions, assumptionTexts } from '../../domain/forecast/assumptions.ts';
import { baseRateNotice } from '../../domain/forecast/base-rates.ts';
import { noticeKinds } from '../../domain/follow-up/notices.ts';
import { positions } from '../../domain/follow-up/events.ts';
import { bases } from '../../domain/playbooks/playbook.ts';
import { dateSchema, idSchema, roleSchema, stateCodeSchema } from './common.ts';
import { wholePlaybookSchema } from './playbooks.ts';

export const assumptionSchema = z.enum(assumptions).meta({
  description: assumptions.map((assumption) => `\`${assumption}\`: ${assumptionTexts[assumption]}`).join('\n\n'),
});
export const yearsSchema = z.number().int().min(1).max(10);
export const seedSchema = z
  .string()
  .max(100)
  .meta({ description: 'Decides what chance decides: the same seed on the same day gives the same future' });

const plannedSchema = z.strictObject({
  stateCode: stateCodeSchema,
  playbook: z.string().min(1).max(60),
  position: z.enum(positions),
  targetOn: dateSchema.nullish(),
});
const scopeSchema = z
  .union([
    z.strictObject({ recommendationId: idSchema }),
    z.strictObject({ sourceId: idSchema }),
    z.strictObject({ stateCode: stateCodeSchema }),
    z.strictObject({ all: z.literal(true) }),
    z.strictObject({ recommendations: z.array(plannedSchema).min(1).max(2_000) }),
  ])
  .meta({
    description:
      'What is simulated: running follow-ups from their present state, registered ones as if they were started now, or, before ' +
      'anything is registered, a list; its rows are named `row-1`, `row-2`… in the answer',
  });

export const simulationBody = z.strictObject({
  scope: scopeSchema,
  years: yearsSchema.default(5),
  assumption: assumptionSchema,
  seed: seedSchema.default('relance'),
  draft: wholePlaybookSchema.optional().meta({
    description:
      'A playbook that is not saved: what is not started yet and names its key starts with it. Running follow-ups keep theirs',
  }),
  byDay: z.boolean().default(false).meta({ description: 'Tell every day and every mail too; for smaller portfolios' }),
});

const count = z.number().int();
const period = { mails: count, notices: count, checkIns: count, escalations: count, people: count };
const load = {
  mails: count,
  notices: count,
  asked: count.meta({ description: 'Check-ins that are asked of this person' }),
  onDesk: count.meta({ description: 'Check-ins whose answers fall on this person’s desk' }),
};
const week = dateSchema.meta({ description: 'The Monday of the week' });
const personWeek = z.object({ week, ...load });

const simulatedMailSchema = z.object({
  contactId: z.string(),
  at: z.string(),
  onDate: dateSchema,
  notices: z.array(z.object({ recommendationId: z.string(), kind: z.enum(noticeKinds), role: roleSchema })),
});

export const simulationSchema = z
  .object({
    assumption: assumptionSchema,
    says: z.string().meta({ description: 'What is taken for granted about people' }),
    seed: z.string(),
    from: z.string(),
    until: z.string(),
    alreadyClosed: count.meta({ description: 'Follow-ups of the scope that are closed and have no future' }),
    totals: z.object({
      followUps: count,
      events: count,
      mails: count,
      notices: count,
      unassigned: count.meta({ description: 'Notices to roles that nobody holds: they reach no one' }),
      checkIns: count,
      answers: count,
      milestones: count,
      drafts: count,
      escalations: z.record(z.string(), count).meta({ description: 'Escalations raised, by rung' }),
      closings: z.record(z.string(), count).meta({ description: 'Follow-ups closed, by reason' }),
      stoppedCooperating: count,
    }),
    weeks: z.array(z.object({ week, ...period })),
    people: z.array(
      z.object({
        contactId: z.string().nullable().meta({ description: 'Null for a role that nobody holds' }),
        roles: z.array(roleSchema),
        ...load,
        weeks: z.array(personWeek),
      }),
    ),
    busiestWeeks: z.array(personWeek.extend({ contactId: z.string(), roles: z.array(roleSchema), says: z.string() })),
    spreading: z.object({
      rule: z.string(),
      suggestions: z.array(
        z.object({
          key: z.string(),
          deskId: z.string(),
          fromOn: dateSchema,
          toOn: dateSchema,
          days: count,
          by: z.enum(['extension', 'later-start']),
          says: z.string(),
        }),
      ),
    }),
    gaps: z
      .array(z.object({ key: z.string(), because: z.string() }))
      .meta({ description: 'What could not be followed to the end, and why; a split recommendation is its parts' }),
    days: z.array(z.object({ on: dateSchema, ...period })).nullable(),
    mailList: z.array(simulatedMailSchema).nullable(),
  })
  .meta({ id: 'Simulation' });

const habits = z.record(z.string(), z.number());

export const baseRatesSchema = z
  .object({
    notice: z.string().meta({ examples: [baseRateNotice] }),
    rates: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        points: z.array(z.object({ afterDays: count, accepted: z.number(), noted: z.number() })),
        basis: z.enum(bases),
        source: z.string(),
        use: z.string(),
      }),
    ),
    september: z.object({
      key: z.string(),
      title: z.string(),
      share: z.number(),
      basis: z.enum(bases),
      source: z.string(),
      use: z.string(),
    }),
    accepted: z
      .array(z.enum(positions))
      .meta({ description: 'Positions that count as accepted; all others are noted' }),
    assumptions: z.array(z.object({ key: z.enum(assumptions), says: z.string() })),
    habits: z
      .object({ basis: z.enum(bases), 'everybody-answers-on-time': habits, 'base-rates': habits })
      .meta({ description: 'How many days people are taken to need, where no record says so' }),
  })
  .meta({ id: 'BaseRates' });
