import { listKnownEvents } from '../db/queries/world-events.ts';
import { listPortfolio, type PortfolioRow } from '../db/queries/portfolio.ts';
import { findNewestPlaybook, findPlaybook } from '../db/queries/playbooks.ts';
import { startOn } from '../db/queries/start.ts';
import { findHolders, resolveNotices } from '../db/resolve-notices.ts';
import { cachedCalendar } from '../domain/forecast/cached-calendar.ts';
import type { PeopledSubject } from '../domain/forecast/future.ts';
import type { PlannedRecommendation, PortfolioScope } from '../domain/forecast/report.ts';
import type { PlaybookRef } from '../domain/follow-up/events.ts';
import { resolveRole, type RoleHolder } from '../domain/follow-up/roles.ts';
import {
  completed,
  initialState,
  isStarted,
  type FollowUpState,
  type StartedState,
} from '../domain/follow-up/state.ts';
import type { ContactId } from '../domain/ids.ts';
import type { LocalCalendar } from '../domain/plan/calendar.ts';
import type { PlanningContext } from '../domain/plan/context.ts';
import type { Playbook } from '../domain/playbooks/playbook.ts';
import type { Instant } from '../domain/time.ts';
import type { PlanningDeps } from './plan-next.ts';

/** Follow-ups with all that their future depends on, read once: from here on nothing is asked of the database. */
export type Portfolio = {
  readonly subjects: readonly PeopledSubject[];
  readonly calendarOf: (contactId: ContactId) => LocalCalendar;
};

/** Reads a portfolio as it stands; closed follow-ups have no future. What is planned is numbered `row-1`, `row-2`… */
export async function readPortfolio(
  deps: PlanningDeps,
  { scope, draft }: { readonly scope: PortfolioScope; readonly draft?: Playbook | undefined },
  at: Instant,
): Promise<Portfolio> {
  const read = createReader(deps, draft);
  const found =
    'recommendations' in scope ? scope.recommendations.map(plannedRow) : await listPortfolio(deps.db, scope, mostRows);
  const subjects: PeopledSubject[] = [];
  for (const row of found) if (row.status !== 'closed') subjects.push(await read.subject(row, at));
  return { subjects, calendarOf: await read.calendars() };
}

/** The caller has counted before; this only keeps a portfolio that grows meanwhile from growing without end. */
const mostRows = 20_000;

type Row = Omit<PortfolioRow, 'state'> & { readonly state: StartedState | null };

const plannedRow = ({ stateCode, playbook, position, targetOn }: PlannedRecommendation, index: number): Row => ({
  id: `row-${index + 1}`,
  state_code: stateCode,
  playbook_key: playbook,
  position,
  target_on: targetOn,
  status: null,
  state: null,
});

/** Most follow-ups share their State, its people and their playbook: each is read once. */
function createReader({ db, calendars }: PlanningDeps, draft: Playbook | undefined) {
  const once = createMemory();
  const contacts = new Set<ContactId>();

  async function subject(row: Row, at: Instant): Promise<PeopledSubject> {
    const stateCode = row.state_code;
    const state: FollowUpState = row.state === null ? initialState : completed(row.state);
    const context = await contextOf(stateCode, isStarted(state) ? state.playbook : row.playbook_key);
    const registered = { stateCode, position: row.position, targetOn: row.target_on };
    const start = isStarted(state) ? null : startOn(context.playbook, registered);
    const holders = await holdersOf(stateCode, isStarted(state) ? state.assigned : {});
    for (const { contactId } of holders) contacts.add(contactId);
    const address: PeopledSubject['address'] = (intents) => resolveNotices('', intents, holders);
    const deskId = resolveRole('desk-officer', holders)?.contactId ?? null;
    return { key: row.id, stateCode, state, start, at, context, address, deskId };
  }

  async function contextOf(stateCode: string, wanted: PlaybookRef | string): Promise<PlanningContext> {
    const playbook = await once(`playbook ${JSON.stringify(wanted)}`, () => playbookOf(wanted));
    const calendar = await once(`calendar ${stateCode}`, async () =>
      cachedCalendar(await calendars.forState(stateCode)),
    );
    const events = await once(`events ${stateCode}`, () => listKnownEvents(db, stateCode));
    return { playbook, calendar, events };
  }

  async function playbookOf(wanted: PlaybookRef | string): Promise<Playbook> {
    if (draft !== undefined && wanted === draft.key) return draft;
    const found = await (typeof wanted === 'string' ? findNewestPlaybook(db, wanted) : findPlaybook(db, wanted));
    if (found === undefined) throw new Error(`Playbook ${JSON.stringify(wanted)} is not stored`);
    return found;
  }

  const holdersOf = (stateCode: string, assigned: StartedState['assigned']): Promise<readonly RoleHolder[]> =>
    once(`holders ${JSON.stringify([stateCode, assigned])}`, () => findHolders(db, { stateCode, assigned }));

  async function calendarsOfContacts(): Promise<Portfolio['calendarOf']> {
    const known = new Map<ContactId, LocalCalendar>();
    for (const id of contacts) known.set(id, cachedCalendar(await calendars.forContact(id)));
    return (contactId) => {
      const calendar = known.get(contactId);
      if (calendar === undefined) throw new Error(`No calendar was read for ${contactId}`);
      return calendar;
    };
  }

  return { subject, calendars: calendarsOfContacts };
}

function createMemory(): <T>(key: string, read: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<unknown>>();
  return <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const found = (known.get(key) as Promise<T> | undefined) ?? read();
    known.set(key, found);
    return found;
  };
}
