import type { Kysely } from 'kysely';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import { termsOf, type Playbook } from '../../domain/playbooks/playbook.ts';
import type { Schema } from '../schema.ts';
import { findNewestPlaybook, findPlaybook } from './playbooks.ts';

export type StartFollowUp = Extract<PersonCommand, { type: 'StartFollowUp' }>;

/**
 * The command that starts the follow-up of a registered recommendation, on a version of its playbook or on the newest; undefined when
 * the recommendation or the playbook does not exist.
 */
export async function findStart(
  db: Kysely<Schema>,
  id: RecommendationId,
  playbookVersion?: number,
): Promise<StartFollowUp | undefined> {
  const row = await db
    .selectFrom('recommendations')
    .select(['state_code', 'playbook_key', 'position', 'target_on'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const key = row.playbook_key;
  const playbook = await (playbookVersion === undefined
    ? findNewestPlaybook(db, key)
    : findPlaybook(db, { key, version: playbookVersion }));
  if (playbook === undefined) return undefined;
  const { state_code: stateCode, position, target_on: targetOn } = row;
  return startOn(playbook, { stateCode, position, targetOn });
}

/** The command that starts a follow-up on a playbook, with nobody assigned for it alone. */
export const startOn = (
  playbook: Playbook,
  registered: Pick<StartFollowUp, 'stateCode' | 'position' | 'targetOn'>,
): StartFollowUp => ({
  type: 'StartFollowUp',
  ...registered,
  playbook: { key: playbook.key, version: playbook.version },
  assign: {},
  terms: termsOf(playbook),
  parentId: null,
});
