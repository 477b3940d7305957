import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { countAllParties, countParties, listParties } from '../../db/queries/treaty-status.ts';
import {
  instrumentByKey,
  instrumentFacts,
  type InstrumentFacts,
} from '../../domain/reference/instruments/instruments.ts';
import { readInstrumentKey } from '../../domain/reference/instruments/read-instrument-key.ts';
import { participantByCode, participants } from '../../domain/reference/participants.ts';
import type { UnLanguage } from '../../domain/reference/states.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { languageWanted } from '../reader-language.ts';
import { problemResponses } from '../schemas/common.ts';
import { instrumentLineSchema, instrumentSchema, participantSchema } from '../schemas/instruments.ts';
import { asOfQuery, partiesSchema } from '../schemas/treaty-status.ts';
import { typed } from './route.ts';

const tags = ['Treaties'];
const params = z.object({ key: z.string().max(300).meta({ description: 'A key, or any name that tables give it' }) });

/** What the treaties say about dates, and who may take part in them. */
export function instrumentRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  const list = { 200: z.array(instrumentLineSchema), ...problemResponses };
  app.get(
    '/instruments',
    { schema: { tags, summary: 'The treaties whose status is kept', response: list } },
    async ({ headers }) => {
      const language = languageWanted(headers['accept-language']);
      const parties = await countAllParties(db, nowOf(deps).slice(0, 10));
      return instrumentFacts.map((facts) => ({ ...lineView(facts, language), parties: parties.get(facts.key) ?? 0 }));
    },
  );

  const one = { tags, params, response: { 200: instrumentSchema, ...problemResponses } };
  app.get('/instruments/:key', { schema: one }, async ({ params: { key }, headers }) => {
    const facts = instrumentNamed(key);
    const parties = await countParties(db, facts.key, nowOf(deps).slice(0, 10));
    const { sources, ...rest } = facts;
    return { ...rest, ...lineView(facts, languageWanted(headers['accept-language'])), sources: [...sources], parties };
  });

  const parties = {
    tags,
    summary: 'The parties on a day, by the days of their deposits',
    params,
    querystring: asOfQuery,
    response: { 200: partiesSchema, ...problemResponses },
  };
  app.get('/instruments/:key/parties', { schema: parties }, async ({ params: { key }, query, headers }) => {
    const instrument = instrumentNamed(key).key;
    const asOf = query.asOf ?? nowOf(deps).slice(0, 10);
    const language = languageWanted(headers['accept-language']);
    const rows = await listParties(db, instrument, asOf);
    return {
      instrument,
      asOf,
      count: rows.length,
      parties: rows.map((row) => ({
        participant: row.participant,
        name: participantByCode(row.participant)?.names[language] ?? row.participant,
        how: row.how,
        depositedOn: row.deposited_on,
        inForceOn: row.in_force_on,
        isInForce: row.is_in_force,
      })),
    };
  });

  const all = { 200: z.array(participantSchema), ...problemResponses };
  app.get(
    '/participants',
    { schema: { tags, summary: 'Who may take part in treaties', response: all } },
    ({ headers }) => {
      const language = languageWanted(headers['accept-language']);
      return participants.map((each) => ({ ...each, name: each.names[language] }));
    },
  );
}

export function instrumentNamed(text: string): InstrumentFacts {
  const facts = instrumentByKey(readInstrumentKey(text) ?? '');
  if (facts === undefined) throw new Problem('UnknownInstrument');
  return facts;
}

const lineView = (facts: InstrumentFacts, language: UnLanguage) => {
  const { key, kind, shortName, untc, protocolTo, adoptedOn, inForceOn, openTo } = facts;
  return { key, kind, name: facts.names[language], shortName, untc, protocolTo, adoptedOn, inForceOn, openTo };
};
