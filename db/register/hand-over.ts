import { sql, type Kysely, type Transaction } from 'kysely';
import { roles, type Role } from '../../domain/follow-up/roles.ts';
import type { ContactId, RecommendationId } from '../../domain/ids.ts';
import type { Schema } from '../schema.ts';
import { registerBatch, type NewBatch } from './batches.ts';

export type HandOverWish = {
  readonly from: readonly ContactId[];
  readonly to: ContactId;
  /** Only what is held for this State. */
  readonly stateCode?: string;
};

/** What contacts hold: roles for a whole State, and in each open follow-up whatever comes of them or was given for it alone. */
export type Held = {
  readonly stateRoles: readonly { readonly stateCode: string; readonly role: Role; readonly contactId: ContactId }[];
  readonly followUps: readonly {
    readonly recommendationId: RecommendationId;
    readonly from: ContactId;
    readonly roles: readonly Role[];
  }[];
};

export async function findHeld(db: Kysely<Schema>, wish: Omit<HandOverWish, 'to'>): Promise<Held> {
  if (wish.from.length === 0) return { stateRoles: [], followUps: [] };
  const stateRoles = await stateRolesOf(db, wish);
  const byStateAndRole = new Map(stateRoles.map((held) => [`${held.stateCode} ${held.role}`, held.contactId]));
  const followUps = (await openFollowUpsOf(db, wish, stateRoles)).flatMap(({ id, stateCode, assigned }) =>
    wish.from.flatMap((from) => {
      const held = roles.filter((role) => (assigned[role] ?? byStateAndRole.get(`${stateCode} ${role}`)) === from);
      return held.length === 0 ? [] : [{ recommendationId: id, from, roles: held }];
    }),
  );
  return { stateRoles, followUps };
}

async function stateRolesOf(db: Kysely<Schema>, { from, stateCode }: Omit<HandOverWish, 'to'>) {
  const rows = await db
    .selectFrom('state_roles')
    .selectAll()
    .where('contact_id', 'in', [...from])
    .$if(stateCode !== undefined, (query) => query.where('state_code', '=', stateCode ?? ''))
    .execute();
  return rows.map(({ state_code, role, contact_id }) => ({ stateCode: state_code, role, contactId: contact_id }));
}

async function openFollowUpsOf(
  db: Kysely<Schema>,
  { from, stateCode }: Omit<HandOverWish, 'to'>,
  stateRoles: Held['stateRoles'],
) {
  const states = [...new Set(stateRoles.map((held) => held.stateCode))];
  return db
    .selectFrom('follow_ups as f')
    .select(['f.recommendation_id as id', 'f.state_code as stateCode'])
    .select(sql<Partial<Record<Role, ContactId>>>`f.state->'assigned'`.as('assigned'))
    .where('f.status', '<>', 'closed')
    .$if(stateCode !== undefined, (query) => query.where('f.state_code', '=', stateCode ?? ''))
    .where((where) => {
      const own = where
        .selectFrom('recommendation_roles as o')
        .select('o.role')
        .whereRef('o.recommendation_id', '=', 'f.recommendation_id')
        .where('o.contact_id', 'in', [...from]);
      return where.or([where.exists(own), ...(states.length > 0 ? [where('f.state_code', 'in', states)] : [])]);
    })
    .orderBy('f.recommendation_id')
    .execute();
}

/**
 * Moves the roles for whole States, and registers one command for each follow-up and contact concerned: all of it or nothing, and once.
 * From here on whatever is newly asked reaches the new holder; what was queued for the old one waits for its follow-up's command.
 */
export const registerHandOver = async (
  db: Kysely<Schema>,
  wish: HandOverWish,
  batch: Omit<NewBatch, 'kind' | 'commands'>,
): Promise<void> => {
  const reached = await findHeld(db, wish);
  await db.transaction().execute(async (trx) => {
    const known = await trx.selectFrom('batches').select('id').where('id', '=', batch.id).executeTakeFirst();
    if (known !== undefined) return;
    const { stateRoles, followUps } = within(reached, await findHeld(trx, wish));
    const commands = followUps.map(({ recommendationId, from, roles: held }) => ({
      recommendationId,
      command: { type: 'HandOver', from, to: wish.to, roles: held, reason: batch.reason } as const,
    }));
    const isNew = await registerBatch(trx, { ...batch, kind: 'hand-over', commands });
    if (isNew) for (const { stateCode, role } of stateRoles) await moveStateRole(trx, { stateCode, role, to: wish.to });
  });
};

/** A transaction sees everything that is held; whoever reaches some States alone hands over what is held there. */
function within(reached: Held, held: Held): Held {
  const states = new Set(reached.stateRoles.map(({ stateCode }) => stateCode));
  const ids = new Set(reached.followUps.map(({ recommendationId }) => recommendationId));
  return {
    stateRoles: held.stateRoles.filter(({ stateCode }) => states.has(stateCode)),
    followUps: held.followUps.filter(({ recommendationId }) => ids.has(recommendationId)),
  };
}

const moveStateRole = (
  trx: Transaction<Schema>,
  { stateCode, role, to }: { readonly stateCode: string; readonly role: Role; readonly to: ContactId },
): Promise<unknown> =>
  trx
    .updateTable('state_roles')
    .set({ contact_id: to })
    .where('state_code', '=', stateCode)
    .where('role', '=', role)
    .execute();

export async function listContactIdsOf(db: Kysely<Schema>, institutionId: string): Promise<readonly ContactId[]> {
  const rows = await db
    .selectFrom('contacts')
    .select('id')
    .where('institution_id', '=', institutionId)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
