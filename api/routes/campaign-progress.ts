import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { baseRateNotice, depositRate } from '../../domain/forecast/base-rates.ts';
import { closureReasons, positions } from '../../domain/follow-up/events.ts';
import { countByRegion } from '../../domain/campaign/remaining.ts';
import { obstacles } from '../../domain/campaign/obstacles.ts';
import { targetStatuses } from '../../domain/campaign/state.ts';
import { regionalGroups } from '../../domain/reference/states.ts';
import { campaignAsOf, progressOf } from '../campaign-progress.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { idParams, problemResponses } from '../schemas/common.ts';
import { typed } from './route.ts';

const tags = ['Campaigns'];
const date = z.iso.date();
const asOfQuery = z.strictObject({
  asOf: date.optional().meta({ description: 'The end of this day (UTC); today when absent' }),
});
const regionalGroup = z.enum(regionalGroups);

const progressSchema = z
  .object({
    asOf: date,
    instruments: z.array(
      z.object({
        instrument: z.string(),
        parties: z.int().meta({ description: 'Of all participants in the treaty, by the days of their deposits' }),
        partiesOfSet: z.int().meta({ description: 'Of the States of the campaign' }),
        line: z
          .object({ fromOn: date, fromParties: z.int(), targetOn: date, goal: z.int() })
          .meta({ description: 'The goal line, for the States of the campaign' }),
        lineToday: z.number(),
        points: z.array(z.object({ on: date, parties: z.int(), line: z.number() })),
        remaining: z.int(),
        expected: z
          .object({
            parties: z.number(),
            low: z.int(),
            high: z.int(),
            level: z.number(),
            untilOn: date,
            beyondTable: z
              .int()
              .meta({ description: 'States for whom the target lies beyond the five years of the table' }),
          })
          .nullable()
          .meta({ description: 'Parties of the set by the target date; null once it has gone by' }),
      }),
    ),
    basis: z.object({ notice: z.string(), source: z.string() }),
  })
  .meta({ id: 'CampaignProgress' });

const remainingSchema = z
  .object({
    asOf: date,
    total: z.int(),
    regions: z.array(z.object({ regionalGroup, remaining: z.int(), withObstacle: z.int(), escalated: z.int() })),
    states: z.array(
      z.object({
        stateCode: z.string(),
        instrument: z.string(),
        regionalGroup,
        signedOn: date.nullable(),
        domesticActOn: date.nullable(),
        recommendationId: z.string().nullable(),
        standsAs: z.enum(targetStatuses),
        note: z.string().nullable(),
        appeal: z
          .object({
            status: z.enum(['open', 'paused', 'under-verification', 'closed']),
            closure: z.enum(closureReasons).nullable(),
            position: z.enum(positions),
            since: date,
            rung: z.int(),
            obstacles: z.array(z.enum(obstacles)),
            twinnedWith: z.array(z.string()),
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'CampaignRemaining' });

const remainingQuery = asOfQuery.extend({
  instrument: z.string().max(40).optional(),
  regionalGroup: regionalGroup.optional(),
  obstacle: z.enum(obstacles).optional(),
});

/** How far a campaign has come, as of any day: parties, goal line and what base rates expect; who remains, and why. */
export function campaignProgressRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const progress = {
    tags,
    summary: 'Parties over time beside the goal line, and the parties that base rates expect by the target date',
    params: idParams,
    querystring: asOfQuery,
    response: { 200: progressSchema, ...problemResponses },
  };
  app.get('/campaigns/:id/progress', { schema: progress }, async ({ params, query }) => {
    const seen = await campaignAsOf(deps, params.id, query.asOf ?? nowOf(deps).slice(0, 10));
    const basis = { notice: baseRateNotice, source: depositRate.source };
    return { asOf: seen.on, instruments: await progressOf(deps, seen), basis };
  });

  const remaining = {
    tags,
    summary: 'The States that have not joined, by region, each with its obstacles, position and rung',
    params: idParams,
    querystring: remainingQuery,
    response: { 200: remainingSchema, ...problemResponses },
  };
  app.get('/campaigns/:id/remaining', { schema: remaining }, async ({ params, query }) => {
    const { on, remaining: all } = await campaignAsOf(deps, params.id, query.asOf ?? nowOf(deps).slice(0, 10));
    const states = all.filter(
      (state) =>
        (query.instrument === undefined || state.instrument === query.instrument) &&
        (query.regionalGroup === undefined || state.regionalGroup === query.regionalGroup) &&
        (query.obstacle === undefined || state.appeal?.obstacles.includes(query.obstacle) === true),
    );
    return { asOf: on, total: states.length, regions: [...countByRegion(states)], states: states.map(plain) };
  });
}

type Remaining = Awaited<ReturnType<typeof campaignAsOf>>['remaining'][number];
const plain = ({ appeal, ...state }: Remaining) => ({
  ...state,
  appeal: appeal && { ...appeal, obstacles: [...appeal.obstacles], twinnedWith: [...appeal.twinnedWith] },
});
