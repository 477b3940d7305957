import type { Kysely } from 'kysely';
import type { DepositEntry } from '../../domain/follow-up/deposit-events.ts';
import type { OpenedRecommendation } from '../../domain/follow-up/events.ts';
import { depositMilestone } from '../../domain/follow-up/deposits.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import { stepsAfterDeposit, type SpecificStep } from '../../domain/playbooks/next-steps.ts';
import {
  entersIntoForceOn,
  firstReportDueOn,
  instrumentByKey,
  instrumentFacts,
  type InstrumentFacts,
} from '../../domain/reference/instruments/instruments.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import { depositsOnRecord } from '../queries/deposits-on-record.ts';
import { askOf, type Ask } from '../queries/open-asks.ts';
import { findPlaybook } from '../queries/playbooks.ts';
import type { Schema } from '../schema.ts';
import { derivedId } from './derived-id.ts';

/** What a follow-up's playbook opens after the deposit of one instrument, by name and date. Only what asks for deposits opens anything. */
export async function nextStepsAfter(
  db: Kysely<Schema>,
  ask: Ask,
  deposit: DepositEntry,
  at: Instant,
): Promise<readonly OpenedRecommendation[]> {
  const { stateCode, asks, isWholeDemand, state } = ask;
  const instrument = instrumentByKey(deposit.instrument);
  const playbook = isWholeDemand ? await findPlaybook(db, state.playbook) : undefined;
  if (instrument === undefined || playbook === undefined) return [];
  const steps = stepsAfterDeposit(playbook.opens, {
    instrument,
    firstReportDueOn: deposit.firstReportDueOn,
    hasReservations: await hasReservations(db, stateCode, instrument.key),
    openProtocols: await openProtocols(db, stateCode, instrument, asks),
    today: at.slice(0, 10),
  });
  return steps.map(({ isOfDeposit, ...step }) =>
    opened(ask, step, isOfDeposit ? `${stateCode} deposit of ${deposit.on}` : ask.recommendationId),
  );
}

/**
 * What a follow-up opens when a person verifies it. Where that proves deposits, each opens its own, by the date on record or the day on
 * which the milestone was reached; what was opened with its deposit already is left out.
 */
export async function nextStepsOf(
  db: Kysely<Schema>,
  id: RecommendationId,
  at: Instant,
): Promise<readonly OpenedRecommendation[]> {
  const known = await openFollowUp(db, id);
  if (known === undefined) return [];
  const ask = await askOf(db, id);
  const deposits = ask?.isWholeDemand === true ? await provenDeposits(db, ask) : [];
  if (ask === undefined || deposits.length === 0)
    return known.opens.map((step) => opened({ recommendationId: id, stateCode: known.stateCode }, step));
  const steps = await Promise.all(deposits.map((deposit) => nextStepsAfter(db, ask, deposit, at)));
  return steps.flat();
}

async function openFollowUp(db: Kysely<Schema>, id: RecommendationId) {
  const row = await db
    .selectFrom('follow_ups')
    .select(['state_code', 'playbook_key', 'playbook_version'])
    .where('recommendation_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const playbook = await findPlaybook(db, { key: row.playbook_key, version: row.playbook_version });
  return { stateCode: row.state_code, opens: playbook?.opens ?? [] };
}

async function provenDeposits(db: Kysely<Schema>, ask: Ask): Promise<readonly DepositEntry[]> {
  const onRecord = await depositsOnRecord(db, [ask.stateCode], ask.asks);
  const reachedOn = ask.state.milestones[depositMilestone];
  return ask.asks.flatMap((key): readonly DepositEntry[] => {
    if (ask.state.deposits.some(({ instrument }) => instrument === key)) return [];
    const recorded = onRecord.find(({ deposit }) => deposit.instrument === key)?.deposit;
    if (recorded !== undefined) return [recorded];
    return reachedOn === undefined ? [] : reported(key, reachedOn);
  });
}

/** A deposit of which the follow-up knows and the treaty status does not, as yet. */
function reported(instrument: string, on: CalendarDate): readonly DepositEntry[] {
  const facts = instrumentByKey(instrument);
  if (facts === undefined) return [];
  const inForceOn = entersIntoForceOn(facts, on);
  const nothing = { how: 'ratification', precision: 'day', notification: null, url: null, asOf: 0 } as const;
  return [{ instrument, on, inForceOn, firstReportDueOn: firstReportDueOn(facts, inForceOn), ...nothing }];
}

type OpenedBy = Pick<Ask, 'recommendationId' | 'stateCode'>;
type Step = Omit<SpecificStep, 'isOfDeposit' | 'targetOn'> & Partial<Pick<SpecificStep, 'targetOn'>>;

const opened = (
  { recommendationId, stateCode }: OpenedBy,
  { key, ...step }: Step,
  opener = recommendationId,
): OpenedRecommendation => ({ recommendationId: derivedId('rec', `${opener} opens ${key}`), stateCode, ...step });

async function hasReservations(db: Kysely<Schema>, participant: string, instrument: string): Promise<boolean> {
  const row = await db
    .selectFrom('treaty_actions as r')
    .select('r.entry')
    .where('r.participant', '=', participant)
    .where('r.instrument', '=', instrument)
    .where('r.kind', '=', 'ReservationMade')
    .where('r.struck_out_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function openProtocols(
  db: Kysely<Schema>,
  participant: string,
  treaty: InstrumentFacts,
  asks: readonly string[],
): Promise<readonly InstrumentFacts[]> {
  const protocols = instrumentFacts.filter(({ protocolTo }) => protocolTo === treaty.key);
  const joined = await depositsOnRecord(
    db,
    [participant],
    protocols.map(({ key }) => key),
  );
  const asked = await askedElsewhere(db, participant);
  return protocols.filter(
    ({ key }) => !asks.includes(key) && !asked.has(key) && joined.every(({ deposit }) => deposit.instrument !== key),
  );
}

/** What files that are not closed ask of the State already, begun or not. */
async function askedElsewhere(db: Kysely<Schema>, stateCode: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('recommendations as r')
    .innerJoin('recommendation_instruments as i', 'i.recommendation_id', 'r.id')
    .leftJoin('follow_ups as f', 'f.recommendation_id', 'r.id')
    .select('i.instrument')
    .distinct()
    .where('r.state_code', '=', stateCode)
    .where((where) => where.or([where('f.status', 'is', null), where('f.status', '<>', 'closed')]))
    .execute();
  return new Set(rows.map(({ instrument }) => instrument));
}
