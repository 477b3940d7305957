import { roles, type Role } from '../follow-up/roles.ts';
import type { ContactId } from '../ids.ts';
import type { CalendarDate } from '../time.ts';
import type { Simulation } from './simulate.ts';
import { nameOfWeek, weekOf } from './weeks.ts';

export type Load = {
  readonly mails: number;
  readonly notices: number;
  /** Check-ins that are asked of this person. */
  readonly asked: number;
  /** Check-ins whose answers fall on this person's desk. */
  readonly onDesk: number;
};
export type PersonWeek = Load & { readonly week: CalendarDate };

/** What comes to one person, or, with no contact, to a role that nobody holds for some State. */
export type PersonLoad = Load & {
  readonly contactId: ContactId | null;
  readonly roles: readonly Role[];
  readonly weeks: readonly PersonWeek[];
};

export type BusyWeek = PersonWeek & {
  readonly contactId: ContactId;
  readonly roles: readonly Role[];
  readonly says: string;
};

type Counted = { mails: number; notices: number; asked: number; onDesk: number };
type Person = { readonly contactId: ContactId | null; roles: Set<Role>; weeks: Map<CalendarDate, Counted> };

/** The busiest first, then those whom nobody would reach. */
export function loadsOf({ futures, mails }: Simulation): readonly PersonLoad[] {
  const people = new Map<string, Person>();
  const person = (contactId: ContactId | null, role: Role): Person => {
    const key = contactId ?? `nobody as ${role}`;
    const known = people.get(key) ?? { contactId, roles: new Set(), weeks: new Map() };
    known.roles.add(role);
    people.set(key, known);
    return known;
  };
  for (const { subject, notices, checkIns } of futures) {
    for (const { contactId, role, queuedAt } of notices)
      weekIn(person(contactId, role), subject.context.calendar.dateOf(queuedAt)).notices += 1;
    for (const { askedOf, deskId, dueOn } of checkIns) {
      weekIn(person(askedOf, 'focal-point'), dueOn).asked += 1;
      weekIn(person(deskId, 'desk-officer'), dueOn).onDesk += 1;
    }
  }
  for (const { contactId, onDate } of mails) {
    const reader = people.get(contactId);
    if (reader !== undefined) weekIn(reader, onDate).mails += 1;
  }
  return [...people.values()].map(loadOf).sort(byWeight);
}

function weekIn({ weeks }: Person, date: CalendarDate): Counted {
  const week = weekOf(date);
  const known = weeks.get(week) ?? { mails: 0, notices: 0, asked: 0, onDesk: 0 };
  weeks.set(week, known);
  return known;
}

function loadOf({ contactId, roles: held, weeks }: Person): PersonLoad {
  const each = [...weeks].map(([week, load]) => ({ week, ...load })).sort((a, b) => (a.week < b.week ? -1 : 1));
  const sum = (of: keyof Load): number => each.reduce((total, load) => total + load[of], 0);
  return {
    contactId,
    roles: roles.filter((role) => held.has(role)),
    mails: sum('mails'),
    notices: sum('notices'),
    asked: sum('asked'),
    onDesk: sum('onDesk'),
    weeks: each,
  };
}

/** The weeks in which most check-ins fall on one person; of equals the one with more to read. */
export function busiestWeeks(loads: readonly PersonLoad[], limit: number): readonly BusyWeek[] {
  return loads
    .flatMap(({ contactId, roles: held, weeks }) =>
      contactId === null ? [] : weeks.map((week) => ({ ...week, contactId, roles: held, says: sayingOf(week) })),
    )
    .sort((a, b) => checkInsOf(b) - checkInsOf(a) || b.notices - a.notices || (a.week < b.week ? -1 : 1))
    .slice(0, limit);
}

/** Whoever asks and answers for the same follow-up has it once. */
const checkInsOf = ({ asked, onDesk }: Load): number => Math.max(asked, onDesk);

function sayingOf(load: PersonWeek): string {
  const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
  const week = nameOfWeek(load.week);
  if (load.onDesk >= load.asked && load.onDesk > 0)
    return `${many(load.onDesk, 'check-in falls', 'check-ins fall')} on one desk in ${week}`;
  if (load.asked > 0) return `${many(load.asked, 'check-in is', 'check-ins are')} asked of one person in ${week}`;
  return `${many(load.notices, 'notice comes', 'notices come')} to one person in ${week}`;
}

function byWeight(a: PersonLoad, b: PersonLoad): number {
  if ((a.contactId === null) !== (b.contactId === null)) return a.contactId === null ? 1 : -1;
  return b.mails - a.mails || b.notices - a.notices || ((a.contactId ?? '') < (b.contactId ?? '') ? -1 : 1);
}
