import { findCommand, listHeldRoles } from '../db/queries/follow-ups.ts';
import type { CorrespondenceActivities, RoleMove } from './contract.ts';
import type { CorrespondenceDeps } from './mail/deps.ts';

/** A page of moves: what was moved is no longer found, so asking again gives the next page, and at the end none. */
export const maxRoleMoves = 500;

/** Which roles of which open follow-ups an unreachable contact holds, and who takes each. */
export const createFindRoleMoves =
  ({ db }: Pick<CorrespondenceDeps, 'db'>): CorrespondenceActivities['findRoleMoves'] =>
  async (contactId, because, causeId) => {
    const moves: RoleMove[] = [];
    for (const { recommendationId, role, movedTo } of await listHeldRoles(db, contactId)) {
      const commandId = `move:${causeId}:${recommendationId}:${role}`;
      // With nobody to take it, a role stays where it is; that this was found is on record all the same.
      const isOnRecord = (await findCommand(db, recommendationId, commandId)) !== undefined;
      if (!isOnRecord) moves.push({ recommendationId, role, because, movedTo, commandId });
      if (moves.length === maxRoleMoves) break;
    }
    return moves;
  };
