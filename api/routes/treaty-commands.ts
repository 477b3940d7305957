import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { nowOf, type AppDeps } from '../deps.ts';
import { ifMatchHeaders, versionIn } from '../etag.ts';
import { idempotencyHeaders, problemResponses } from '../schemas/common.ts';
import { correctionBody, entryShapes, treatyStatusSchema, type SaidEntry } from '../schemas/treaty-status.ts';
import { entrySaid, submitTreaty } from '../treaty-commands.ts';
import { typed } from './route.ts';
import { shownStatus, statusNamed, statusParams } from './treaty-status.ts';

const tags = ['Treaties'];
const headers = idempotencyHeaders.extend(ifMatchHeaders.shape);
const common = { tags, params: statusParams, headers, response: { 200: treatyStatusSchema, ...problemResponses } };

/** The command of each kind of entry, and what it is for. */
const commands = {
  'record-signature': ['signature', 'A signature: it makes nobody a party'],
  'record-domestic-act': ['domestic-act', 'An act at home, with its proof: only the deposit makes a party'],
  'record-deposit': ['deposit', 'A deposit: it makes a party, and closes what asks for the treaty'],
  'record-reservation': ['reservation', 'A reservation'],
  'record-declaration': ['declaration', 'A declaration'],
  'record-objection': ['objection', 'An objection of another participant to a reservation'],
  'withdraw-statement': ['withdrawal', 'A reservation, declaration or objection is withdrawn, in whole or in part'],
  denounce: ['denunciation', "A denunciation: it takes effect by the treaty's own rule unless a later day is named"],
} as const satisfies Record<string, readonly [SaidEntry['kind'], string]>;

/** What is put on record about a status: said again it changes nothing, and an error is corrected, never rewritten. */
export function treatyCommandRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const address = '/treaty-status/:participant/:instrument/commands';
  for (const [name, [kind, summary]] of Object.entries(commands)) {
    const body = z.strictObject(entryShapes[kind]);
    app.post(`${address}/${name}`, { schema: { ...common, summary, body } }, async (request, reply) => {
      const of = statusNamed(request.params);
      const said = { ...request.body, kind } as SaidEntry;
      const command = { ...entrySaid(said), at: nowOf(deps) };
      const isConditional = request.headers['if-match'] !== undefined;
      const expectedVersion = isConditional ? versionIn(request.headers) : undefined;
      const warnings = await submitTreaty(deps, request, { ...of, command, expectedVersion });
      const shown = await shownStatus(deps, of, undefined, warnings);
      return reply.header('etag', shown.etag).send(shown.body);
    });
  }

  const summary = 'Corrects what was recorded in error, or strikes it out: a new event, with its reason';
  const schema = { ...common, summary, body: correctionBody };
  app.post(`${address}/correct-entry`, { schema }, async (request, reply) => {
    const of = statusNamed(request.params);
    const expectedVersion = versionIn(request.headers);
    const { entry, to, because } = request.body;
    const corrected = to === null ? null : entrySaid(to);
    const command = { type: 'CorrectTreatyEntry', at: nowOf(deps), entry, to: corrected, because } as const;
    await submitTreaty(deps, request, { ...of, command, expectedVersion });
    const shown = await shownStatus(deps, of);
    return reply.header('etag', shown.etag).send(shown.body);
  });
}
