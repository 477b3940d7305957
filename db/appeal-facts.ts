import type { Kysely, Transaction } from 'kysely';
import type { StartedState } from '../domain/follow-up/state.ts';
import type { RecommendationId } from '../domain/ids.ts';
import type { AppealFacts } from '../domain/letters/letter.ts';
import { instrumentByKey } from '../domain/reference/instruments/instruments.ts';
import type { CalendarDate } from '../domain/time.ts';
import { standingsOf } from './queries/treaty-status.ts';
import { instrumentsAskedBy } from './register/instruments-asked.ts';
import { findHolders } from './resolve-notices.ts';
import type { Schema } from './schema.ts';

type Appealing = {
  readonly recommendationId: RecommendationId;
  readonly state: StartedState;
  readonly on: CalendarDate;
};

/** What the letter of a campaign says beside what every letter says. */
export async function gatherAppealFacts(
  trx: Transaction<Schema>,
  { recommendationId, state, on }: Appealing,
): Promise<AppealFacts> {
  const asked = await instrumentsAskedBy(trx, recommendationId);
  const only = asked.length === 1 ? asked[0]?.instrument : undefined;
  const holders = await findHolders(trx, state);
  return {
    treaty: only === undefined ? null : (instrumentByKey(only)?.names ?? null),
    ...(await signatureOf(trx, { instrument: only, state, on })),
    goalOn: state.targetOn,
    hasCoordinator: holders.some(({ role, isReachable }) => role === 'resident-coordinator' && isReachable),
    help: [...new Set((state.appeal?.help ?? []).map(({ kind }) => kind))],
  };
}

type Signing = Pick<Appealing, 'state' | 'on'> & { readonly instrument: string | undefined };

/** From the status of the treaty; where nobody has recorded any, from the State's own milestone, or it is not known. */
async function signatureOf(
  trx: Transaction<Schema>,
  { instrument, state, on }: Signing,
): Promise<Pick<AppealFacts, 'isSigned' | 'signedOn'>> {
  const reached = state.milestones.signature ?? null;
  if (reached !== null) return { isSigned: true, signedOn: reached };
  if (instrument === undefined || !(await isStatusKnown(trx, instrument))) return { isSigned: null, signedOn: null };
  const [standing] = await standingsOf(trx, { instruments: [instrument], participants: [state.stateCode], on });
  return { isSigned: standing?.is_signatory ?? false, signedOn: standing?.signed_on ?? null };
}

/** A treaty without a single entry was not imported yet: that says nothing about anybody. */
export async function isStatusKnown(db: Kysely<Schema>, instrument: string): Promise<boolean> {
  const row = await db
    .selectFrom('treaty_standings')
    .select('participant')
    .where('instrument', '=', instrument)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
