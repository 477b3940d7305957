import type { Transaction } from 'kysely';
import type { FollowUpEvent, OpenedRecommendation } from '../../domain/follow-up/events.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import { isAboutRatification } from '../../domain/playbooks/playbook.ts';
import { readAskedInstruments } from '../../domain/proposals/asked-instruments.ts';
import { findNewestPlaybook } from '../queries/playbooks.ts';
import type { Schema } from '../schema.ts';
import { registerInstruments } from './instruments-asked.ts';

/**
 * Registers what an event opens (the parts of a split recommendation, the next steps after a closed one) in the transaction that
 * writes the event, so that neither is ever there without the other. They inherit what describes the recommendation they come
 * from; a target date is not inherited by a next step, which was promised nothing yet, but may have one of its own.
 */
export async function registerOpened(
  trx: Transaction<Schema>,
  recommendationId: RecommendationId,
  events: readonly FollowUpEvent[],
): Promise<void> {
  for (const event of events) {
    if (event.type === 'RecommendationSplit') await register(trx, recommendationId, event.parts, ['part', event.at]);
    if (event.type === 'NextStepsOpened') await register(trx, recommendationId, event.opened, ['next-step', event.at]);
  }
}

async function register(
  trx: Transaction<Schema>,
  openedBy: RecommendationId,
  opened: readonly OpenedRecommendation[],
  [openedAs, at]: readonly ['part' | 'next-step', string],
): Promise<void> {
  const columns = ['source_id', 'paragraph', 'position', 'target_on', 'themes', 'affected_groups', 'sdgs'] as const;
  const from = await trx
    .selectFrom('recommendations')
    .select(columns)
    .where('id', '=', openedBy)
    .executeTakeFirstOrThrow();
  const rows = opened.map(({ recommendationId, stateCode, playbook, text, targetOn }) => ({
    ...from,
    target_on: targetOn ?? (openedAs === 'part' ? from.target_on : null),
    id: recommendationId,
    state_code: stateCode,
    playbook_key: playbook,
    text,
    opened_by: openedBy,
    opened_as: openedAs,
    created_at: at,
  }));
  await trx
    .insertInto('recommendations')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  for (const each of opened) await registerAsked(trx, each);
}

/** What whoever opens it says, or what its text says where it is about a ratification. */
async function registerAsked(
  trx: Transaction<Schema>,
  { recommendationId, playbook: key, text, instruments }: OpenedRecommendation,
): Promise<void> {
  if (instruments !== undefined) return registerInstruments(trx, recommendationId, instruments, 'stated');
  const playbook = await findNewestPlaybook(trx, key);
  if (playbook === undefined || !isAboutRatification(playbook)) return;
  await registerInstruments(trx, recommendationId, readAskedInstruments(text), 'read');
}
