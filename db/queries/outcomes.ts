import { sql, type Kysely, type RawBuilder } from 'kysely';
import type {
  Assessment,
  ClosureReason,
  Evidence,
  Implementation,
  Position,
  Status,
} from '../../domain/follow-up/events.ts';
import type { WaitsFor } from '../../domain/follow-up/reading.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import { afterCursor, pageOf, type Page } from './paging.ts';

/** Whose outcomes are asked for: those of a source, of what a conversation is about, or of a selection. */
export type OutcomeScope =
  { readonly sourceId: string } | { readonly dialogueId: string } | { readonly ids: readonly string[] };

export type OutcomeRow = {
  readonly id: string;
  readonly state_code: string;
  readonly source_id: string;
  readonly source_title: string;
  readonly paragraph: string | null;
  readonly text: string;
  readonly playbook: string;
  readonly position: Position;
  readonly implementation: Implementation | null;
  readonly assessment: Assessment | null;
  readonly status: Status | 'not-started';
  readonly closure_reason: ClosureReason | null;
  readonly rung: number;
  readonly waits_for: WaitsFor | null;
  readonly due_at: Instant | null;
  readonly is_late: boolean;
  readonly last_answer_at: Instant | null;
  readonly target_on: CalendarDate | null;
  readonly milestones: readonly string[];
  readonly completed: Readonly<Record<string, CalendarDate>>;
  readonly assessment_reason: string | null;
  readonly last_words: { readonly note: string; readonly at: Instant } | null;
  readonly closing: { readonly note: string; readonly at: Instant; readonly evidence: Evidence | null } | null;
  readonly sort_key: string;
};

/** Paragraphs in the order of a report: 9 before 10, and what has none behind in the order of registering. */
const sortKey = sql`lpad(coalesce(substring(r.paragraph from '\\d+'), '~'), 8, '0') || ' ' || coalesce(r.paragraph, '')`;

const newestOf = (types: readonly string[], parts: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select jsonb_build_object('note', e.data->>'note', 'at', e.at ${parts}) from events e
  where e.stream_id = 'follow-up:' || page.id and e.type in (${sql.join(types)}) order by e.version desc limit 1)`;

/** A page of recommendations with what became of each, in the order of the report. */
export async function listOutcomes(
  db: Kysely<Schema>,
  scope: OutcomeScope,
  { sort, limit, cursor }: Page<'paragraph'>,
  now: Instant,
) {
  const key = sql`(${sortKey})`;
  const { rows } = await sql<OutcomeRow>`
    with page as (
      select r.id, r.state_code, r.source_id, s.title as source_title, r.paragraph, r.text,
        coalesce(f.playbook_key, r.playbook_key) as playbook, coalesce(f.position, r.position) as position,
        f.implementation, f.assessment, coalesce(f.status, 'not-started') as status, f.closure_reason,
        coalesce(f.rung, 0) as rung, f.waits_for, f.round_due_at as due_at, f.last_answer_at,
        (f.status = 'open' and (f.rung > 0 or f.overdue_from <= ${now})) is true as is_late,
        coalesce(f.target_on, r.target_on) as target_on, coalesce(f.state->'terms'->'milestones', '[]') as milestones,
        coalesce(f.state->'milestones', '{}') as completed, f.state->>'assessmentReason' as assessment_reason,
        ${key} as sort_key
      from recommendations r join sources s on s.id = r.source_id
        left join follow_ups f on f.recommendation_id = r.id
      where ${within(scope)} and ${cursor === undefined ? sql`true` : afterCursor(key, sql.ref('r.id'), sort, cursor)}
      order by sort_key, r.id limit ${limit + 1})
    select page.*, ${newestOf(['ProgressReported', 'ImplementationClaimed', 'LetterAnswered'], sql``)} as last_words,
      case when page.status = 'closed' then
        ${newestOf(['FollowUpClosed'], sql`, 'evidence', e.data->'evidence'`)} end as closing
    from page order by sort_key, id`.execute(db);
  return pageOf(rows, { sort, limit }, (row) => [row.sort_key, row.id]);
}

function within(scope: OutcomeScope): RawBuilder<unknown> {
  if ('sourceId' in scope) return sql`r.source_id = ${scope.sourceId}`;
  if ('ids' in scope) return sql`r.id = any(${sql.val([...scope.ids])}::text[])`;
  return aboutDialogue(scope.dialogueId);
}

/**
 * What a conversation is about: the recommendations that it is tied to, those of its sources, and, where it is tied to
 * none, all that is open for the States that it names.
 */
const aboutDialogue = (id: string): RawBuilder<unknown> => sql`r.id in (
  select l.target_id from dialogue_links l where l.dialogue_id = ${id} and l.target_kind = 'recommendation'
  union select of.id from dialogue_links l join recommendations of on of.source_id = l.target_id
    where l.dialogue_id = ${id} and l.target_kind = 'source'
  union select open.recommendation_id from dialogue_states d
    join follow_ups open on open.state_code = d.state_code and open.status <> 'closed'
    where d.dialogue_id = ${id} and not exists (
      select from dialogue_links l where l.dialogue_id = ${id} and l.target_kind in ('recommendation', 'source')))`;
