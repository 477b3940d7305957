import type { Kysely } from 'kysely';
import { openStream } from '../db/event-store.ts';
import { findStart } from '../db/queries/start.ts';
import type { Schema } from '../db/schema.ts';
import { calendarTime, type Clock } from '../domain/clock.ts';
import { isStarted } from '../domain/follow-up/state.ts';
import type { PartActivities } from './contract.ts';
import type { FollowUpCommands } from './follow-up-commands.ts';
import { settleIfParty } from './settle-if-party.ts';

type PartsDeps = { readonly db: Kysely<Schema>; readonly clock: Clock; readonly commands: FollowUpCommands };

/**
 * Starts the parts with the position, the target date and the people of the whole. A part that cannot be started now (its playbook is
 * gone, say) stays *not started* on record and is tried again by the next run; the others go on.
 */
export const createStartParts =
  ({ db, clock, commands }: PartsDeps): PartActivities['startParts'] =>
  async (recommendationId) => {
    const { state } = await openStream(db, recommendationId);
    if (!isStarted(state)) return;
    const today = calendarTime(clock, Date.now()).slice(0, 10);
    const targetOn = state.targetOn !== null && state.targetOn >= today ? state.targetOn : null;
    for (const part of state.parts ?? []) {
      const command = part.status === 'not-started' ? await findStart(db, part.recommendationId) : undefined;
      if (command === undefined) continue;
      const { position, assigned: assign } = state;
      await commands.submit(part.recommendationId, {
        commandId: `split:${recommendationId}`,
        actor: 'system',
        command: { ...command, position, targetOn, assign, parentId: recommendationId },
      });
      await settleIfParty({ db, clock, commands }, part.recommendationId);
    }
  };

export const createTellParent =
  ({ commands }: Pick<PartsDeps, 'commands'>): PartActivities['tellParent'] =>
  async ({ parentId, outcome, version }) => {
    await commands.submit(parentId, {
      commandId: `part:${outcome.recommendationId}:${version}`,
      actor: 'system',
      command: { type: 'RecordPart', ...outcome },
    });
  };
