import type { ContactId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Assessment, Evidence, FollowUpEvent, Implementation } from './events.ts';
import { fold } from './evolve.ts';
import type { IndependentRole } from './roles.ts';
import { isStarted } from './state.ts';

/** What the State reports of itself, in its own last words. */
export type StateSide = {
  readonly implementation: Implementation | null;
  readonly words: { readonly note: string; readonly at: Instant } | null;
  /** What it named last to prove what it says. */
  readonly evidence: readonly Evidence[];
};
export type AssessmentSide = {
  readonly assessment: Assessment;
  /** None for the D that follows from silence. */
  readonly reason: string | null;
  readonly at: Instant;
  readonly disagrees: boolean;
};
/** What an NHRI or an NGO said last. */
export type Voice = {
  readonly role: IndependentRole;
  readonly contactId: ContactId | null;
  readonly implementation: Implementation | null;
  readonly note: string;
  readonly evidence: readonly Evidence[];
  readonly at: Instant;
  readonly disagrees: boolean;
};
export type SideBySide = {
  readonly state: StateSide;
  readonly assessment: AssessmentSide | null;
  /** The newest view of each voice, the newest first. */
  readonly voices: readonly Voice[];
  readonly disagrees: boolean;
};

/** The State's claim, our assessment and every independent voice beside each other: nothing is merged into one verdict. */
export function sideBySide(events: readonly FollowUpEvent[]): SideBySide {
  const state = stateSide(events);
  const assessment = assessmentSide(events, state.implementation);
  const voices = voicesIn(events, state.implementation);
  const disagrees = assessment?.disagrees === true || voices.some((voice) => voice.disagrees);
  return { state, assessment, voices, disagrees };
}

/** From the farthest to the nearest. */
const stages: readonly Implementation[] = [
  'will-not-implement',
  'not-started',
  'planned',
  'in-progress',
  'partly-implemented',
  'implemented',
];

/** A voice disagrees when it sees less than the State claims; one that names no stage only comments. */
export const isLower = (seen: Implementation | null, claimed: Implementation | null): boolean =>
  seen !== null && claimed !== null && stages.indexOf(seen) < stages.indexOf(claimed);

/** "Not satisfactory" or worse says less than a claim of having done it, or part of it. */
export const isDoubted = (assessment: Assessment, claimed: Implementation | null): boolean =>
  ['C', 'D', 'E'].includes(assessment) && (claimed === 'implemented' || claimed === 'partly-implemented');

function stateSide(events: readonly FollowUpEvent[]): StateSide {
  const state = fold(events);
  const said = events.filter(isOfTheState);
  const words = said.findLast(({ note }) => note.trim() !== '');
  const proven = said.findLast((event) => 'evidence' in event && event.evidence.length > 0);
  return {
    implementation: isStarted(state) ? state.implementation : null,
    words: words === undefined ? null : { note: words.note, at: words.at },
    evidence: proven !== undefined && 'evidence' in proven ? proven.evidence : [],
  };
}

const stateWords = ['ProgressReported', 'LetterAnswered', 'MilestoneCompleted', 'ImplementationClaimed'] as const;
type StateWord = Extract<FollowUpEvent, { type: (typeof stateWords)[number] }>;
const isOfTheState = (event: FollowUpEvent): event is StateWord =>
  (stateWords as readonly string[]).includes(event.type);

function assessmentSide(events: readonly FollowUpEvent[], claimed: Implementation | null): AssessmentSide | null {
  const event = events.findLast(({ type }) => type === 'Assessed' || type === 'NoCooperationRecorded');
  if (event?.type !== 'Assessed' && event?.type !== 'NoCooperationRecorded') return null;
  const { assessment, at } = event;
  const reason = event.type === 'Assessed' ? event.reason : null;
  return { assessment, reason, at, disagrees: isDoubted(assessment, claimed) };
}

function voicesIn(events: readonly FollowUpEvent[], claimed: Implementation | null): readonly Voice[] {
  const newest = new Map<string, Voice>();
  for (const event of events) {
    if (event.type !== 'IndependentViewRecorded') continue;
    const { role, contactId, implementation, note, evidence, at } = event;
    const key = JSON.stringify([role, contactId]);
    newest.delete(key);
    newest.set(key, {
      role,
      contactId,
      implementation,
      note,
      evidence,
      at,
      disagrees: isLower(implementation, claimed),
    });
  }
  return [...newest.values()].reverse();
}
