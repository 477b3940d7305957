import type { Client } from '@temporalio/client';
import type { Kysely } from 'kysely';
import { openStream } from '../db/event-store.ts';
import type { Schema } from '../db/schema.ts';
import type { Clock } from '../domain/clock.ts';
import { createAppendEvents } from './append-events.ts';
import { createApplyImportPage } from './apply-import-page.ts';
import type { Calendars } from './calendars.ts';
import { createBeginAppeals } from './begin-appeals.ts';
import { createClearExpired, type Retention } from './clear-expired.ts';
import { createCampaignSchedules } from './campaign-schedule.ts';
import type {
  BatchActivities,
  CampaignActivities,
  CorrespondenceActivities,
  FollowUpActivities,
  ImportActivities,
  PartActivities,
  RetentionActivities,
} from './contract.ts';
import { createDeliverDigest } from './deliver-digest.ts';
import { createFindRoleMoves } from './find-role-moves.ts';
import type { AnswerLinks } from './mail/links.ts';
import type { Mailer } from './mail/transport.ts';
import type { BatchStarter, FollowUpCommands } from './follow-up-commands.ts';
import { createHoldRounds } from './hold-rounds.ts';
import { createMoveRole } from './move-role.ts';
import { createPlanDigest } from './plan-digest.ts';
import { createPlanNext } from './plan-next.ts';
import { createRecordBounce } from './record-bounce.ts';
import { createResolveDigest } from './resolve-digest.ts';
import { createStartParts, createTellParent } from './parts.ts';
import { createSubmitBatchPage } from './submit-batch-page.ts';
import { createWakeCorrespondence } from './wake-correspondence.ts';

export type ActivityDeps = {
  readonly db: Kysely<Schema>;
  readonly clock: Clock;
  readonly calendars: Calendars;
  readonly mailer: Mailer;
  readonly links: AnswerLinks;
  readonly publicUrl: string;
  readonly routineMailDays: number;
  readonly client: Client;
  readonly taskQueue: string;
  readonly commands: FollowUpCommands;
  readonly batches: BatchStarter;
  readonly retention: Retention;
};

/** All that workflows may ask of the world, with what it needs passed in. */
export const createActivities = (
  deps: ActivityDeps,
): FollowUpActivities &
  CorrespondenceActivities &
  PartActivities &
  BatchActivities &
  CampaignActivities &
  ImportActivities &
  RetentionActivities => ({
  openStream: async (recommendationId) => ({ ...(await openStream(deps.db, recommendationId)), clock: deps.clock }),
  appendEvents: createAppendEvents(deps),
  planNext: createPlanNext(deps),
  wakeCorrespondence: createWakeCorrespondence(deps),
  startParts: createStartParts(deps),
  tellParent: createTellParent(deps),
  submitBatchPage: createSubmitBatchPage(deps),
  beginAppeals: createBeginAppeals(deps),
  holdRounds: createHoldRounds(deps),
  syncSchedule: createCampaignSchedules(deps).sync,
  applyImportPage: createApplyImportPage(deps),
  clearExpired: createClearExpired(deps),
  planDigest: createPlanDigest(deps),
  deliverDigest: createDeliverDigest(deps),
  recordBounce: createRecordBounce(deps),
  resolveDigest: createResolveDigest(deps),
  findRoleMoves: createFindRoleMoves(deps),
  moveRole: createMoveRole(deps),
});
