import type { Insertable, Kysely, Transaction } from 'kysely';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { asksForAnswer, noticeKinds } from '../../domain/follow-up/notices.ts';
import { summaryOf } from '../../domain/follow-up/reading.ts';
import { isStarted, type FollowUpState, type StartedState } from '../../domain/follow-up/state.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import type { ResolvedNotice, Schema } from '../schema.ts';

export type SavedFollowUp = {
  readonly recommendationId: RecommendationId;
  readonly version: number;
  readonly state: StartedState;
  /** The instant of the last event. */
  readonly at: string;
};

/** The row that lists and dashboards read: nothing but the folded state, spread into columns. */
export async function saveFollowUp(trx: Kysely<Schema>, saved: SavedFollowUp): Promise<void> {
  const row = followUpRow(saved);
  const { recommendation_id: _, ...changed } = row;
  await trx
    .insertInto('follow_ups')
    .values(row)
    .onConflict((conflict) => conflict.column('recommendation_id').doUpdateSet(changed))
    .execute();
  await saveRoles(trx, saved);
}

function followUpRow({ recommendationId, version, state, at }: SavedFollowUp): Insertable<Schema['follow_ups']> {
  const summary = summaryOf(state);
  return {
    recommendation_id: recommendationId,
    state_code: state.stateCode,
    version,
    status: state.status,
    position: state.position,
    implementation: state.implementation,
    assessment: state.assessment,
    closure_reason: state.closure?.reason ?? null,
    playbook_key: state.playbook.key,
    playbook_version: state.playbook.version,
    round_number: state.round?.number ?? null,
    round_due_at: state.round?.dueAt ?? null,
    asks: state.round?.asks ?? null,
    rung: state.rung,
    waits_for: summary.waitsFor,
    next_step_at: summary.nextStepAt,
    next_step_kind: summary.nextStepKind,
    action_needed_from: summary.actionNeededFrom,
    overdue_from: summary.overdueFrom,
    last_answer_at: state.lastAnswerAt,
    target_on: state.targetOn,
    parent_id: state.parentId,
    started_at: state.startedAt,
    closed_at: state.closure?.at ?? null,
    updated_at: at,
    state: JSON.stringify(state),
  };
}

/** Roles are only ever assigned anew, never taken away, so writing what the state holds is enough. */
async function saveRoles(trx: Kysely<Schema>, { recommendationId, state }: SavedFollowUp): Promise<void> {
  for (const [role, contactId] of Object.entries(state.assigned) as [keyof typeof state.assigned, string][])
    await trx
      .insertInto('recommendation_roles')
      .values({ recommendation_id: recommendationId, role, contact_id: contactId })
      .onConflict((conflict) => conflict.columns(['recommendation_id', 'role']).doUpdateSet({ contact_id: contactId }))
      .execute();
}

export type RecordedEvent = {
  readonly eventId: string;
  readonly event: FollowUpEvent;
  readonly notices: readonly ResolvedNotice[];
  /** The state after this event. */
  readonly state: FollowUpState;
};

/** Queues what the events say, and marks as answered what an answer answers. */
export async function projectNotices(
  trx: Transaction<Schema>,
  recommendationId: RecommendationId,
  recorded: readonly RecordedEvent[],
): Promise<void> {
  for (const { event } of recorded) {
    if (isAnswer(event)) await markAnswered(trx, recommendationId, event.at);
    if (event.type === 'WorkHandedOver') await moveQueued(trx, recommendationId, event);
  }
  const rows = recorded.flatMap((each) => each.notices.map((notice) => noticeRow(recommendationId, each, notice)));
  if (rows.length > 0) await trx.insertInto('notices').values(rows).execute();
}

const answers: readonly FollowUpEvent['type'][] = [
  'ProgressReported',
  'MilestoneCompleted',
  'LetterAnswered',
  'ImplementationClaimed',
  'ExtensionRequested',
];
const isAnswer = ({ type }: FollowUpEvent): boolean => answers.includes(type);

function noticeRow(
  recommendationId: RecommendationId,
  { eventId, event, state }: RecordedEvent,
  notice: ResolvedNotice,
): Insertable<Schema['notices']> {
  return {
    notice_id: notice.noticeId,
    event_id: eventId,
    recommendation_id: recommendationId,
    role: notice.role,
    acting_as: notice.actingAs,
    contact_id: notice.contactId,
    kind: notice.kind,
    step_id: event.type === 'StepFellDue' ? event.step.id : null,
    round_number: isStarted(state) ? (state.round?.number ?? null) : null,
    rung: rungOf(event, state),
    queued_at: event.at,
    status: notice.contactId === null ? 'unassigned' : 'queued',
    updated_at: event.at,
  };
}

/** The rung that a notice is about. A reminder to decide is about the draft, which stands above the rung reached. */
function rungOf(event: FollowUpEvent, state: FollowUpState): number {
  if ('rung' in event) return event.rung;
  if (!isStarted(state)) return 0;
  const step = event.type === 'StepFellDue' ? event.step : undefined;
  const isForDraft = step?.kind === 'decision-reminder' && step.about === 'approval';
  return isForDraft ? (state.draft?.rung ?? state.rung) : state.rung;
}
/** What was queued for the old holder and never sent is told to the new one. */
const moveQueued = (
  trx: Transaction<Schema>,
  recommendationId: RecommendationId,
  { from, to, roles, at }: Extract<FollowUpEvent, { type: 'WorkHandedOver' }>,
): Promise<unknown> =>
  trx
    .updateTable('notices')
    .set({ contact_id: to, updated_at: at })
    .where('recommendation_id', '=', recommendationId)
    .where('contact_id', '=', from)
    .where('status', '=', 'queued')
    .where('acting_as', 'in', [...roles])
    .execute();

const askingKinds = noticeKinds.filter(asksForAnswer);

const markAnswered = (trx: Transaction<Schema>, recommendationId: RecommendationId, at: string): Promise<unknown> =>
  trx
    .updateTable('notices')
    .set({ status: 'answered', answered_at: at, updated_at: at })
    .where('recommendation_id', '=', recommendationId)
    .where('status', 'in', ['accepted', 'uncertain'])
    .where('kind', 'in', askingKinds)
    .execute();
