import type { Kysely } from 'kysely';
import type { DepositEntry } from '../../domain/follow-up/deposit-events.ts';
import type { OpenedRecommendation } from '../../domain/follow-up/events.ts';
import { stepsAfterDeposit } from '../../domain/playbooks/next-steps.ts';
import { instrumentByKey, instrumentFacts, type InstrumentFacts } from '../../domain/reference/instruments/instruments.ts';
import type { Instant } from '../../domain/time.ts';
import { depositsOnRecord } from '../queries/deposits-on-record.ts';
import type { Ask } from '../queries/open-asks.ts';
import { findPlaybook } from '../queries/playbooks.ts';
import type { Schema } from '../schema.ts';
import { derivedId } from './derived-id.ts';

/** What a follow-up's playbook opens after the deposit of one instrument, by name and date. Only what asks for deposits opens anything. */
export async function nextStepsAfter(
  db: Kysely<Schema>,
  { recommendationId, stateCode, asks, isWholeDemand, state }: Ask,
  deposit: DepositEntry,
  at: Instant,
): Promise<readonly OpenedRecommendation[]> {
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
  return steps.map(({ key, ...step }) => ({
    recommendationId: derivedId('rec', `${recommendationId} opens ${key}`),
    stateCode,
    ...step,
  }));
}

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
  return protocols.filter(
    ({ key }) => !asks.includes(key) && joined.every(({ deposit }) => deposit.instrument !== key),
  );
}
