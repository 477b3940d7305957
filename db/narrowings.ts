import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { eventsOfDrafts } from '../domain/access/withheld.ts';
import type { Permission } from '../domain/access/permissions.ts';
import { isNowhere, type Reach } from '../domain/access/reach.ts';
import type { Sight } from '../domain/access/sight.ts';
import { valuesOf } from './migrations/0021-line-counts.ts';
import type { Schema } from './schema.ts';

type Condition = RawBuilder<SqlBool>;
type Rule = {
  /** The narrowed tables in which this one looks: they are defined before it. */
  readonly leansOn: readonly Narrowed[];
  readonly rows: (sight: Sight) => RawBuilder<unknown>;
};

/**
 * How each table is narrowed, in the order in which they are defined. A name means the narrowed rows only in those that
 * come after it, so what a rule must see whole stands behind it. Tables that are missing here hold what everybody who
 * signed in may read (treaties, playbooks, calendars), or are read by nobody through the API.
 */
const rules = {
  recommendations: {
    leansOn: [],
    rows: (sight) => sql`select * from recommendations t where ${followed(sight, 't.id')}`,
  },
  recommendation_lines: {
    leansOn: [],
    rows: (sight) => sql`select * from recommendation_lines t where ${followed(sight, 't.id')}`,
  },
  line_totals: {
    leansOn: ['recommendation_lines'],
    rows: (sight) => {
      const reach = sight.of('recommendations.read');
      if (!reach.isEverywhere && reach.institutions.length > 0) return countedLines;
      return sql`select * from line_totals t where ${seen(reach, 't.state_code')}`;
    },
  },
  follow_ups: {
    leansOn: [],
    rows: (sight) => {
      const state = seen(sight.of('letters.read-drafts'), 't.state_code');
      const columns = sql.join(followUpColumns.map((column) => sql.ref(`t.${column}`)));
      return sql`select ${columns}, case when ${state} then t.state else jsonb_set(t.state, '{draft}', 'null') end as state
        from follow_ups t where ${followed(sight, 't.recommendation_id')}`;
    },
  },
  recommendation_roles: { leansOn: ['recommendations'], rows: ofRecommendation('recommendation_roles') },
  recommendation_instruments: { leansOn: ['recommendations'], rows: ofRecommendation('recommendation_instruments') },
  clusters: {
    leansOn: [],
    rows: (sight) => sql`select * from clusters t where ${seen(sight.of('recommendations.read'), 't.state_code')}`,
  },
  cluster_members: { leansOn: ['recommendations'], rows: ofRecommendation('cluster_members') },
  sources: {
    leansOn: ['recommendations'],
    rows: (sight) => sql`select * from sources t where t.state_code is null
      or ${seen(sight.of('recommendations.read'), 't.state_code')}
      or exists (select from recommendations r where r.source_id = t.id offset 0)`,
  },
  institutions: {
    leansOn: [],
    rows: (sight) => {
      const reach = sight.of('contacts.read');
      return sql`select * from institutions t where t.state_code is null or ${seen(reach, 't.state_code')}
        or ${isOneOf('t.id', institutionsOf(reach))}`;
    },
  },
  state_roles: {
    leansOn: [],
    rows: (sight) => sql`select * from state_roles t where ${touched(sight.of('contacts.read'), 't.state_code')}`,
  },
  contacts: {
    leansOn: ['recommendation_roles', 'institutions', 'state_roles'],
    rows: (sight) => contactRows(sight),
  },
  world_events: {
    leansOn: [],
    rows: (sight) => sql`select * from world_events t
      where t.state_code is null or ${touched(sight.of('reference.read'), 't.state_code')}`,
  },
  absences: { leansOn: ['contacts'], rows: ofContact('absences') },
  calendar_feeds: { leansOn: ['contacts'], rows: ofContact('calendar_feeds') },
  letters: {
    leansOn: ['recommendations'],
    rows: (sight) => sql`select * from letters t where ${seen(sight.of('letters.read'), 't.state_code')}
      and (t.status in ('sent', 'answered') or ${seen(sight.of('letters.read-drafts'), 't.state_code')})`,
  },
  notices: {
    leansOn: ['recommendations'],
    rows: (sight) => sql`select * from notices t where ${some(sight, 'mail.read')}
      and exists (select from recommendations r where r.id = t.recommendation_id
        and ${seen(sight.of('mail.read'), 'r.state_code')} offset 0)`,
  },
  digests: {
    leansOn: ['notices'],
    rows: (sight) => sql`select * from digests t where ${some(sight, 'mail.read')}
      and exists (select from notices n where n.digest_id = t.digest_id offset 0)`,
  },
  dialogue_entries: { leansOn: [], rows: (sight) => dialogueRows(sight) },
  dialogue_states: {
    leansOn: [],
    rows: (sight) => sql`select * from dialogue_states t where ${seen(sight.of('dialogue.read'), 't.state_code')}`,
  },
  dialogue_links: {
    leansOn: ['dialogue_entries'],
    rows: () => sql`select * from dialogue_links t
      where exists (select from dialogue_entries d where d.id = t.dialogue_id offset 0)`,
  },
  dialogue_confidential: {
    leansOn: ['dialogue_entries'],
    rows: () => sql`select * from dialogue_confidential t where exists (
      select from dialogue_entries d where d.id = t.dialogue_id and d.confidential_hash is not null offset 0)`,
  },
  /** No table: the campaigns of which every State is reached. */
  whole_campaigns: {
    leansOn: [],
    rows: (sight) => sql`select t.id from campaigns t where ${within(sight.of('campaigns.read'), 't.state_codes')}`,
  },
  campaigns: {
    leansOn: [],
    rows: (sight) => campaignRows(sight),
  },
  campaign_targets: {
    leansOn: [],
    rows: (sight) => sql`select * from campaign_targets t where ${seen(sight.of('campaigns.read'), 't.state_code')}`,
  },
  campaign_rounds: {
    leansOn: ['campaigns'],
    rows: () => sql`select * from campaign_rounds t
      where exists (select from campaigns c where c.id = t.campaign_id offset 0)`,
  },
  batches: {
    leansOn: [],
    rows: (sight) =>
      sql`select * from batches t where ${
        sight.of('batches.read').isEverywhere ? always : isOneOf('t.ordered_by', sight.actors)
      }`,
  },
  batch_items: {
    leansOn: ['batches'],
    rows: () => sql`select * from batch_items t
      where exists (select from batches b where b.id = t.batch_id offset 0)`,
  },
  events: {
    leansOn: ['recommendations', 'contacts', 'dialogue_entries', 'whole_campaigns'],
    rows: (sight) => eventRows(sight),
  },
  state_timeline: {
    leansOn: ['events'],
    rows: (sight) => sql`select * from state_timeline t
      where ${touched(sight.of('recommendations.read'), 't.state_code')}
        and exists (select from events e where e.stream_id = t.stream_id and e.version = t.version offset 0)`,
  },
} as const satisfies Record<string, { readonly leansOn: readonly string[]; readonly rows: Rule['rows'] }>;

export type Narrowed = keyof typeof rules;
export const narrowedTables: Readonly<Record<Narrowed, Rule>> = rules;

export const narrowingOf = (table: Narrowed, sight: Sight): RawBuilder<unknown> => narrowedTables[table].rows(sight);

/** Sums are kept for whole States: whoever sees a part of one has what they see counted. */
const countedLines = sql`select facet, state_code, value, sum(change)::int as count
  from (${sql.raw(valuesOf('recommendation_lines', 1))}) each group by facet, state_code, value`;

const followUpColumns = [
  'recommendation_id',
  'state_code',
  'version',
  'status',
  'position',
  'implementation',
  'assessment',
  'closure_reason',
  'playbook_key',
  'playbook_version',
  'round_number',
  'round_due_at',
  'asks',
  'rung',
  'waits_for',
  'next_step_at',
  'next_step_kind',
  'action_needed_from',
  'overdue_from',
  'last_answer_at',
  'target_on',
  'parent_id',
  'started_at',
  'closed_at',
  'updated_at',
] as const satisfies readonly (keyof Schema['follow_ups'])[];

const never: Condition = sql<SqlBool>`false`;
const always: Condition = sql<SqlBool>`true`;

/** A row of a State that is reached whole. */
function seen(reach: Reach, stateCode: string): Condition {
  if (reach.isEverywhere) return always;
  return isOneOf(stateCode, reach.stateCodes);
}

/** A row of a State of which anything is reached. */
function touched(reach: Reach, stateCode: string): Condition {
  if (reach.isEverywhere) return always;
  return isOneOf(stateCode, [...reach.stateCodes, ...reach.institutions.map((each) => each.stateCode)]);
}

/** A row that concerns several States, all of which are reached. */
const within = (reach: Reach, stateCodes: string): Condition =>
  reach.isEverywhere ? always : sql<SqlBool>`${sql.ref(stateCodes)} <@ ${texts(reach.stateCodes)}`;

const some = (sight: Sight, permission: Permission): Condition => (isNowhere(sight.of(permission)) ? never : always);

const institutionsOf = (reach: Reach): readonly string[] =>
  reach.isEverywhere ? [] : reach.institutions.map(({ institutionId }) => institutionId);

const isOneOf = (column: string, values: readonly string[]): Condition =>
  values.length === 0 ? never : sql<SqlBool>`${sql.ref(column)} = any (${texts(values)})`;

const texts = (values: readonly string[]): RawBuilder<unknown> => sql`${sql.val([...values])}::text[]`;

/** A recommendation of a State that is reached, or one in which people of a reached institution have a part. */
function followed(sight: Sight, id: string): Condition {
  const reach = sight.of('recommendations.read');
  if (reach.isEverywhere) return always;
  const parts = reach.institutions.map((institution) => isPartOf(institution, id));
  return sql<SqlBool>`(${sql.join([seen(reach, 't.state_code'), ...parts], sql` or `)})`;
}

/** Somebody of an institution was given a role for this recommendation, or holds one for its State that nobody was given here. */
const isPartOf = (
  { institutionId, stateCode }: { readonly institutionId: string; readonly stateCode: string },
  id: string,
): Condition => sql<SqlBool>`(t.state_code = ${stateCode} and (
  exists (select from recommendation_roles o join contacts c on c.id = o.contact_id
    where o.recommendation_id = ${sql.ref(id)} and c.institution_id = ${institutionId})
  or exists (select from state_roles s join contacts c on c.id = s.contact_id
    where s.state_code = t.state_code and c.institution_id = ${institutionId} and not exists (
      select from recommendation_roles o where o.recommendation_id = ${sql.ref(id)} and o.role = s.role))))`;

function ofRecommendation(table: string): Rule['rows'] {
  return () => sql`select * from ${sql.table(table)} t
    where exists (select from recommendations r where r.id = t.recommendation_id offset 0)`;
}

function ofContact(table: string): Rule['rows'] {
  return () => sql`select * from ${sql.table(table)} t
    where exists (select from contacts c where c.id = t.contact_id offset 0)`;
}

/** Oneself, the people of institutions that are reached, and whoever holds a role where something is reached. */
function isKnownContact(sight: Sight, reach: Reach): Condition {
  if (reach.isEverywhere) return always;
  const self = sight.contactId === null ? never : isOneOf('t.id', [sight.contactId]);
  if (isNowhere(reach)) return self;
  return sql<SqlBool>`(${self}
    or exists (select from institutions i where i.id = t.institution_id
      and (${seen(reach, 'i.state_code')} or ${isOneOf('i.id', institutionsOf(reach))}) offset 0)
    or exists (select from state_roles s where s.contact_id = t.id and ${touched(reach, 's.state_code')} offset 0)
    or exists (select from recommendation_roles o join recommendations r on r.id = o.recommendation_id
      where o.contact_id = t.id and ${touched(reach, 'r.state_code')} offset 0))`;
}

function contactRows(sight: Sight): RawBuilder<unknown> {
  const hasAddress = isKnownContact(sight, sight.of('contacts.read-addresses'));
  return sql`select t.id, t.institution_id, t.name, t.language, t.time_zone, t.unreachable_since, t.version, t.created_at, t.erased_at,
      case when ${hasAddress} then t.address end as address,
      case when ${hasAddress} then t.unreachable_because end as unreachable_because,
      case when ${hasAddress} then t.suggestion end as suggestion
    from contacts t where ${isKnownContact(sight, sight.of('contacts.read'))}`;
}

/** What was said with a State that is reached, or with an institution of it; in confidence, where all its States are. */
function dialogueRows(sight: Sight): RawBuilder<unknown> {
  const columns = sql.join(dialogueColumns.map((column) => sql.ref(`t.${column}`)));
  return sql`select ${columns}, case when ${isTrusted(sight)} then t.confidential_hash end as confidential_hash
    from dialogue_entries t where ${isHeard(sight.of('dialogue.read'))}`;
}

const isHeard = (reach: Reach): Condition =>
  reach.isEverywhere
    ? always
    : sql<SqlBool>`(t.institution_ids && ${texts(institutionsOf(reach))} or exists (
        select from dialogue_states s where s.dialogue_id = t.id and ${seen(reach, 's.state_code')} offset 0))`;

function isTrusted(sight: Sight): Condition {
  const reach = sight.of('dialogue.read-confidential');
  if (reach.isEverywhere) return always;
  return sql<SqlBool>`(${isHeard({ ...reach, institutions: [] })} and not exists (
    select from dialogue_states s where s.dialogue_id = t.id and not ${seen(reach, 's.state_code')} offset 0))`;
}

const dialogueColumns = [
  'id',
  'version',
  'kind',
  'direction',
  'is_planned',
  'held_on',
  'ends_on',
  'start_time',
  'time_zone',
  'starts_at',
  'held_at',
  'place',
  'subject',
  'shareable',
  'agreed',
  'state_codes',
  'institution_ids',
  'contact_ids',
  'recorded_at',
  'changed_at',
  'withdrawn_at',
  'withdrawal_reason',
  'search',
] as const satisfies readonly (keyof Schema['dialogue_entries'])[];

/** A campaign is seen by whoever reaches one of its States, and says nothing of the others. */
function campaignRows(sight: Sight): RawBuilder<unknown> {
  const reach = sight.of('campaigns.read');
  if (reach.isEverywhere) return sql`select * from campaigns`;
  const columns = sql.join(campaignColumns.map((column) => sql.ref(`t.${column}`)));
  const own = sql`array(select code from unnest(t.state_codes) code where ${isOneOf('code', reach.stateCodes)} order by code)`;
  return sql`select ${columns}, ${own} as state_codes from campaigns t where t.state_codes && ${texts(reach.stateCodes)}`;
}

const campaignColumns = [
  'id',
  'version',
  'edition',
  'title',
  'status',
  'instruments',
  'scope',
  'target_on',
  'playbook_key',
  'letter_on',
  'wave',
  'dates',
  'waves',
  'started_at',
  'paused_at',
  'ended_at',
  'end_reason',
] as const satisfies readonly (keyof Schema['campaigns'])[];

/** What happened to something that is seen. What a campaign lived through names all its States. */
function eventRows(sight: Sight): RawBuilder<unknown> {
  const isDraft = sql<SqlBool>`t.type in (${sql.join([...eventsOfDrafts])})`;
  const drafts = sight.of('letters.read-drafts');
  return sql`select * from events t where case split_part(t.stream_id, ':', 1)
    when 'follow-up' then exists (select from recommendations r where r.id = substr(t.stream_id, 11)
      and (not ${isDraft} or ${seen(drafts, 'r.state_code')}) offset 0)
    when 'correspondence' then ${some(sight, 'mail.read')}
      and exists (select from contacts c where c.id = substr(t.stream_id, 16) offset 0)
    when 'dialogue' then exists (select from dialogue_entries d where d.id = substr(t.stream_id, 10) offset 0)
    when 'campaign' then exists (select from whole_campaigns c where c.id = substr(t.stream_id, 10) offset 0)
    when 'treaty-status' then true
    else false end`;
}
