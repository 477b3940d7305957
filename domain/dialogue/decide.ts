/**
 * What may be said about a conversation, as a pure decider: facts that contradict each other are refused, nothing is
 * deleted, and saying again what is on record changes nothing.
 */
import type { DialogueId } from '../ids.ts';
import { newestDate, oldestDate, type Instant } from '../time.ts';
import type { DialogueCommand, DialogueRejection } from './commands.ts';
import type { DialogueEvent, DialogueFacts, DialogueLink, LinkTarget, LinkType } from './events.ts';
import { isSameLink, type DialogueState, type RecordedDialogue } from './state.ts';

export type DialogueDecision = { readonly events: readonly DialogueEvent[] } | { readonly rejected: DialogueRejection };

export function decideDialogue(id: DialogueId, command: DialogueCommand, state: DialogueState): DialogueDecision {
  if (command.type === 'RecordDialogue') return state === null ? record(id, command) : reject('AlreadyRecorded');
  if (state === null) return reject('NotRecorded');
  if (state.withdrawn !== null) return reject('AlreadyWithdrawn');
  switch (command.type) {
    case 'AmendDialogue':
      return amend(command, state);
    case 'LinkDialogue':
      return link(id, command, state);
    case 'UnlinkDialogue':
      if (!state.links.some((each) => isSameLink(each, command.link))) return accept();
      return accept({ type: 'DialogueUnlinked', at: command.at, ...command.link });
    case 'WithdrawDialogue':
      if (isBlank(command.reason)) return reject('EmptyReason');
      return accept({ type: 'DialogueWithdrawn', at: command.at, reason: command.reason });
  }
}

type Timed<T extends DialogueCommand['type']> = Extract<DialogueCommand, { type: T }>;

function record(id: DialogueId, { at, facts, links }: Timed<'RecordDialogue'>): DialogueDecision {
  const refused =
    refusalOfFacts(facts, at) ?? refusalOfDate(facts, at) ?? first(links.map((each) => refusalOfLink(id, each, facts)));
  const once = links.filter((each, index) => links.findIndex((other) => isSameLink(each, other)) === index);
  return refused ? reject(refused) : accept({ type: 'DialogueRecorded', at, links: once, ...facts });
}

function amend({ at, facts }: Timed<'AmendDialogue'>, state: RecordedDialogue): DialogueDecision {
  const changes = differenceOf(state.facts, facts);
  if (Object.keys(changes).length === 0) return accept();
  // A plan whose day has passed may still be corrected; only a new date must be right today.
  const isMoved = 'heldOn' in changes || 'isPlanned' in changes || 'startsAt' in changes;
  const refused =
    refusalOfFacts(facts, at) ??
    (isMoved ? refusalOfDate(facts, at) : undefined) ??
    (facts.isPlanned && state.links.some(isConsequence) ? 'HasHappened' : undefined);
  return refused ? reject(refused) : accept({ type: 'DialogueAmended', at, changes });
}

function link(id: DialogueId, command: Timed<'LinkDialogue'>, state: RecordedDialogue): DialogueDecision {
  const refused = refusalOfLink(id, command.link, state.facts);
  if (refused) return reject(refused);
  if (state.links.some((each) => isSameLink(each, command.link))) return accept();
  return accept({ type: 'DialogueLinked', at: command.at, ...command.link });
}

function refusalOfFacts(facts: DialogueFacts, at: Instant): DialogueRejection | undefined {
  const { kind, direction, subject, agreed, heldOn, endsOn, stateCodes, institutionIds, contactIds } = facts;
  if (isBlank(subject)) return 'EmptySubject';
  if (agreed.some(({ point }) => isBlank(point))) return 'EmptyPoint';
  if (stateCodes.length + institutionIds.length + contactIds.length === 0) return 'NobodyNamed';
  if (endsOn !== null && endsOn < heldOn) return 'EndsBeforeItBegins';
  if (!facts.isPlanned && endsOn !== null && endsOn > newestDate(at)) return 'HeldInTheFuture';
  const isWritten = kind === 'letter' || kind === 'note-verbale';
  if (isWritten === (direction !== null)) return undefined;
  return isWritten ? 'DirectionMissing' : 'DirectionNotApplicable';
}

function refusalOfDate({ isPlanned, heldOn, startsAt }: DialogueFacts, at: Instant): DialogueRejection | undefined {
  const isToCome = startsAt === null ? heldOn > newestDate(at) : startsAt > at;
  if (isToCome && !isPlanned) return 'HeldInTheFuture';
  const isOver = startsAt === null ? heldOn < oldestDate(at) : startsAt < at;
  return isOver && isPlanned ? 'PlannedInThePast' : undefined;
}

const possible: Readonly<Record<LinkType, readonly LinkTarget[]>> = {
  'follows-up': ['dialogue'],
  'replies-to': ['dialogue'],
  'relates-to': ['dialogue', 'source', 'recommendation'],
  answers: ['recommendation'],
  opens: ['recommendation'],
};

function refusalOfLink(
  entryId: DialogueId,
  { as, to, id }: DialogueLink,
  { isPlanned }: DialogueFacts,
): DialogueRejection | undefined {
  if (!possible[as].includes(to)) return 'LinkNotPossible';
  if (to === 'dialogue' && id === entryId) return 'LinkToItself';
  return isPlanned && isConsequence({ as }) ? 'StillPlanned' : undefined;
}

/** What came out of a conversation, so that it must have taken place. */
const isConsequence = ({ as }: Pick<DialogueLink, 'as'>): boolean => as === 'answers' || as === 'opens';

/** Facts are plain JSON in a fixed order of keys, so equal text is equal content. */
function differenceOf(before: DialogueFacts, after: DialogueFacts): Partial<DialogueFacts> {
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof DialogueFacts]),
  );
  return Object.fromEntries(changed);
}

const first = <T>(values: readonly (T | undefined)[]): T | undefined => values.find((value) => value !== undefined);
const isBlank = (text: string): boolean => text.trim() === '';
const accept = (...events: readonly DialogueEvent[]): DialogueDecision => ({ events });
const reject = (rejected: DialogueRejection): DialogueDecision => ({ rejected });
