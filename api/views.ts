import type { getRecommendation, RecommendationLine } from '../db/queries/recommendations.ts';
import type { AskedInstrument } from '../db/register/instruments-asked.ts';
import type { PlaybookProposal } from '../domain/proposals/propose.ts';
import type { Playbook } from '../domain/playbooks/playbook.ts';
import type { RoleHolder } from '../domain/follow-up/roles.ts';
import type { AppealState } from '../domain/follow-up/appeal-events.ts';
import { completed, initialState, type StartedState } from '../domain/follow-up/state.ts';
import { allowedCommands } from '../domain/follow-up/allowed.ts';
import type { Instant } from '../domain/time.ts';
import { kebab } from './kebab.ts';
import type { WaitingFor } from '../workflows/messages.ts';

type Recommendation = NonNullable<Awaited<ReturnType<typeof getRecommendation>>>;
type Common = Pick<RecommendationLine, keyof RecommendationLine & keyof Recommendation>;

/** What a list shows of a recommendation; before its follow-up starts, the register's position stands. */
export const lineView = (row: Common) => ({
  id: row.id,
  stateCode: row.state_code,
  sourceId: row.source_id,
  paragraph: row.paragraph,
  text: row.text,
  playbook: row.running_playbook_key ?? row.playbook_key,
  themes: row.themes,
  targetOn: row.target_on,
  createdAt: row.created_at,
  position: row.position ?? row.registered_position,
  implementation: row.implementation,
  assessment: row.assessment,
  status: row.status ?? ('not-started' as const),
  reading: row.reading,
  rung: row.rung ?? 0,
  waitsFor: row.waits_for,
  asks: row.asks,
  dueAt: row.round_due_at,
  nextStepAt: row.next_step_at,
  nextStepKind: row.next_step_kind,
  overdueFrom: row.overdue_from,
  lastAnswerAt: row.last_answer_at,
});

type Beside = {
  readonly holders: readonly RoleHolder[];
  readonly waiting: WaitingFor | undefined;
  readonly playbook: Playbook | undefined;
  readonly instruments: readonly AskedInstrument[];
  readonly now: Instant;
  /** Whether whoever asks may give a command, by its name in an address. */
  readonly mayGive: (command: string) => boolean;
};

/** The whole of one recommendation, with what the running process says beside what the projection says. */
export const recommendationView = (
  row: Recommendation,
  { holders, waiting, playbook, now, instruments, mayGive }: Beside,
) => ({
  ...lineView(row),
  affectedGroups: row.affected_groups,
  sdgs: row.sdgs,
  source: {
    kind: row.source_kind,
    title: row.source_title,
    reportSymbol: row.report_symbol,
    mandateHolder: row.mandate_holder,
  },
  version: row.version ?? 0,
  playbookVersion: row.playbook_version,
  question: row.asks === null ? null : (playbook?.questions[row.asks] ?? null),
  round: row.state?.round ?? null,
  draft: row.state?.draft ? { ...row.state.draft, roles: [...row.state.draft.roles] } : null,
  extension: row.state?.extension ?? null,
  claim: row.state?.claim ? { ...row.state.claim, evidence: [...row.state.claim.evidence] } : null,
  closureReason: row.closure_reason,
  openedBy: row.opened_by,
  openedAs: row.opened_as,
  ...lifeView(row.state),
  milestones: milestonesView(row.state, playbook),
  startedAt: row.started_at,
  closedAt: row.closed_at,
  roles: holders.map((holder) => ({ ...holder })),
  allowedCommands: allowedCommands(completed(row.state ?? initialState), now)
    .map(kebab)
    .filter(mayGive),
  process: waiting ? processView(waiting, row) : null,
  instruments: instruments.map((each) => ({ ...each })),
  similarUrl: `/api/v1/recommendations/${row.id}/similar`,
});

/** What a follow-up has been through beside its round; empty before it is started. */
const lifeView = (state: StartedState | null) => ({
  extensionsRequested: state?.extensionsRequested ?? 0,
  extensionsGranted: state?.extensionsGranted ?? 0,
  assessmentReason: state?.assessmentReason ?? null,
  views: (state?.views ?? []).map((view) => ({ ...view })),
  late: (state?.late ?? []).map((limit) => ({ ...limit })),
  parentId: state?.parentId ?? null,
  parts: state?.parts?.map((part) => ({ ...part })) ?? null,
  carries: [...(state?.carries ?? [])],
  appeal: state?.appeal == null ? null : appealView(state.appeal),
});

/** What a campaign has come to; the reminders themselves are plumbing. */
const appealView = ({ tasks, rounds, ...appeal }: AppealState) => ({
  ...appeal,
  rounds: rounds.map((round) => ({ ...round })),
  tasks: tasks.map(({ task, since, dueOn }) => ({ task, since, dueOn })),
});

/** The playbook's way to the goal, and how far along it the State is. */
const milestonesView = (state: StartedState | null, playbook: Playbook | undefined) =>
  (playbook?.milestones ?? []).map(({ evidence, usually, ...milestone }) => ({
    ...milestone,
    usually: { ...usually },
    evidence: [...evidence],
    completedOn: state?.milestones[milestone.key] ?? null,
    isLate: state?.late.some((limit) => limit.milestone === milestone.key) ?? false,
  }));

const processView = ({ version, nextStepAt, planning }: WaitingFor, row: Recommendation) => ({
  isAgreeing: version === (row.version ?? 0) && nextStepAt === row.next_step_at,
  version,
  nextStepAt,
  planning: planning?.kind ?? null,
});

export const proposalView = ({ instruments, ...proposal }: PlaybookProposal) => ({
  ...proposal,
  instruments: [...instruments],
});
