import { z } from 'zod';
import { recommendationSorts } from '../../db/queries/recommendations.ts';
import { assessments, closureReasons, implementations, positions } from '../../domain/follow-up/events.ts';
import { independentRoles } from '../../domain/follow-up/roles.ts';
import { bases } from '../../domain/playbooks/playbook.ts';
import { facetNames } from '../../domain/facets.ts';
import { readings, waits } from '../../domain/follow-up/reading.ts';
import { noticeKinds } from '../../domain/follow-up/notices.ts';
import { appealSchema } from './appeals.ts';
import { dateSchema, idSchema, instantSchema, limitSchema, roleSchema } from './common.ts';
import { facetQueries } from './facets.ts';
import { askedInstrumentSchema } from './instruments-asked.ts';
import { proposalSchema } from './similar.ts';
import { assumptionSchema, seedSchema } from './simulations.ts';

const statuses = ['open', 'paused', 'under-verification', 'closed'] as const;
const readingSchema = z.enum([...readings, 'not-started']);

export const filterQuery = z.strictObject({
  ...facetQueries,
  minRung: z.coerce.number().int().min(0).max(20).optional(),
  overdue: z.enum(['true', 'false']).optional(),
  nextStepFrom: z.union([instantSchema, dateSchema.transform((date) => `${date}T00:00:00.000Z`)]).optional(),
  nextStepBefore: z.union([instantSchema, dateSchema.transform((date) => `${date}T00:00:00.000Z`)]).optional(),
  q: z.string().trim().min(1).max(200).optional(),
});
export const listQuery = filterQuery.extend({
  sort: z.enum(recommendationSorts).default('nextStepAt'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  limit: limitSchema,
  cursor: z.string().max(500).optional(),
});

/** The four axes, never one status field. */
const axes = {
  position: z.enum(positions).nullable(),
  implementation: z.enum(implementations).nullable(),
  assessment: z.enum(assessments).nullable(),
  status: z.enum([...statuses, 'not-started']),
};

export const recommendationLineSchema = z
  .object({
    id: idSchema,
    stateCode: z.string(),
    sourceId: z.string(),
    paragraph: z.string().nullable(),
    text: z.string(),
    playbook: z.string(),
    themes: z.array(z.string()),
    targetOn: z.string().nullable(),
    createdAt: z.string(),
    ...axes,
    reading: readingSchema.meta({ description: 'What people read: derived from status, rung and the present instant' }),
    rung: z.number().int(),
    waitsFor: z.enum(waits).nullable(),
    asks: z.string().nullable(),
    dueAt: z.string().nullable(),
    nextStepAt: z.string().nullable(),
    nextStepKind: z.string().nullable(),
    overdueFrom: z.string().nullable(),
    lastAnswerAt: z.string().nullable(),
  })
  .meta({ id: 'RecommendationLine' });

export const processSchema = z
  .object({
    isAgreeing: z.boolean().meta({ description: 'False while the process knows more, or less, than the projection' }),
    version: z.number().int(),
    nextStepAt: z.string().nullable(),
    planning: z.string().nullable(),
  })
  .meta({
    id: 'Process',
    description: 'What the running workflow says of itself; null when none runs or none answers',
  });

export const recommendationSchema = recommendationLineSchema
  .extend({
    affectedGroups: z.array(z.string()),
    sdgs: z.array(z.number().int()),
    source: z.object({
      kind: z.string(),
      title: z.string(),
      reportSymbol: z.string().nullable(),
      mandateHolder: z.string().nullable(),
    }),
    version: z.number().int(),
    playbookVersion: z.number().int().nullable(),
    question: z.string().nullable(),
    round: z
      .object({
        number: z.number().int(),
        asks: z.string(),
        dueOn: z.string(),
        dueAt: z.string(),
        askedAt: z.string().nullable(),
        answeredAt: z.string().nullable(),
      })
      .nullable(),
    draft: z.object({ rung: z.number().int(), roles: z.array(roleSchema), draftedAt: z.string() }).nullable(),
    extension: z.object({ untilOn: z.string(), requestedAt: z.string() }).nullable(),
    claim: z
      .object({ evidence: z.array(z.object({ url: z.string(), description: z.string() })), claimedAt: z.string() })
      .nullable(),
    closureReason: z.enum(closureReasons).nullable(),
    openedBy: z.string().nullable().meta({ description: 'The recommendation that opened this one' }),
    openedAs: z.enum(['part', 'next-step']).nullable(),
    assessmentReason: z.string().nullable(),
    views: z
      .array(
        z.object({
          role: z.enum(independentRoles),
          contactId: z.string().nullable(),
          implementation: z.enum(implementations).nullable(),
          at: z.string(),
        }),
      )
      .meta({
        description: 'What independent voices last said, beside what the State claims; their words are in the timeline',
      }),
    milestones: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        usually: z.object({ fromDays: z.number(), toDays: z.number(), basis: z.enum(bases) }),
        evidence: z.array(z.string()),
        completedOn: z.string().nullable(),
        isLate: z.boolean(),
      }),
    ),
    late: z
      .array(z.object({ limit: z.string(), milestone: z.string().nullable(), since: z.string() }))
      .meta({ description: 'Limits of the playbook that have passed without their milestone' }),
    parentId: z.string().nullable(),
    parts: z
      .array(
        z.object({
          recommendationId: z.string(),
          status: z.enum([...statuses, 'not-started']),
          implementation: z.enum(implementations),
          assessment: z.enum(assessments).nullable(),
          closure: z.enum(closureReasons).nullable(),
        }),
      )
      .nullable(),
    carries: z.array(z.string()).meta({ description: 'Older recommendations that this one carries on' }),
    appeal: appealSchema.nullable().meta({ description: 'What a campaign has done here; null where none has' }),
    extensionsRequested: z.number().int(),
    startedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    extensionsGranted: z.number().int(),
    roles: z.array(
      z.object({ role: roleSchema, contactId: z.string(), isReachable: z.boolean(), isAway: z.boolean() }),
    ),
    allowedCommands: z.array(z.string()).meta({
      description: 'What may be asked of it now, by the names of the addresses: `report-progress`',
    }),
    process: processSchema.nullable(),
    instruments: z
      .array(askedInstrumentSchema)
      .meta({ description: 'The treaties that it asks the State to join: a deposit of all closes it' }),
    similarUrl: z.string().meta({ description: 'What the same State was asked before' }),
  })
  .meta({ id: 'Recommendation' });

export const registeredSchema = recommendationSchema
  .extend({
    playbookProposal: proposalSchema
      .extend({ isUsed: z.boolean().meta({ description: 'False when it was not sure, or is not installed' }) })
      .nullable()
      .meta({ description: 'What the rules propose where no playbook was named, and why' }),
  })
  .meta({ id: 'RegisteredRecommendation' });

export const countsSchema = z
  .object({
    total: z.number().int(),
    status: z.record(z.string(), z.number().int()),
    reading: z.record(z.string(), z.number().int()),
    rung: z.record(z.string(), z.number().int()),
    state: z.record(z.string(), z.number().int()),
    playbook: z.record(z.string(), z.number().int()),
  })
  .meta({ id: 'Counts' });

export const facetParams = z.object({ facet: z.enum(facetNames) });
export const facetSchema = z
  .object({
    items: z.array(
      z.object({
        value: z.string(),
        count: z.number().int(),
        title: z.string().nullable().meta({ description: 'Where the value is an id: what people call it' }),
      }),
    ),
  })
  .meta({ id: 'Facet', description: 'The values of one facet and how many recommendations have each, most first' });

export const timelineEntrySchema = z
  .object({
    version: z.number().int(),
    eventId: z.string(),
    type: z.string(),
    at: z.string(),
    recordedAt: z.string(),
    actor: z.string(),
    data: z.record(z.string(), z.unknown()),
    notices: z.array(
      z.object({ noticeId: z.string(), kind: z.string(), role: z.string(), contactId: z.string().nullable() }),
    ),
  })
  .meta({ id: 'TimelineEntry' });

export const forecastQuery = z.strictObject({
  assumption: assumptionSchema.default('nobody-answers'),
  years: z.coerce.number().int().min(1).max(10).default(3),
  seed: seedSchema.default('relance'),
});

export const forecastSchema = z
  .object({
    until: z.string(),
    assumption: assumptionSchema,
    isStarted: z.boolean().meta({ description: 'False when this is what would happen if it were started now' }),
    entries: z.array(
      z.object({
        at: z.string(),
        event: z.string(),
        stepId: z.string().nullable(),
        asks: z.string().nullable(),
        rung: z.number().int().nullable(),
        notices: z.array(z.object({ kind: z.enum(noticeKinds), role: roleSchema, contactId: z.string().nullable() })),
        assumesApproval: z.boolean(),
      }),
    ),
  })
  .meta({
    id: 'Forecast',
    description:
      'What will happen, on which dates, to whom, under an assumption about people. What a campaign will yet bring to an appeal is not in it',
  });
