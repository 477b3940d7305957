import { sql, type Insertable, type Kysely } from 'kysely';
import type { CorrespondenceEvent } from '../../domain/correspondence/events.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { correspondenceId, type ContactId } from '../../domain/ids.ts';
import { isTold, plumbing } from '../../domain/timeline/describe-follow-up.ts';
import { isMailOutcome } from '../../domain/timeline/describe-mail.ts';
import type { Schema } from '../schema.ts';

export type ToldEvents = {
  readonly stateCode: string;
  readonly streamId: string;
  /** The version of the first of the events. */
  readonly fromVersion: number;
  readonly events: readonly FollowUpEvent[];
};

/**
 * Puts a follow-up's events into the timeline of its State. A row names its event and repeats nothing of it. A column of
 * the log itself would be as fast to read, but rows of the log are never changed, not even to be told their State.
 */
export async function projectToTimeline(trx: Kysely<Schema>, told: ToldEvents): Promise<void> {
  const rows = told.events.flatMap((event, index): Insertable<Schema['state_timeline']>[] =>
    isTold(event)
      ? [{ state_code: told.stateCode, at: event.at, stream_id: told.streamId, version: told.fromVersion + index }]
      : [],
  );
  if (rows.length === 0) return;
  await trx
    .insertInto('state_timeline')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing()) // A row is its own key: the same one again says the same.
    .execute();
}

/** The same for every follow-up at once, in one statement: what a rebuild needs once the follow-ups themselves are there. */
export async function projectAllToTimeline(trx: Kysely<Schema>): Promise<void> {
  await sql`
    insert into state_timeline (state_code, at, stream_id, version)
    select f.state_code, e.at, e.stream_id, e.version
    from follow_ups f join events e on e.stream_id = 'follow-up:' || f.recommendation_id
    where e.type not in (${sql.join(plumbing)})`.execute(trx);
}

/** A mail is told to every State that its notices concern. To be called before the notices move on. */
export async function projectMailToTimeline(
  trx: Kysely<Schema>,
  contactId: ContactId,
  { event, version }: { readonly event: CorrespondenceEvent; readonly version: number },
): Promise<void> {
  if (!isMailOutcome(event)) return;
  await sql`
    insert into state_timeline (state_code, at, stream_id, version)
    select distinct r.state_code, ${event.at}::timestamptz, ${correspondenceId(contactId)}::text, ${version}::integer
    from notices n join recommendations r on r.id = n.recommendation_id
    where n.digest_id = ${event.digestId}
    on conflict do nothing`.execute(trx);
}
