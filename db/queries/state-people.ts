import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** Who holds which role for a State, and for whom they speak. */
export const listPeopleOf = (db: Kysely<Schema>, stateCode: string) =>
  db
    .selectFrom('state_roles as s')
    .innerJoin('contacts as c', 'c.id', 's.contact_id')
    .leftJoin('institutions as i', 'i.id', 'c.institution_id')
    .select(['s.role', 's.contact_id', 'c.name', 'c.language', 'c.time_zone', 'c.unreachable_since'])
    .select(['i.id as institution_id', 'i.name as institution_name'])
    .where('s.state_code', '=', stateCode)
    .orderBy('s.role')
    .execute();
