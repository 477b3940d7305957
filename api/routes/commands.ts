import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { findCommand } from '../../db/queries/follow-ups.ts';
import { treatiesNotJoinedBy } from '../../db/queries/appeal-twins.ts';
import { findStart } from '../../db/queries/start.ts';
import { findContact } from '../../db/register/contacts.ts';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import { actorOf } from '../access.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { kebab } from '../kebab.ts';
import { Problem } from '../problems.ts';
import {
  commandBodies,
  receiptSchema,
  startBody,
  startReceiptSchema,
  type BodyCommandType,
} from '../schemas/commands.ts';
import { idempotencyHeaders, idParams, problemResponses } from '../schemas/common.ts';
import { requireRecommendation } from './recommendations.ts';
import { typed } from './route.ts';

const response = { 200: receiptSchema, ...problemResponses };
export const commandSchema = { tags: ['Commands'], params: idParams, headers: idempotencyHeaders, response };

/** One route for each command, named as the domain names it: `RecordPosition` is `…/commands/record-position`. */
export function commandRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  app.post(
    '/recommendations/:id/commands/start-follow-up',
    { schema: { ...commandSchema, response: { 200: startReceiptSchema, ...problemResponses }, body: startBody } },
    async (request) => {
      const { id } = request.params;
      const { version } = await submitFor(deps, id, request, await startCommand(deps, id, request.body));
      // What was deposited before it began counts at once: a State is not asked for what it has done.
      const settled = await deps.settle(id);
      return { recommendationId: id, version, settled: settled.map((each) => ({ ...each })) };
    },
  );
  for (const [type, body] of Object.entries(commandBodies) as [BodyCommandType, z.ZodType<object>][])
    app.post(
      `/recommendations/:id/commands/${kebab(type)}`,
      { schema: { ...commandSchema, body } },
      async (request) => {
        await requireRecommendation(deps, request.params.id);
        // The schema of this very command has shaped the body: see `commandBodies`.
        const command = { type, ...request.body } as PersonCommand;
        await requireWhatItNames(deps, request.params.id, command);
        return submitFor(deps, request.params.id, request, command);
      },
    );
}

async function startCommand(
  deps: AppDeps,
  id: RecommendationId,
  { assign, isAlreadyDone, playbookVersion }: z.output<typeof startBody>,
): Promise<PersonCommand> {
  await requireRecommendation(deps, id);
  const start = await findStart(deps.db, id, playbookVersion);
  if (start === undefined) throw new Problem('UnknownPlaybook');
  await requireKnown(deps, Object.values(assign), '/assign');
  return { ...start, assign, isAlreadyDone };
}

/**
 * Submits a command. A refusal of one that is on record is no refusal: the answer to the first try was lost, and in a
 * later run of the workflow nobody else remembers it.
 */
export async function submitOnce(
  deps: AppDeps,
  id: RecommendationId,
  submitted: { readonly commandId: string; readonly actor: string; readonly command: PersonCommand },
): Promise<number> {
  const submission = await deps.gateway.submit(id, submitted);
  if (submission.isAccepted) return submission.version;
  const recorded = await findCommand(deps.db, id, submitted.commandId);
  if (recorded !== undefined) return recorded;
  throw new Problem(submission.rejected);
}

export async function submitFor(deps: AppDeps, id: RecommendationId, request: FastifyRequest, command: PersonCommand) {
  const commandId = `${request.commandKey}:${command.type}`;
  const version = await submitOnce(deps, id, { commandId, actor: actorOf(request), command });
  return { recommendationId: id, version };
}

async function requireWhatItNames(deps: AppDeps, id: RecommendationId, command: PersonCommand): Promise<void> {
  if (command.type === 'ArrangeTwinning') return requireParty(deps, id, command.withState);
  if (command.type === 'AssignRole') return requireKnown(deps, [command.contactId], '/contactId');
  if (command.type === 'RecordIndependentView' && command.contactId !== null)
    return requireKnown(deps, [command.contactId], '/contactId');
  if (command.type === 'Close' && ['superseded', 'merged'].includes(command.reason))
    throw new Problem('SuccessorMissing', undefined, {
      fields: [{ path: '/reason', message: 'use commands/supersede or commands/merge' }],
    });
  if (command.type !== 'RecordContactUnreachable') return;
  await requireKnown(deps, [command.contactId], '/contactId');
  await requireKnown(deps, command.movedTo === null ? [] : [command.movedTo], '/movedTo');
}

/** Only a party can show another State the way; a treaty of which no status is on record says nothing. */
async function requireParty(deps: AppDeps, recommendationId: RecommendationId, stateCode: string): Promise<void> {
  const missing = await treatiesNotJoinedBy(deps.db, { recommendationId, stateCode }, nowOf(deps).slice(0, 10));
  if (missing.length === 0) return;
  throw new Problem('TwinNotAParty', undefined, {
    fields: [{ path: '/withState', message: `is no party to ${missing.join(', ')}` }],
  });
}

async function requireKnown({ db }: AppDeps, contactIds: readonly string[], path: string): Promise<void> {
  for (const contactId of contactIds)
    if (!(await findContact(db, contactId)))
      throw new Problem('UnprocessableReference', 'The contact does not exist', {
        fields: [{ path, message: 'no such contact' }],
      });
}
