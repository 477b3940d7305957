import type { Kysely, Transaction, Updateable } from 'kysely';
import type { FollowUpEvent, RungLetterKind } from '../../domain/follow-up/events.ts';
import { isStarted } from '../../domain/follow-up/state.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import { composeLetter } from '../../domain/letters/compose.ts';
import type { LetterWithdrawal } from '../../domain/letters/letter.ts';
import type { Instant } from '../../domain/time.ts';
import { gatherFacts, languageOf } from '../letter-facts.ts';
import type { Schema } from '../schema.ts';
import type { RecordedEvent } from './follow-up.ts';
import { letterIdOf, nextReference } from './letter-ids.ts';
import { draftThanks, withdrawThanks } from './letters-of-thanks.ts';

/**
 * Drafts the letter of a rung in the transaction that writes its event, and moves letters along as the log does.
 *
 * `letters` is half a register and half a projection. What was drafted once (reference, facts, words) is kept for good, for
 * people edit it and a reference is never given twice; what has become of a letter (status and the columns after it) follows
 * from the log alone, so that the two cannot disagree. A rebuild forgets and derives only the second half.
 */
export async function projectLetters(
  trx: Transaction<Schema>,
  recommendationId: RecommendationId,
  recorded: readonly RecordedEvent[],
): Promise<void> {
  for (const each of recorded) await projectLetter(trx, recommendationId, each);
}

/**
 * Forgets what follows from the log; the replay that comes next puts it back. Until a letter's own event has come by again it counts
 * as withdrawn, so that no earlier event takes it for the one that it speaks of.
 */
export const resetLetters = async (trx: Kysely<Schema>): Promise<void> => {
  const blank = { approved_at: null, withdrawn_at: null, withdrawn_because: null, replied_on: null };
  await trx
    .updateTable('letters')
    .set({ ...blank, status: 'withdrawn', sent_on: null, sent_reference: null, scan: null })
    .execute();
};

type EventOf<T extends FollowUpEvent['type']> = Extract<FollowUpEvent, { type: T }>;

async function projectLetter(
  trx: Transaction<Schema>,
  recommendationId: RecommendationId,
  recorded: RecordedEvent,
): Promise<void> {
  const { event } = recorded;
  switch (event.type) {
    case 'EscalationDrafted':
      return event.letter && draft(trx, recommendationId, recorded, { ...event, letter: event.letter });
    case 'EscalationRaised':
      return event.letter && raise(trx, recommendationId, recorded, { ...event, letter: event.letter });
    case 'EscalationDismissed':
      return withdraw(trx, recommendationId, 'draft', { because: 'dismissed', at: event.at });
    case 'EscalationWithdrawn':
      return withdraw(trx, recommendationId, 'draft', event);
    case 'LetterSent':
      return sent(trx, event);
    case 'DepositRecorded':
      return draftThanks(trx, recommendationId, recorded, event);
    case 'DenunciationRecorded':
      return withdrawThanks(trx, recommendationId, event);
    case 'LetterApproved':
      return change(trx, event.letterId, { status: 'approved', approved_at: event.at });
    case 'LetterDismissed':
      return change(trx, event.letterId, {
        status: 'withdrawn',
        withdrawn_at: event.at,
        withdrawn_because: 'dismissed',
      });
    case 'LetterAnswered':
      await change(trx, event.letterId, { status: 'answered', replied_on: event.receivedOn });
      return withdraw(trx, recommendationId, 'approved', { because: 'answered', at: event.at });
    default: {
      const because = overtakes[event.type];
      if (because) await withdraw(trx, recommendationId, 'approved', { because, at: event.at });
    }
  }
}

/** What makes an approved letter untrue before it was sent. Whoever sent it all the same still says so: `LetterSent` counts. */
const overtakes: Readonly<Partial<Record<FollowUpEvent['type'], LetterWithdrawal>>> = {
  ProgressReported: 'answered',
  MilestoneCompleted: 'answered',
  ImplementationClaimed: 'claimed',
  ExtensionRequested: 'extension-requested',
  PositionRecorded: 'position-recorded',
  FollowUpPaused: 'paused',
  FollowUpClosed: 'closed',
  RecommendationSplit: 'split',
};

type Rung = { readonly rung: number; readonly letter: RungLetterKind; readonly at: Instant };
type First = { readonly status: 'draft' | 'approved'; readonly approved_at: Instant | null };

const draft = (trx: Transaction<Schema>, id: RecommendationId, recorded: RecordedEvent, rung: Rung) =>
  write(trx, id, recorded, { ...rung, first: { status: 'draft', approved_at: null } });

/** Approves the letter that waits; a rung that needs no approval has none yet, and drafts it as approved. */
async function raise(trx: Transaction<Schema>, id: RecommendationId, recorded: RecordedEvent, rung: Rung) {
  const approved = { status: 'approved', approved_at: rung.at } as const;
  const { numUpdatedRows } = await trx
    .updateTable('letters')
    .set(approved)
    .where('recommendation_id', '=', id)
    .where('rung', '=', rung.rung)
    .where('status', '=', 'draft')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) await write(trx, id, recorded, { ...rung, first: approved });
}

async function write(
  trx: Transaction<Schema>,
  recommendationId: RecommendationId,
  { eventId, state }: RecordedEvent,
  { letter: kind, rung, at, first }: Rung & { readonly first: First },
): Promise<void> {
  const id = letterIdOf(eventId);
  const { numUpdatedRows } = await trx.updateTable('letters').set(first).where('id', '=', id).executeTakeFirst();
  if (numUpdatedRows > 0n || !isStarted(state)) return; // A rebuild: the register has it.
  const drafting = { recommendationId, state, kind, rung, at, eventId };
  const facts = await gatherFacts(trx, drafting);
  if (facts === undefined) return; // Nothing is known that a letter could say.
  const language = await languageOf(trx, drafting);
  const row = { id, recommendation_id: recommendationId, state_code: state.stateCode, kind, rung, language, ...first };
  await trx
    .insertInto('letters')
    .values({
      ...row,
      reference: await nextReference(trx, state.stateCode, at),
      facts: JSON.stringify(facts),
      body: JSON.stringify(composeLetter(kind, facts, language)),
      drafted_at: at,
    })
    .execute();
}

type Withdrawal = { readonly because: LetterWithdrawal; readonly at: Instant };

async function withdraw(
  trx: Transaction<Schema>,
  recommendationId: RecommendationId,
  from: 'draft' | 'approved',
  { because, at }: Withdrawal,
): Promise<void> {
  await trx
    .updateTable('letters')
    .set({ status: 'withdrawn', withdrawn_at: at, withdrawn_because: because })
    .where('recommendation_id', '=', recommendationId)
    .where('status', '=', from)
    .where('kind', '<>', 'letter-of-thanks') // What a State is thanked for stays true whatever it answers.
    .execute();
}

async function sent(trx: Transaction<Schema>, event: EventOf<'LetterSent'>): Promise<void> {
  const { letterId, sentOn, scan, reference } = event;
  const blank = { withdrawn_at: null, withdrawn_because: null };
  await change(trx, letterId, { ...blank, status: 'sent', sent_on: sentOn, scan, sent_reference: reference });
}

const change = async (trx: Transaction<Schema>, id: string, to: Updateable<Schema['letters']>): Promise<void> => {
  await trx.updateTable('letters').set(to).where('id', '=', id).execute();
};
