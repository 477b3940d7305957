import type { Kysely } from 'kysely';
import type { RecommendationId } from '../../domain/ids.ts';
import type { CalendarDate } from '../../domain/time.ts';
import { isStatusKnown } from '../appeal-facts.ts';
import { instrumentsAskedBy } from '../register/instruments-asked.ts';
import type { Schema } from '../schema.ts';
import { isPartyNow } from './treaty-status.ts';

/** The treaties of a recommendation to which a State is no party, of those whose status is on record: it cannot help there. */
export async function treatiesNotJoinedBy(
  db: Kysely<Schema>,
  { recommendationId, stateCode }: { readonly recommendationId: RecommendationId; readonly stateCode: string },
  today: CalendarDate,
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const { instrument } of await instrumentsAskedBy(db, recommendationId)) {
    const isJoined = await isPartyNow(db, { participant: stateCode, instrument }, today);
    if (!isJoined && (await isStatusKnown(db, instrument))) missing.push(instrument);
  }
  return missing;
}
