import { setTimeout as wait } from 'node:timers/promises';
import { getRecommendation } from '../db/queries/recommendations.ts';
import type { StartedState } from '../domain/follow-up/state.ts';
import { stepsAhead } from '../domain/follow-up/timers.ts';
import { earliest, type CalendarDate } from '../domain/time.ts';
import { wordsFor } from '../words/words.ts';
import { dateFor, type Asked } from './asked.ts';
import { nowOf, type AppDeps } from './deps.ts';

export type NextLine = { readonly label: string; readonly says: string };
type Who = 'answer' | 'not-me' | 'view';

/** The next round is planned within moments of an answer; whoever waits for a page is not kept longer than this. */
const looks = 15;
const betweenLooksMs = 100;

/** What follows an answer: the next date, when we write again, and who sees it. A date that is not known is not made up. */
export async function whatFollows(
  deps: AppDeps,
  answered: readonly Asked[],
  { choice, who }: { readonly choice: string; readonly who: Who },
): Promise<readonly NextLine[]> {
  const [first] = answered;
  if (first === undefined) return [];
  const { after, date } = wordsFor(first.contact.language);
  const { labels, readers } = { labels: after.next, readers: { label: after.next.whoSees, says: after.who[who] } };
  const isAskedAgain = choice === 'progress' || choice === 'milestone';
  const states = isAskedAgain ? await Promise.all(answered.map((asked) => plannedState(deps, asked))) : [];
  const dates = states.flatMap((state) => datesOf(state, first.contact));
  const dueOn = earliest(...dates.map((each) => each.dueOn));
  const mailOn = earliest(...dates.flatMap((each) => (each.mailOn === undefined ? [] : [each.mailOn])));
  return [
    ...(dueOn === undefined ? [] : [{ label: labels.due, says: date(dueOn) }]),
    ...(mailOn === undefined ? [] : [{ label: labels.mail, says: date(mailOn) }]),
    readers,
  ];
}

async function plannedState(deps: AppDeps, { row: { id } }: Asked): Promise<StartedState | undefined> {
  for (let look = 0; look < looks; look += 1) {
    const row = await getRecommendation(deps.db, id, nowOf(deps));
    const state = row?.state ?? undefined;
    if (state === undefined || state.planning === null) return state;
    await wait(betweenLooksMs);
  }
  return undefined;
}

type Dates = { readonly dueOn: CalendarDate; readonly mailOn: CalendarDate | undefined };

function datesOf(state: StartedState | undefined, contact: Asked['contact']): readonly Dates[] {
  if (state?.status !== 'open' || state.round === null || state.round.answeredAt !== null) return [];
  const told = stepsAhead(state).find(({ kind }) => kind === 'reminder' || kind === 'check-in');
  return [{ dueOn: state.round.dueOn, mailOn: told && dateFor(contact, told.dueAt) }];
}
