import * as wf from '@temporalio/workflow';
import type { AppendResult, OpenedStream } from '../activities/contract.ts';
import { calendarTime, realMsUntil } from '../domain/clock.ts';
import type { ClockCommand, PersonCommand, PlanRequest, Rejection } from '../domain/follow-up/commands.ts';
import type { PartOutcome } from '../domain/follow-up/events.ts';
import { decide } from '../domain/follow-up/decide.ts';
import { fold } from '../domain/follow-up/evolve.ts';
import { isSameOutcome, outcomeOf } from '../domain/follow-up/parts.ts';
import { completed, isStarted, type FollowUpState } from '../domain/follow-up/state.ts';
import { nextPlan, nextTimer } from '../domain/follow-up/timers.ts';
import { followUpActivities, partActivities } from './activity-options.ts';
import { getState, updates, type FollowUpInput, type Receipt, type Submitted, type WaitingFor } from './messages.ts';
import { createSearchAttributes } from './search-attributes.ts';

/** A sleeping follow-up is replayed whole each time it wakes: 150 events cost some 40 ms, thousands cost seconds. */
const longestHistory = 150;

/**
 * Follows up one recommendation until it is closed: takes commands one at a time, keeps one timer, and writes every
 * decision to the event log before believing it. A run begins by folding the stream, so a new follow-up,
 * continue-as-new, reopening and recovery after the loss of the cluster are one path.
 */
export async function followUpRecommendation({ recommendationId }: FollowUpInput): Promise<void> {
  const { openStream, appendEvents, planNext, wakeCorrespondence } = followUpActivities();
  const { startParts, tellParent } = partActivities();
  let opened: OpenedStream | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let turnsTaken = 0;

  wf.setHandler(getState, describe);
  for (const definition of Object.values(updates)) wf.setHandler(definition, submit, { validator: validate });

  const stream = (opened = await openStream(recommendationId));
  const showInTemporal = createSearchAttributes();
  let { version } = stream;
  let state = completed(stream.state); // Recorded histories hold what earlier versions folded.
  const { clock } = stream;
  let arePartsStarted = false;
  let toldTheParent: PartOutcome | undefined; // Each run says it once, and so what a crash kept from being said.

  while (!(await isOver())) {
    showInTemporal(state);
    if (isRenewalDue()) return renew();
    const wanted = nextPlan(state);
    if (isParentBehind()) await tellTheParent();
    else if (wanted !== null) await adoptPlan(wanted);
    else if (hasUnstartedParts(state) && !arePartsStarted) await beginParts();
    else if (await sleptUntilNextStep()) await inTurn(() => record('clock', 'clock', { type: 'AdvanceClock' }));
  }
  showInTemporal(state);

  async function sleptUntilNextStep(): Promise<boolean> {
    const seen = version;
    const isAwake = (): boolean => version !== seen || isRenewalDue();
    const step = nextTimer(state);
    if (step === undefined) return wf.condition(isAwake).then(() => false);
    const wokenEarly = await wf.condition(isAwake, sleepMs(step.dueAt), { summary: `${step.kind} ${step.id}` });
    return !wokenEarly;
  }

  /** Closed, or never started, with nobody left to answer or to tell: a command may have changed that while we waited. */
  async function isOver(): Promise<boolean> {
    if (!isAtRest()) return false;
    await wf.condition(isIdle);
    return isAtRest();
  }

  function isAtRest(): boolean {
    return (state.status === 'closed' || state.status === 'not-started') && !isParentBehind();
  }

  async function renew(): Promise<never> {
    await wf.condition(isIdle); // No handler and no append may be cut in two.
    return wf.continueAsNew<typeof followUpRecommendation>({ recommendationId });
  }

  async function adoptPlan(request: PlanRequest): Promise<void> {
    if (!isStarted(state)) return;
    const plan = await planNext({ recommendationId, request, state });
    await inTurn(() => record('plan', 'clock', { type: 'AdoptPlan', for: request, plan }));
  }

  /** Each part's own run says when it has begun; whatever a crash leaves undone, the next run of this one does again. */
  async function beginParts(): Promise<void> {
    arePartsStarted = true;
    await startParts(recommendationId);
  }

  async function submit({ commandId, actor, command }: Submitted): Promise<Receipt> {
    await wf.condition(() => opened !== undefined);
    return inTurn(() => record({ commandId }, actor, command));
  }

  /** Refuses early what the present state refuses; before the stream is read, the handler itself must. */
  function validate({ command }: Submitted): void {
    if (opened === undefined) return;
    const decision = decide({ ...command, at: now() }, state);
    if ('rejected' in decision) throw refusal(command.type, decision.rejected);
  }

  /** One command at a time, in order of arrival. */
  function inTurn(take: () => Promise<Receipt>): Promise<Receipt> {
    turnsTaken += 1;
    const mine = turn.then(take).finally(() => (turnsTaken -= 1));
    turn = mine.catch(() => undefined);
    return mine;
  }

  /**
   * Writes first, believes second. When the stream turns out longer than this run knew (a crash lost the task after
   * its append), what it holds is folded and the command is decided anew.
   */
  async function record(key: CommandKey, actor: string, command: PersonCommand | ClockCommand): Promise<Receipt> {
    for (;;) {
      const decision = decide({ ...command, at: now() }, state);
      if ('rejected' in decision) throw refusal(command.type, decision.rejected);
      const { events } = decision;
      if (events.length === 0) return { version };
      const commandId = typeof key === 'string' ? `${key}:${version}` : key.commandId;
      const result = await appendEvents({ recommendationId, expectedVersion: version, commandId, actor, events });
      state = fold(result.outcome === 'appended' ? events : result.events, state);
      version = result.version;
      await tell(result);
      if (result.outcome !== 'conflict') return { version };
    }
  }

  async function tell({ notify }: AppendResult): Promise<void> {
    if (notify.length > 0) await wakeCorrespondence(notify);
  }

  function isParentBehind(): boolean {
    if (!isStarted(state) || state.parentId === null) return false;
    return toldTheParent === undefined || !isSameOutcome(toldTheParent, outcomeOf(recommendationId, state));
  }

  /** A part tells how it stands whenever that has changed; the version makes a repeat the same word. */
  async function tellTheParent(): Promise<void> {
    if (!isStarted(state) || state.parentId === null) return;
    const outcome = outcomeOf(recommendationId, state);
    await tellParent({ parentId: state.parentId, outcome, version });
    toldTheParent = outcome;
  }

  function describe(): WaitingFor {
    if (opened === undefined) return { version: 0, state: { status: 'not-started' }, nextStepAt: null, planning: null };
    return { version, state, nextStepAt: nextTimer(state)?.dueAt ?? null, planning: nextPlan(state) };
  }

  function now(): string {
    return calendarTime(clock, Date.now()); // Workflow time: the same on replay.
  }

  function sleepMs(until: string): number {
    return Math.max(1, realMsUntil(clock, Date.now(), until));
  }

  function isIdle(): boolean {
    return turnsTaken === 0 && wf.allHandlersFinished();
  }
}

/** A person's command brings its own idempotency key; the clock's is made from the version that it was decided at. */
type CommandKey = { readonly commandId: string } | 'clock' | 'plan';

function isRenewalDue(): boolean {
  const { historyLength, continueAsNewSuggested } = wf.workflowInfo(); // A frozen copy: asked for each time.
  return continueAsNewSuggested || historyLength >= longestHistory;
}

const hasUnstartedParts = (state: FollowUpState): boolean =>
  isStarted(state) && state.status === 'open' && state.parts?.some((part) => part.status === 'not-started') === true;

const refusal = (command: string, rejected: Rejection): wf.ApplicationFailure =>
  wf.ApplicationFailure.nonRetryable(`${command} was refused: ${rejected}`, rejected);
