import type { ContactId } from '../ids.ts';
import type { LocalCalendar } from '../plan/calendar.ts';
import type { Instant } from '../time.ts';
import { byBaseRates } from './answers-by-base-rate.ts';
import { everybodyOnTime } from './answers-on-time.ts';
import { nobodyAnswers } from './answers.ts';
import type { Assumption } from './assumptions.ts';
import { futureOf, stateAt, type Future, type PeopledSubject, type ToldNotice } from './future.ts';
import type { Answers, Subject } from './life.ts';
import { mailsTo, type SimulatedMail } from './mails.ts';

export type SimulationWish = {
  readonly subjects: readonly PeopledSubject[];
  readonly until: Instant;
  readonly assumption: Assumption;
  /** Decides whatever chance decides: the same seed gives the same future. */
  readonly seed: string;
  readonly calendarOf: (contactId: ContactId) => LocalCalendar;
};

export type Simulation = { readonly futures: readonly Future[]; readonly mails: readonly SimulatedMail[] };

/** A follow-up makes some 60 commands a year when nobody answers; ten times as many, over ten years, are a fault. */
const mostCommands = 6_000;

/**
 * The futures of many follow-ups and the mails that come of them. It stops after each follow-up and each mail, so that whoever
 * drives it can let others have their turn; what it says does not depend on that.
 */
export function* simulate(wish: SimulationWish): Generator<undefined, Simulation> {
  const futures: Future[] = [];
  for (const subject of wish.subjects) {
    const limits = { until: wish.until, maxCommands: mostCommands };
    futures.push(futureOf(subject, answersUnder(wish.assumption, subject, wish.seed), limits));
    yield undefined;
  }
  const byKey = new Map(futures.map((future) => [future.subject.key, future]));
  const stateOf = (key: string, at: Instant) => {
    const future = byKey.get(key);
    return future === undefined ? ({ status: 'not-started' } as const) : stateAt(future, at);
  };
  const mails: SimulatedMail[] = [];
  for (const [contactId, notices] of byContact(futures)) {
    const recipient = { contactId, calendar: wish.calendarOf(contactId) };
    mails.push(...(yield* mailsTo(recipient, notices, stateOf, { until: wish.until })));
  }
  return { futures, mails };
}

/** What people are taken to do for one follow-up. */
export function answersUnder(assumption: Assumption, subject: Subject, seed: string): Answers {
  switch (assumption) {
    case 'nobody-answers':
      return nobodyAnswers;
    case 'everybody-answers-on-time':
      return everybodyOnTime(subject);
    case 'base-rates':
      return byBaseRates(subject, seed);
  }
}

function byContact(futures: readonly Future[]): ReadonlyMap<ContactId, readonly ToldNotice[]> {
  const found = new Map<ContactId, ToldNotice[]>();
  for (const notice of futures.flatMap(({ notices }) => notices)) {
    if (notice.contactId === null) continue;
    const theirs = found.get(notice.contactId) ?? [];
    theirs.push(notice);
    found.set(notice.contactId, theirs);
  }
  return found;
}
