/**
 * What every column may hold of a person, and so what becomes of it when they are erased. A test compares this list with the
 * database: a column that nobody has classed fails it.
 */
export type Classes = {
  /** About one person: it goes with them. Ids of contacts are not personal once the contact's row is empty. */
  readonly personal?: readonly string[];
  /** What people wrote in a register: the name and the address are struck out where they stand. */
  readonly words?: readonly string[];
  /**
   * What people wrote in an event or in another record that is only added to, or what follows from events: it stands, and the
   * preview of an erasure counts it.
   */
  readonly log?: readonly string[];
  /** Ids, codes, dates, numbers, and texts of the system. */
  readonly none?: readonly string[];
};

const columns = (names: string): readonly string[] => names.split(/\s+/);

export const coverage: Readonly<Record<string, Classes>> = {
  // Who saw what stays for its period, also of those who were erased: everybody else in it has a right to know.
  access_log: {
    log: columns('network_address'),
    none: columns('id at actor account_id did route subjects status'),
  },
  account_grants: { personal: columns('account_id origin number role scope') },
  account_links: { personal: columns('token_hash kind account_id email created_at expires_at') },
  account_mails: { personal: columns('id kind email asked_at next_try_at') },
  accounts: {
    personal: columns(
      'email name language password_hash contact_id is_disabled totp_secret totp_confirmed_at totp_last_step openid_issuer openid_subject password_changed_at',
    ),
    none: columns('id created_at erased_at'),
  },
  absences: { personal: columns('id contact_id from_on until_on created_at') },
  answer_drafts: { personal: columns('id contact_id form saved_at expires_at') },
  answer_link_keys: {
    words: columns('revoked_because'),
    none: columns('kid wrapped_key created_at revoked_at revoked_by'),
  },
  answer_link_revocations: {
    words: columns('because'),
    none: columns('id contact_id recommendation_id signed_until revoked_by'),
  },
  api_tokens: { personal: columns('id account_id name token_hash reach created_at expires_at last_used_at') },
  batch_items: {
    words: columns('command detail'),
    none: columns('batch_id number recommendation_id status tries'),
  },
  batches: { words: columns('reason'), none: columns('id kind created_at total ordered_by') },
  calendar_feeds: { personal: columns('contact_id id secret_hash created_at') },
  campaign_rounds: {
    none: columns('campaign_id key kind on_date event_on outcome at because passed_for batch_id appeals'),
  },
  campaign_targets: {
    log: columns('note'),
    none: columns('campaign_id state_code instrument status wave recommendation_id because changed_at'),
  },
  campaigns: {
    log: columns('title end_reason'),
    none: columns(
      'id version edition status instruments scope state_codes target_on playbook_key letter_on wave dates waves started_at paused_at ended_at',
    ),
  },
  cluster_members: { none: columns('recommendation_id cluster_id added_at') },
  clusters: { words: columns('title'), none: columns('id state_code version created_at') },
  contacts: {
    personal: columns(
      'institution_id name address language time_zone unreachable_since unreachable_because suggestion',
    ),
    none: columns('id version created_at erased_at'),
  },
  dialogue_confidential: {
    words: columns('text'),
    none: columns('dialogue_id hash salt written_at redacted_at'),
  },
  dialogue_entries: {
    log: columns('place subject shareable agreed withdrawal_reason search'),
    none: columns(
      'id version kind direction is_planned held_on ends_on start_time time_zone starts_at held_at state_codes institution_ids contact_ids confidential_hash recorded_at changed_at withdrawn_at',
    ),
  },
  dialogue_links: { none: columns('dialogue_id link_type target_kind target_id') },
  dialogue_states: { none: columns('state_code held_at dialogue_id') },
  // What a mail server answers is kept without addresses (activities/mail/addresses.ts).
  digests: {
    log: columns('response'),
    none: columns('digest_id contact_id on_date message_id status composed_at settled_at carries_routine'),
  },
  erasures: {
    words: columns('reason legal_basis'),
    none: columns('id contact_id account_id at actor hand_over_to batch_id counts'),
  },
  events: {
    log: columns('data command_id'),
    none: columns('position stream_id version event_id type schema_version metadata command_index at recorded_at hash'),
  },
  // Addresses that stand in events as evidence.
  evidence_checks: { log: columns('url'), none: columns('outcome http_status checked_at') },
  follow_ups: {
    log: columns('state'),
    none: columns(
      'recommendation_id state_code version status position implementation assessment closure_reason playbook_key playbook_version round_number round_due_at asks rung waits_for next_step_at next_step_kind action_needed_from overdue_from last_answer_at target_on started_at closed_at updated_at parent_id',
    ),
  },
  holidays: { words: columns('name'), none: columns('state_code on_date is_working_day') },
  idempotency_keys: { personal: columns('key route body_hash response'), none: columns('status at') },
  installation: { none: columns('id clock_real_at clock_calendar_at clock_day_ms created_at') },
  institutions: { words: columns('name'), none: columns('id kind state_code created_at') },
  known_devices: { personal: columns('token_hash account_id last_used_at') },
  letter_numbers: { none: columns('year last') },
  letters: {
    words: columns('facts body scan sent_reference'),
    none: columns(
      'id recommendation_id state_code kind rung reference language version drafted_at status approved_at withdrawn_at withdrawn_because sent_on replied_on thanks_for campaign_id appeal_key',
    ),
  },
  notices: {
    log: columns('smtp_response'),
    none: columns(
      'notice_id event_id recommendation_id role acting_as contact_id kind step_id round_number rung queued_at status digest_id message_id sending_at accepted_at superseded_by superseded_reason bounced_at bounce_status answered_at updated_at readdressed_from',
    ),
  },
  line_count_changes: { none: columns('state_code facet value change') },
  line_counts: { none: columns('facet state_code value count') },
  // For the minutes of one way to an identity provider and back; nobody is known yet.
  openid_logins: { none: columns('state_hash nonce code_verifier return_path expires_at') },
  participant_aliases: { none: columns('key alias participant created_at version') },
  playbooks: { words: columns('data note'), none: columns('key version origin shipped_version created_at') },
  publication_decisions: {
    log: columns('reason'),
    none: columns('number id subject_kind subject_id verdict actor decided_at'),
  },
  publication_wordings: {
    log: columns('wording reason'),
    none: columns('number id subject_kind subject_id actor decided_at'),
  },
  recommendation_instruments: { none: columns('recommendation_id instrument basis') },
  recommendation_lines: {
    none: columns(
      'id state_code source_id themes affected_groups sdgs created_at source_kind playbook_key position implementation assessment status rung waits_for due_at next_step_at next_step_kind action_needed_from overdue_from waiting_since',
    ),
  },
  recommendation_roles: { none: columns('recommendation_id role contact_id') },
  // A recommendation names victims and defenders: its text is a public act, and is corrected by hand where it must be.
  recommendations: {
    log: columns('text search words'),
    none: columns(
      'id source_id paragraph state_code playbook_key position target_on themes affected_groups sdgs created_at opened_by opened_as instruments_version',
    ),
  },
  recovery_codes: { personal: columns('account_id code_hash') },
  register_news: { none: columns('id') },
  retention_runs: { none: columns('id ran_at counts') },
  saved_views: { words: columns('title query'), none: columns('id created_at') },
  second_factor_tickets: { personal: columns('ticket_hash account_id attempts expires_at') },
  sessions: {
    personal: columns('id account_id token_hash previous_hash created_at rotated_at last_seen_at user_agent address'),
  },
  sign_in_failures: { personal: columns('email_hash origin failures last_at') },
  // Mandate holders are named in public, by their office.
  sources: {
    log: columns('mandate_holder title'),
    none: columns('id kind state_code starts_on ends_on report_symbol url created_at'),
  },
  state_languages: { none: columns('state_code language') },
  state_roles: { none: columns('state_code role contact_id') },
  state_timeline: { none: columns('state_code at stream_id version') },
  states_calendar: { none: columns('state_code weekend') },
  streams: { none: columns('stream_id version hash') },
  treaty_actions: {
    log: columns('details notification evidence struck_out_because'),
    none: columns('participant instrument entry kind acted_on date_precision recorded_at corrected_at struck_out_at'),
  },
  treaty_standings: {
    none: columns(
      'instrument participant from_on until_on version is_signatory signed_on domestic_act_on is_party is_in_force how deposited_on date_precision in_force_on denounced_on denunciation_effective_on',
    ),
  },
  treaty_status_import_rows: {
    words: columns('said because'),
    none: columns(
      'import_id number line participant instrument outcome judgement decision result result_code result_parts batch_ids tries version',
    ),
  },
  treaty_status_imports: {
    words: columns('source'),
    none: columns('id format instrument status total created_at judged_at apply_at applied_at version'),
  },
  world_events: {
    words: columns('title'),
    none: columns('id state_code event on_date is_estimate created_at version'),
  },
};

export type Place = { readonly table: string; readonly column: string };

/** The columns of one class, over all tables. */
export const placesOf = (kind: keyof Classes): readonly Place[] =>
  Object.entries(coverage).flatMap(([table, classes]) => (classes[kind] ?? []).map((column) => ({ table, column })));
