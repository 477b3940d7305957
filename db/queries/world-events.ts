import { sql, type Kysely, type SqlBool } from 'kysely';
import type { RecommendationId } from '../../domain/ids.ts';
import type { KnownEvent } from '../../domain/plan/context.ts';
import type { WorldEvent } from '../../domain/playbooks/playbook.ts';
import type { Schema } from '../schema.ts';
import { listPlaybookVersions } from './playbooks.ts';

/** The dates of the real world that are known for a State: its own, and those of all States. */
export async function listKnownEvents(db: Kysely<Schema>, stateCode: string): Promise<readonly KnownEvent[]> {
  const rows = await db
    .selectFrom('world_events')
    .select(['event', 'on_date'])
    .where((where) => where.or([where('state_code', '=', stateCode), where('state_code', 'is', null)]))
    .orderBy('on_date')
    .orderBy('id')
    .execute();
  return rows.map(({ event, on_date }) => ({ event, onDate: on_date }));
}

/** Open follow-ups that run on a playbook version which listens to an event, in one State or in all. */
export async function listListeners(
  db: Kysely<Schema>,
  { event, stateCode }: { readonly event: WorldEvent; readonly stateCode: string | null },
  limit: number,
): Promise<readonly RecommendationId[]> {
  const versions = (await listPlaybookVersions(db))
    .filter(({ playbook }) => playbook.cadence.events.some((each) => each.event === event))
    .map(({ playbook }) => `${playbook.key}@${playbook.version}`);
  if (versions.length === 0) return [];
  const rows = await db
    .selectFrom('follow_ups')
    .select('recommendation_id')
    .where('status', '=', 'open')
    .where(sql<SqlBool>`playbook_key || '@' || playbook_version in (${sql.join(versions)})`)
    .$if(stateCode !== null, (query) => query.where('state_code', '=', stateCode ?? ''))
    .orderBy('recommendation_id')
    .limit(limit)
    .execute();
  return rows.map(({ recommendation_id }) => recommendation_id);
}
