import type { ColumnType, Generated } from 'kysely';
import type { AccessRole, AccessScope, TokenReach } from '../domain/access/principal.ts';
import type { CampaignDates, CampaignScope, LeftOutCause, RoundKind, WavePlan } from '../domain/campaign/events.ts';
import type { CampaignStatus, TargetStatus } from '../domain/campaign/state.ts';
import type { NoticeStatus } from '../domain/correspondence/events.ts';
import type { AgreedPoint, DialogueKind, Direction, LinkTarget, LinkType } from '../domain/dialogue/events.ts';
import type {
  Assessment,
  ClosureReason,
  Evidence,
  Implementation,
  LetterKind,
  Position,
  Status,
  StepKind,
} from '../domain/follow-up/events.ts';
import type { PersonCommand } from '../domain/follow-up/commands.ts';
import type { NoticeKind } from '../domain/follow-up/notices.ts';
import type { WaitsFor } from '../domain/follow-up/reading.ts';
import type { Role } from '../domain/follow-up/roles.ts';
import type { StartedState } from '../domain/follow-up/state.ts';
import type { LetterBody, LetterFacts, LetterStatus, LetterWithdrawal } from '../domain/letters/letter.ts';
import type { StoredPlaybook, WorldEvent } from '../domain/playbooks/playbook.ts';
import type { PublicationSubject, PublicationVerdict } from '../domain/publication/standing.ts';
import type { SourceKind } from '../domain/reference/source-kinds.ts';
import type { Weekday } from '../domain/time.ts';
import type { Judgement, RowOutcome } from '../domain/treaty-import/judge-row.ts';
import type { Decision, PlannedPart, RowResult } from '../domain/treaty-import/plan-row.ts';
import type { ReadRow } from '../domain/treaty-import/read-row.ts';
import type { TableFormat } from '../domain/treaty-import/table.ts';
import type { DepositWay, Precision, TreatyEntry } from '../domain/treaty-status/events.ts';

/** jsonb is read parsed and written as text: an array given to pg as it is would become a Postgres array. */
export type Json<T> = ColumnType<T, string, string>;
/** bigint comes as text from both drivers. */
type Position64 = ColumnType<string, never, never>;
type ReadOnly<T> = ColumnType<T, never, never>;
/** timestamptz: ISO 8601 in UTC with milliseconds, on both drivers. */
type Timestamp = string;
/** date: `YYYY-MM-DD`, on both drivers. */
type DateText = string;

export type Actor = string;

/** What the store adds to an event; ids only. */
export type EventMetadata = {
  readonly commandId: string;
  readonly actor: Actor;
  readonly notices?: readonly ResolvedNotice[];
};
/** Who is told, as resolved when the event was appended; no contact when nobody reachable holds the role or stands in. */
export type ResolvedNotice = {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly role: Role;
  readonly contactId: string | null;
  readonly actingAs: Role | null;
};

/** What looking behind the address of a piece of evidence may find. */
export const evidenceOutcomes = ['answers', 'does-not-answer', 'gone', 'not-looked-at'] as const;
export type EvidenceOutcome = (typeof evidenceOutcomes)[number];

/** A form as far as it was filled in, by the names of its fields. */
export type AnswerDraftForm = Readonly<Record<string, string | readonly string[]>>;

export type Schema = {
  installation: {
    id: Generated<number>;
    clock_real_at: Timestamp;
    clock_calendar_at: Timestamp;
    clock_day_ms: number;
    created_at: Generated<Timestamp>;
  };
  events: {
    position: Position64;
    stream_id: string;
    version: number;
    event_id: string;
    type: string;
    schema_version: number;
    data: Json<Record<string, unknown>>;
    metadata: Json<EventMetadata>;
    command_id: string;
    command_index: number;
    at: Timestamp;
    recorded_at: Generated<Timestamp>;
    hash: string;
  };
  streams: { stream_id: string; version: number; hash: string };
  sources: {
    id: string;
    kind: SourceKind;
    state_code: string | null;
    title: string;
    starts_on: DateText | null;
    ends_on: DateText | null;
    mandate_holder: string | null;
    report_symbol: string | null;
    url: string | null;
    created_at: Timestamp;
  };
  institutions: { id: string; name: string; kind: InstitutionKind; state_code: string | null; created_at: Timestamp };
  contacts: {
    id: string;
    institution_id: string | null;
    name: string;
    address: string;
    language: Language;
    time_zone: string;
    unreachable_since: Timestamp | null;
    unreachable_because: string | null;
    suggestion: string | null;
    version: Generated<number>;
    created_at: Timestamp;
    /** Nothing of the person is left in the row; what events name by its id is still somebody. */
    erased_at: Generated<Timestamp | null>;
  };
  /** Who erased whom, when and why: proof without personal data. */
  erasures: {
    id: string;
    /** Either this or an account. */
    contact_id: string | null;
    account_id: Generated<string | null>;
    at: Timestamp;
    actor: Actor;
    reason: string;
    legal_basis: string | null;
    hand_over_to: string | null;
    batch_id: string | null;
    counts: Json<Readonly<Record<string, number>>>;
  };
  /** What the daily clearing has deleted, as counts. */
  retention_runs: { id: string; ran_at: Timestamp; counts: Json<Readonly<Record<string, number>>> };
  absences: {
    id: string;
    contact_id: string;
    from_on: DateText;
    until_on: DateText;
    created_at: Timestamp;
  };
  /** The secret part of a feed's address is kept as its hash alone. */
  calendar_feeds: { contact_id: string; id: string; secret_hash: string; created_at: Timestamp };
  accounts: {
    id: string;
    /** In lower case. */
    email: string;
    name: string;
    language: Generated<Language>;
    /** Null for whoever has not chosen one yet, or signs in elsewhere. */
    password_hash: string | null;
    contact_id: string | null;
    is_disabled: Generated<boolean>;
    /** Sealed; it counts as a second factor from `totp_confirmed_at` on. */
    totp_secret: string | null;
    totp_confirmed_at: Timestamp | null;
    /** The newest step of time whose code was taken: no code is taken twice. */
    totp_last_step: string | null;
    openid_issuer: string | null;
    openid_subject: string | null;
    created_at: Timestamp;
    password_changed_at: Timestamp | null;
    erased_at: Generated<Timestamp | null>;
  };
  account_grants: {
    account_id: string;
    origin: GrantOrigin;
    number: number;
    role: AccessRole;
    scope: Json<AccessScope>;
  };
  sessions: {
    id: string;
    account_id: string;
    token_hash: string;
    /** The one before, for as long as the browser has not shown the newer one. */
    previous_hash: string | null;
    created_at: Timestamp;
    rotated_at: Timestamp;
    last_seen_at: Timestamp;
    user_agent: string;
    address: string;
  };
  api_tokens: {
    id: string;
    account_id: string;
    name: string;
    token_hash: string;
    reach: TokenReach;
    created_at: Timestamp;
    expires_at: Timestamp;
    last_used_at: Timestamp | null;
  };
  account_links: {
    token_hash: string;
    kind: AccountLinkKind;
    account_id: string | null;
    email: string | null;
    created_at: Timestamp;
    expires_at: Timestamp;
  };
  account_mails: {
    id: string;
    kind: AccountMailKind;
    email: string;
    asked_at: Timestamp;
    next_try_at: Timestamp;
  };
  recovery_codes: { account_id: string; code_hash: string };
  second_factor_tickets: {
    ticket_hash: string;
    account_id: string;
    attempts: Generated<number>;
    expires_at: Timestamp;
  };
  sign_in_failures: { email_hash: string; origin: string; failures: number; last_at: Timestamp };
  known_devices: { token_hash: string; account_id: string; last_used_at: Timestamp };
  openid_logins: {
    state_hash: string;
    nonce: string;
    code_verifier: string;
    return_path: string;
    expires_at: Timestamp;
  };
  /** Each key is wrapped under another one, which follows from the configured secret and is in no database. */
  answer_link_keys: {
    kid: string;
    wrapped_key: string;
    created_at: Timestamp;
    revoked_at: Timestamp | null;
    revoked_by: Actor | null;
    revoked_because: string | null;
  };
  /** Links signed until an instant open nothing any more. */
  answer_link_revocations: {
    id: string;
    contact_id: string | null;
    recommendation_id: string | null;
    signed_until: Timestamp;
    revoked_by: Actor;
    because: string;
  };
  /** What was found behind the address of a piece of evidence, the last time that anybody looked. */
  evidence_checks: { url: string; outcome: EvidenceOutcome; http_status: number | null; checked_at: Timestamp };
  state_roles: { state_code: string; role: Role; contact_id: string };
  recommendations: {
    id: string;
    source_id: string;
    paragraph: string | null;
    state_code: string;
    text: string;
    playbook_key: string;
    position: Position;
    target_on: DateText | null;
    themes: string[];
    affected_groups: string[];
    sdgs: number[];
    /** The recommendation that this one is a part of, or the next step after. */
    opened_by: string | null;
    opened_as: 'part' | 'next-step' | null;
    /** Counts the corrections of what it asks for. */
    instruments_version: Generated<number>;
    created_at: Timestamp;
    search: ColumnType<string, never, never>;
    words: ColumnType<string[], never, never>;
  };
  publication_decisions: {
    number: Position64;
    id: string;
    subject_kind: PublicationSubject;
    subject_id: string;
    verdict: PublicationVerdict;
    reason: string;
    actor: Actor;
    decided_at: Timestamp;
  };
  publication_wordings: {
    number: Position64;
    id: string;
    subject_kind: Exclude<PublicationSubject, 'state'>;
    subject_id: string;
    wording: string | null;
    reason: string;
    actor: Actor;
    decided_at: Timestamp;
  };
  recommendation_instruments: { recommendation_id: string; instrument: string; basis: InstrumentBasis };
  playbooks: {
    key: string;
    version: number;
    data: Json<StoredPlaybook>;
    origin: Generated<PlaybookOrigin>;
    shipped_version: number | null;
    note: string | null;
    /** Null for what ships. */
    created_at: Timestamp | null;
  };
  world_events: {
    id: string;
    state_code: string | null;
    event: WorldEvent;
    on_date: DateText;
    title: string;
    is_estimate: boolean;
    created_at: Timestamp;
    version: Generated<number>;
  };
  batches: {
    id: string;
    kind: BatchKind;
    reason: string;
    created_at: Timestamp;
    total: number;
    /** The actor of every event that it brings. */
    ordered_by: Generated<Actor>;
  };
  batch_items: {
    batch_id: string;
    number: number;
    recommendation_id: string;
    command: Json<PersonCommand>;
    status: Generated<BatchItemStatus>;
    detail: string | null;
    tries: Generated<number>;
  };
  clusters: { id: string; state_code: string; title: string; version: Generated<number>; created_at: Timestamp };
  cluster_members: { recommendation_id: string; cluster_id: string; added_at: Timestamp };
  states_calendar: { state_code: string; weekend: Weekday[] };
  holidays: { state_code: string; on_date: DateText; name: string; is_working_day: boolean };
  answer_drafts: {
    id: string;
    contact_id: string;
    form: Json<AnswerDraftForm>;
    saved_at: Timestamp;
    expires_at: Timestamp;
  };
  idempotency_keys: {
    key: string;
    route: string;
    body_hash: string;
    status: number | null;
    response: Json<unknown> | null;
    at: Timestamp;
  };
  follow_ups: {
    recommendation_id: string;
    state_code: string;
    version: number;
    status: Status;
    position: Position;
    implementation: Implementation;
    assessment: Assessment | null;
    closure_reason: ClosureReason | null;
    playbook_key: string;
    playbook_version: number;
    round_number: number | null;
    round_due_at: Timestamp | null;
    asks: string | null;
    rung: number;
    waits_for: WaitsFor;
    next_step_at: Timestamp | null;
    next_step_kind: StepKind | null;
    action_needed_from: Timestamp | null;
    overdue_from: Timestamp | null;
    last_answer_at: Timestamp | null;
    target_on: DateText | null;
    parent_id: string | null;
    started_at: Timestamp;
    closed_at: Timestamp | null;
    updated_at: Timestamp;
    state: Json<StartedState>;
  };
  recommendation_roles: { recommendation_id: string; role: Role; contact_id: string };
  notices: {
    notice_id: string;
    event_id: string;
    recommendation_id: string;
    role: Role;
    acting_as: Role | null;
    contact_id: string | null;
    kind: NoticeKind;
    step_id: string | null;
    round_number: number | null;
    rung: number;
    queued_at: Timestamp;
    status: NoticeStatus;
    digest_id: string | null;
    message_id: string | null;
    sending_at: Timestamp | null;
    accepted_at: Timestamp | null;
    smtp_response: string | null;
    superseded_by: string | null;
    superseded_reason: string | null;
    bounced_at: Timestamp | null;
    bounce_status: string | null;
    answered_at: Timestamp | null;
    updated_at: Timestamp;
    /** Whose correspondence it was moved from, the last time it was. */
    readdressed_from: Generated<string | null>;
  };
  digests: {
    digest_id: string;
    contact_id: string;
    on_date: DateText;
    message_id: string;
    status: DigestStatus;
    composed_at: Timestamp;
    settled_at: Timestamp | null;
    response: string | null;
    carries_routine: Generated<boolean>;
  };
  dialogue_entries: {
    id: string;
    version: number;
    kind: DialogueKind;
    direction: Direction | null;
    is_planned: boolean;
    held_on: DateText;
    ends_on: DateText | null;
    start_time: string | null;
    time_zone: string | null;
    starts_at: Timestamp | null;
    /** When it began, or the beginning of its day in UTC: what lists and timelines sort by. */
    held_at: Timestamp;
    place: string | null;
    subject: string;
    shareable: string;
    agreed: Json<readonly AgreedPoint[]>;
    state_codes: string[];
    institution_ids: string[];
    contact_ids: string[];
    confidential_hash: string | null;
    recorded_at: Timestamp;
    changed_at: Timestamp;
    withdrawn_at: Timestamp | null;
    withdrawal_reason: string | null;
    search: ColumnType<string, never, never>;
  };
  dialogue_states: { state_code: string; held_at: Timestamp; dialogue_id: string };
  dialogue_links: { dialogue_id: string; link_type: LinkType; target_kind: LinkTarget; target_id: string };
  dialogue_confidential: {
    dialogue_id: string;
    hash: string;
    salt: string;
    text: string;
    written_at: Timestamp;
    redacted_at: Generated<Timestamp | null>;
  };
  treaty_actions: {
    participant: string;
    instrument: string;
    entry: number;
    kind: TreatyEntry['type'];
    /** The day, or the last day of the year. */
    acted_on: DateText;
    date_precision: Precision;
    details: Json<Readonly<Record<string, unknown>>>;
    notification: string | null;
    evidence: Json<readonly Evidence[]>;
    recorded_at: Timestamp;
    corrected_at: Timestamp | null;
    struck_out_at: Timestamp | null;
    struck_out_because: string | null;
  };
  treaty_standings: {
    instrument: string;
    participant: string;
    from_on: DateText;
    /** The day on which the next standing begins. */
    until_on: DateText | null;
    version: number;
    is_signatory: boolean;
    signed_on: DateText | null;
    domestic_act_on: DateText | null;
    is_party: boolean;
    is_in_force: boolean;
    how: DepositWay | null;
    deposited_on: DateText | null;
    date_precision: Precision | null;
    in_force_on: DateText | null;
    denounced_on: DateText | null;
    denunciation_effective_on: DateText | null;
  };
  state_timeline: { state_code: string; at: Timestamp; stream_id: string; version: number };
  letters: {
    id: string;
    recommendation_id: string;
    state_code: string;
    kind: LetterKind;
    rung: number;
    reference: string;
    language: Language;
    facts: Json<LetterFacts>;
    body: Json<LetterBody>;
    version: Generated<number>;
    drafted_at: Timestamp;
    status: LetterStatus;
    approved_at: Timestamp | null;
    withdrawn_at: Timestamp | null;
    withdrawn_because: LetterWithdrawal | null;
    sent_on: DateText | null;
    /** The number under which it was sent, where that is not our own. */
    sent_reference: string | null;
    scan: string | null;
    replied_on: DateText | null;
    campaign_id: string | null;
    /** The round of the campaign that drafted it; null for the letter of a rung. */
    appeal_key: string | null;
    /** `SI:CEDAW:2026-03-01`; null for all other letters. */
    thanks_for: string | null;
  };
  campaigns: {
    id: string;
    version: number;
    edition: number;
    title: string;
    status: CampaignStatus;
    instruments: string[];
    scope: Json<CampaignScope>;
    state_codes: string[];
    target_on: DateText;
    playbook_key: string;
    letter_on: DateText;
    wave: Json<WavePlan>;
    dates: Json<CampaignDates>;
    waves: number;
    started_at: Timestamp;
    paused_at: Timestamp | null;
    ended_at: Timestamp | null;
    end_reason: string | null;
  };
  campaign_targets: {
    campaign_id: string;
    state_code: string;
    instrument: string;
    status: TargetStatus;
    wave: number | null;
    recommendation_id: string | null;
    because: LeftOutCause | null;
    note: string | null;
    changed_at: Timestamp;
  };
  campaign_rounds: {
    campaign_id: string;
    key: string;
    kind: RoundKind;
    on_date: DateText;
    event_on: DateText | null;
    outcome: 'held' | 'passed-by';
    at: Timestamp;
    because: 'newer-round' | 'date-past' | null;
    passed_for: string | null;
    batch_id: string | null;
    appeals: number;
  };
  /** Follows by trigger from recommendations and follow_ups: nothing writes it. */
  recommendation_lines: {
    id: ReadOnly<string>;
    state_code: ReadOnly<string>;
    source_id: ReadOnly<string>;
    themes: ReadOnly<string[]>;
    affected_groups: ReadOnly<string[]>;
    sdgs: ReadOnly<number[]>;
    created_at: ReadOnly<Timestamp>;
    source_kind: ReadOnly<SourceKind>;
    playbook_key: ReadOnly<string>;
    position: ReadOnly<Position>;
    implementation: ReadOnly<Implementation | null>;
    assessment: ReadOnly<Assessment | null>;
    status: ReadOnly<Status | 'not-started'>;
    rung: ReadOnly<number>;
    waits_for: ReadOnly<WaitsFor | null>;
    due_at: ReadOnly<Timestamp | null>;
    next_step_at: ReadOnly<Timestamp | null>;
    next_step_kind: ReadOnly<StepKind | null>;
    action_needed_from: ReadOnly<Timestamp | null>;
    overdue_from: ReadOnly<Timestamp | null>;
    waiting_since: ReadOnly<Timestamp | null>;
  };
  /** A view: how many lines of a State have a value. */
  line_totals: {
    facet: ReadOnly<string>;
    state_code: ReadOnly<string>;
    value: ReadOnly<string>;
    count: ReadOnly<number>;
  };
  saved_views: { id: string; title: string; query: string; created_at: Timestamp };
  letter_numbers: { year: number; last: number };
  state_languages: { state_code: string; language: Language };
  treaty_status_imports: {
    id: string;
    format: TableFormat;
    instrument: string | null;
    source: string;
    status: Generated<ImportStatus>;
    total: number;
    created_at: Timestamp;
    judged_at: Timestamp;
    /** When somebody said that it shall be applied, and when that was done. */
    apply_at: Timestamp | null;
    applied_at: Timestamp | null;
    version: Generated<number>;
  };
  treaty_status_import_rows: {
    import_id: string;
    number: number;
    line: number;
    said: Json<ReadRow>;
    participant: string | null;
    instrument: string | null;
    outcome: RowOutcome;
    judgement: Json<Judgement>;
    decision: Generated<Decision>;
    because: string | null;
    result: RowResult | null;
    result_code: string | null;
    result_parts: Json<readonly PlannedPart[]> | null;
    batch_ids: Generated<string[]>;
    tries: Generated<number>;
    version: Generated<number>;
  };
  access_log: {
    id: string;
    at: Timestamp;
    actor: Actor;
    account_id: string;
    did: 'read' | 'changed';
    route: string;
    subjects: string[];
    status: number;
    network_address: string;
  };
  participant_aliases: {
    key: string;
    alias: string;
    participant: string;
    created_at: Timestamp;
    version: Generated<number>;
  };
};

export type ImportStatus = 'draft' | 'applying' | 'applied';

export type PlaybookOrigin = 'shipped' | 'own';

/** How it is known what a recommendation asks for. */
export const instrumentBases = ['stated', 'read'] as const;
export type InstrumentBasis = (typeof instrumentBases)[number];

export const batchKinds = [
  'adopt-playbook',
  'hand-over',
  'replan',
  'deposit',
  'denunciation',
  'campaign-round',
  'campaign-letters',
  'pause',
  'assign-role',
] as const;
export type BatchKind = (typeof batchKinds)[number];

export const batchItemStatuses = ['pending', 'done', 'refused', 'failed'] as const;
export type BatchItemStatus = (typeof batchItemStatuses)[number];

export const institutionKinds = [
  /** Of a State, beside its ministries: the head of government, a delegation, an inter-ministerial committee. */
  'government',
  'ministry',
  'parliament',
  'permanent-mission',
  /** National human-rights institutions and ombudsmen. */
  'nhri',
  /** The Commission on Human Rights, the Human Rights Council, the Sub-Commission. */
  'un-body',
  /** Committees that watch over a treaty. */
  'treaty-body',
  /** Working groups and mandate holders. */
  'un-mechanism',
  /** Agencies, funds and programmes. */
  'un-agency',
  /** The Council of Europe, the OSCE (CSCE), the African Union. */
  'regional-organisation',
  'ngo',
] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

/** Who gave a grant: an administrator here, or the identity provider at the last sign-in. */
export type GrantOrigin = 'local' | 'openid';
export type AccountLinkKind = 'set-up' | 'reset' | 'invitation';
export type AccountMailKind = Exclude<AccountLinkKind, 'set-up'>;

/** The six official languages of the United Nations. */
export const languages = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;
export type Language = (typeof languages)[number];

export const digestStatuses = ['sending', 'accepted', 'deferred', 'refused', 'uncertain', 'bounced'] as const;
export type DigestStatus = (typeof digestStatuses)[number];
