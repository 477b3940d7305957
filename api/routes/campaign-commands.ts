import type { FastifyInstance, FastifyRequest } from 'fastify';
import { registerBatch } from '../../db/register/batches.ts';
import { findBatch } from '../../db/queries/batches.ts';
import { draftsOfCampaign } from '../../db/register/letters.ts';
import type { CampaignCommand } from '../../domain/campaign/commands.ts';
import { startedBatch } from '../batches.ts';
import { requireCampaign, shownCampaign, submitCampaign } from '../campaigns.ts';
import { actorOf } from '../access.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { batchSchema } from '../schemas/batches.ts';
import {
  approveLettersBody,
  campaignReasonBody,
  campaignSchema,
  leaveOutBody,
  noBody,
  takeInBody,
} from '../schemas/campaigns.ts';
import { idempotencyHeaders, idParams, problemResponses } from '../schemas/common.ts';
import { typed } from './route.ts';

const tags = ['Campaigns'];
const command = {
  tags,
  params: idParams,
  headers: idempotencyHeaders,
  response: { 200: campaignSchema, ...problemResponses },
};

/** What may be asked of a campaign that runs. Appeals that have begun are follow-ups, and have their own commands. */
export function campaignCommandRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const give = (request: FastifyRequest & { params: { id: string } }, wish: Wish) => giveCommand(deps, request, wish);

  const takeIn = {
    ...command,
    summary: 'Takes in new States, and again whoever was left out or failed',
    body: takeInBody,
  };
  app.post('/campaigns/:id/commands/take-in-states', { schema: takeIn }, (request) =>
    give(request, { type: 'TakeInStates', stateCodes: request.body.stateCodes }),
  );
  const leaveOut = {
    ...command,
    summary:
      'Leaves out a State, with a note; an appeal that runs goes on by itself, without the rounds of the campaign',
    body: leaveOutBody,
  };
  app.post('/campaigns/:id/commands/leave-out', { schema: leaveOut }, (request) =>
    give(request, { type: 'LeaveOut', ...request.body, instrument: request.body.instrument ?? null }),
  );
  const pause = { ...command, summary: 'No wave and no round until it is resumed', body: campaignReasonBody };
  app.post('/campaigns/:id/commands/pause', { schema: pause }, (request) =>
    give(request, { type: 'PauseCampaign', reason: request.body.reason }),
  );
  const resume = {
    ...command,
    summary: 'Goes on; of the rounds that were missed the newest of each kind is held',
    body: noBody,
  };
  app.post('/campaigns/:id/commands/resume', { schema: resume }, (request) =>
    give(request, { type: 'ResumeCampaign' }),
  );
  const end = {
    ...command,
    summary: 'No wave and no round any more; appeals that run go on',
    body: campaignReasonBody,
  };
  app.post('/campaigns/:id/commands/end', { schema: end }, (request) =>
    give(request, { type: 'EndCampaign', reason: request.body.reason }),
  );

  const approval = {
    tags,
    summary: "Approves the Secretary-General's letters that wait: all of them, or those that are named",
    params: idParams,
    headers: idempotencyHeaders,
    body: approveLettersBody,
    response: { 202: batchSchema, ...problemResponses },
  };
  app.post('/campaigns/:id/letters/approval', { schema: approval }, async (request, reply) => {
    const { letterIds } = request.body;
    const { title } = await requireCampaign(deps, request.params.id);
    const id = idFor('bat', request);
    if ((await findBatch(deps.db, id)) === undefined)
      await approve(deps, request.params.id, {
        orderedBy: actorOf(request),
        id,
        title,
        letterIds,
      });
    return reply.status(202).send(await startedBatch(deps, id));
  });
}

type Wish = CampaignCommand extends infer C ? (C extends CampaignCommand ? Omit<C, 'at'> : never) : never;

async function giveCommand(deps: AppDeps, request: FastifyRequest & { params: { id: string } }, wish: Wish) {
  const campaignId = request.params.id;
  await requireCampaign(deps, campaignId);
  const commandId = `${request.commandKey}:${wish.type}`;
  await submitCampaign(deps, {
    campaignId,
    commandId,
    actor: actorOf(request),
    command: { ...wish, at: nowOf(deps) },
  });
  return (await shownCampaign(deps, campaignId)).body;
}

type Approval = {
  readonly id: string;
  readonly title: string;
  readonly orderedBy: string;
  readonly letterIds?: readonly string[] | undefined;
};

async function approve(
  deps: AppDeps,
  campaignId: string,
  { id, title, orderedBy, letterIds }: Approval,
): Promise<void> {
  const drafts = await draftsOfCampaign(deps.db, campaignId);
  const unknown = (letterIds ?? []).filter((wanted) => !drafts.some(({ letterId }) => letterId === wanted));
  if (unknown.length > 0)
    throw new Problem('UnprocessableReference', undefined, {
      fields: unknown.map((each) => ({
        path: '/letterIds',
        message: `no letter of this campaign that waits: ${each}`,
      })),
    });
  const commands = drafts
    .filter(({ letterId }) => letterIds === undefined || letterIds.includes(letterId))
    .map(({ recommendationId, key }) => ({ recommendationId, command: { type: 'ApproveAppealLetter' as const, key } }));
  if (commands.length === 0) throw new Problem('NoLetterWaiting');
  const batch = {
    id,
    kind: 'campaign-letters' as const,
    reason: `Letters approved: ${title}`,
    at: nowOf(deps),
    orderedBy,
    commands,
  };
  await deps.db.transaction().execute((trx) => registerBatch(trx, batch));
}
