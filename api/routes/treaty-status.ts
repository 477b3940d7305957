import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readCursor } from '../../db/queries/paging.ts';
import { listStandings, standingsOf, type StandingRow } from '../../db/queries/treaty-status.ts';
import { findTreatyState } from '../../db/treaty-status-store.ts';
import { instrumentFacts } from '../../domain/reference/instruments/instruments.ts';
import { participantByCode } from '../../domain/reference/participants.ts';
import type { CalendarDate } from '../../domain/time.ts';
import type { TreatyWarning } from '../../domain/treaty-status/commands.ts';
import type { TreatyStatusOf } from '../../domain/treaty-status/decide.ts';
import { standingOn } from '../../domain/treaty-status/standing.ts';
import { noTreatyStatus } from '../../domain/treaty-status/state.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { etagOf } from '../etag.ts';
import { given } from '../given.ts';
import { Problem } from '../problems.ts';
import { problemResponses } from '../schemas/common.ts';
import {
  asOfQuery,
  statusLineSchema,
  statusPageSchema,
  treatyStatusQuery,
  treatyStatusSchema,
} from '../schemas/treaty-status.ts';
import { standingOfRow, treatyStatusView } from '../treaty-status-view.ts';
import { instrumentNamed } from './instruments.ts';
import { typed } from './route.ts';

const tags = ['Treaties'];
export const statusParams = z.object({ participant: z.string().max(2), instrument: z.string().max(300) });
const sort = { by: 'instrument', direction: 'asc' } as const;

/** Where States stand under treaties on any day, and everything that is on record about it. */
export function treatyStatusRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  const list = {
    tags,
    summary: 'Standings on a day, by instrument and participant; whoever did nothing under a treaty has no line',
    querystring: treatyStatusQuery,
    response: { 200: statusPageSchema, ...problemResponses },
  };
  app.get('/treaty-status', { schema: list }, async ({ query }) => {
    const { instrument, participant, party, limit, cursor } = query;
    if (cursor !== undefined && typeof readCursor(sort, cursor)?.key !== 'string') throw new Problem('InvalidCursor');
    const on = query.asOf ?? today(deps);
    const isParty = party === undefined ? undefined : party === 'true';
    const wish = { on, ...given({ instruments: instrument, participants: participant, isParty }) };
    const { lines, nextCursor } = await listStandings(db, wish, { sort, limit, ...given({ cursor }) });
    return { items: lines.map((row) => lineView(row, on)), nextCursor };
  });

  const one = {
    tags,
    summary: 'One status on a day, with every entry, its proofs and its corrections',
    params: statusParams,
    querystring: asOfQuery,
    response: { 200: treatyStatusSchema, ...problemResponses },
  };
  app.get('/treaty-status/:participant/:instrument', { schema: one }, async ({ params, query }, reply) => {
    const shown = await shownStatus(deps, statusNamed(params), query.asOf);
    return reply.header('etag', shown.etag).send(shown.body);
  });

  const ofState = {
    tags: ['States'],
    summary: 'Where a State stands under every treaty on a day',
    params: z.object({ code: z.string().max(2) }),
    querystring: asOfQuery,
    response: { 200: z.array(statusLineSchema), ...problemResponses },
  };
  app.get('/states/:code/treaty-status', { schema: ofState }, async ({ params: { code }, query }) => {
    if (participantByCode(code) === undefined) throw new Problem('UnknownState');
    const on = query.asOf ?? today(deps);
    const rows = await standingsOf(db, { participants: [code], on });
    return instrumentFacts.map(({ key }) => {
      const row = rows.find(({ instrument }) => instrument === key);
      if (row !== undefined) return lineView(row, on);
      return { participant: code, instrument: key, asOf: on, standing: standingOn(noTreatyStatus, on) };
    });
  });
}

const today = (deps: AppDeps): CalendarDate => nowOf(deps).slice(0, 10);

const lineView = (row: StandingRow, asOf: CalendarDate) => ({
  participant: row.participant,
  instrument: row.instrument,
  asOf,
  standing: standingOfRow(row),
});

/** Whose status under which treaty an address names; the treaty by any of its names. */
export function statusNamed({ participant, instrument }: z.output<typeof statusParams>): TreatyStatusOf {
  if (participantByCode(participant) === undefined) throw new Problem('UnknownParticipant');
  return { participant, instrument: instrumentNamed(instrument).key };
}

export async function shownStatus(
  deps: AppDeps,
  of: TreatyStatusOf,
  asOf: CalendarDate = today(deps),
  warnings: readonly TreatyWarning[] = [],
) {
  const record = await findTreatyState(deps.db, of.participant, of.instrument);
  return { body: treatyStatusView(of, record, { asOf, warnings }), etag: etagOf(record.version) };
}
