import type { ClosureReason, Implementation, Position, Status } from '../follow-up/events.ts';
import { isStarted, type FollowUpState } from '../follow-up/state.ts';
import type { CalendarDate, Instant } from '../time.ts';

/**
 * All that is ever public of a recommendation, and why nothing else is:
 * - who is who stays inside: contacts, institutions and mandate holders are persons or lead to them;
 * - what people wrote stays inside: notes, reasons, statements, dialogue, drafts and letters were not written for everybody, and may
 *   name victims, witnesses or sources;
 * - evidence stays inside: addresses of documents may be private, and nobody has read them for publication;
 * - rungs, readings and grades stay inside: an escalation that is public is a rebuke that nobody decided on, and our grade is a draft
 *   until the body whose grade it is has published it;
 * - themes and groups stay inside: they are our own labels, and may point at people in danger.
 */
export type PublicRecommendation = {
  readonly id: string;
  readonly stateCode: string;
  /** Of the document that recommends: its title, or the wording that was given to it, and its symbol. */
  readonly source: string;
  readonly sourceSymbol: string | null;
  readonly paragraph: string | null;
  /** The recommendation's text, or the wording that was given to it for publication. */
  readonly text: string;
  readonly position: Position;
  /** What the State reports; null before its follow-up has begun. */
  readonly implementation: Implementation | null;
  readonly status: PublicStatus;
  readonly closureReason: ClosureReason | null;
  readonly targetOn: CalendarDate | null;
  readonly startedOn: CalendarDate | null;
  readonly closedOn: CalendarDate | null;
};

/** A pause says nothing of why: an election, a conflict or a disaster is not ours to announce. */
export const publicStatuses = ['not-started', 'open', 'paused', 'under-verification', 'closed'] as const;
export type PublicStatus = 'not-started' | Status;

/** What the register knows of it. */
export type PublicRegister = Pick<
  PublicRecommendation,
  'id' | 'stateCode' | 'source' | 'sourceSymbol' | 'paragraph' | 'text' | 'position' | 'targetOn'
>;

/** Field by field, so that a field that somebody adds elsewhere is public only when it is added here. */
export function publicOf(register: PublicRegister, state: FollowUpState): PublicRecommendation {
  const { id, stateCode, source, sourceSymbol, paragraph, text, position, targetOn } = register;
  const known = { id, stateCode, source, sourceSymbol, paragraph, text };
  if (!isStarted(state))
    return { ...known, position, implementation: null, status: 'not-started', ...noDates, targetOn };
  return {
    ...known,
    position: state.position,
    implementation: state.implementation,
    status: state.status,
    closureReason: state.closure?.reason ?? null,
    targetOn: state.targetOn,
    startedOn: dateOf(state.startedAt),
    closedOn: state.closure === null ? null : dateOf(state.closure.at),
  };
}

const noDates = { closureReason: null, startedOn: null, closedOn: null };
const dateOf = (at: Instant): CalendarDate => at.slice(0, 10);
