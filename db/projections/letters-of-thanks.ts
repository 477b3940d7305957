import type { Transaction } from 'kysely';
import type { DepositEntry } from '../../domain/follow-up/deposit-events.ts';
import { deservesThanks } from '../../domain/follow-up/deposits.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { isStarted, type StartedState } from '../../domain/follow-up/state.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import { composeLetter } from '../../domain/letters/compose.ts';
import { instrumentByKey } from '../../domain/reference/instruments/instruments.ts';
import { gatherFacts, languageOf } from '../letter-facts.ts';
import type { Schema } from '../schema.ts';
import type { RecordedEvent } from './follow-up.ts';
import { letterIdOf, nextReference } from './letter-ids.ts';

type EventOf<T extends FollowUpEvent['type']> = Extract<FollowUpEvent, { type: T }>;
const kind = 'letter-of-thanks';

/**
 * Drafts the thanks for a deposit: one letter for each, however many follow-ups asked for it. The first of them that is told carries
 * the letter. A rebuild finds it in the register and drafts no other.
 */
export async function draftThanks(
  trx: Transaction<Schema>,
  recommendationId: RecommendationId,
  { eventId, state }: RecordedEvent,
  event: EventOf<'DepositRecorded'>,
): Promise<void> {
  if (!isStarted(state) || !event.isWholeDemand || event.isCorrection || !deservesThanks(event, state)) return;
  const thanksFor = keyOf(state.stateCode, event);
  const drafted = { status: 'draft', withdrawn_at: null, withdrawn_because: null } as const;
  const known = await trx
    .selectFrom('letters')
    .select(['id', 'withdrawn_because'])
    .where('thanks_for', '=', thanksFor)
    .executeTakeFirst();
  const isItsOwn = known?.id === letterIdOf(eventId);
  const isBack = known?.withdrawn_because === 'entered-in-error'; // The entry was no error after all.
  if (known === undefined) return write(trx, { recommendationId, eventId, state, event, thanksFor });
  if (isItsOwn || isBack) await trx.updateTable('letters').set(drafted).where('id', '=', known.id).execute();
}

/** Nobody is thanked for what does not stand: what was not sent yet is not sent. */
export async function withdrawThanks(
  trx: Transaction<Schema>,
  recommendationId: RecommendationId,
  { instrument, because, at }: EventOf<'DenunciationRecorded'>,
): Promise<void> {
  await trx
    .updateTable('letters')
    .set({ status: 'withdrawn', withdrawn_at: at, withdrawn_because: because })
    .where('recommendation_id', '=', recommendationId)
    .where('kind', '=', kind)
    .where('thanks_for', 'like', `%:${instrument}:%`)
    .where('status', 'in', ['draft', 'approved'])
    .execute();
}

type Thanks = {
  readonly recommendationId: RecommendationId;
  readonly eventId: string;
  readonly state: StartedState;
  readonly event: EventOf<'DepositRecorded'>;
  readonly thanksFor: string;
};

async function write(trx: Transaction<Schema>, thanks: Thanks): Promise<void> {
  const { recommendationId, eventId, state, event, thanksFor } = thanks;
  const titles = instrumentByKey(event.instrument)?.names;
  const drafting = { recommendationId, state, kind, rung: 0, at: event.at, eventId } as const;
  const facts = await gatherFacts(trx, drafting);
  if (facts === undefined || titles === undefined) return; // Nothing is known that a letter could say.
  const whole = { ...facts, thanksFor: { ...entryOf(event), titles } };
  const language = await languageOf(trx, drafting);
  const { stateCode } = state;
  await trx
    .insertInto('letters')
    .values({
      id: letterIdOf(eventId),
      recommendation_id: recommendationId,
      state_code: stateCode,
      kind,
      rung: 0,
      language,
      reference: await nextReference(trx, stateCode, event.at),
      facts: JSON.stringify(whole),
      body: JSON.stringify(composeLetter(kind, whole, language)),
      drafted_at: event.at,
      status: 'draft',
      thanks_for: thanksFor,
    })
    .execute();
}

function entryOf(event: EventOf<'DepositRecorded'>): DepositEntry {
  const { type: _, at: __, remaining: ___, isWholeDemand: ____, isCorrection: _____, ...entry } = event;
  return entry;
}

const keyOf = (stateCode: string, { instrument, on }: DepositEntry): string => `${stateCode}:${instrument}:${on}`;
