import type { Playbook, WorldEvent } from '../playbooks/playbook.ts';
import type { CalendarDate } from '../time.ts';
import type { LocalCalendar } from './calendar.ts';

/** A date of the real world that is known for a State, or for all. */
export type KnownEvent = { readonly event: WorldEvent; readonly onDate: CalendarDate };

/** What planning needs to know beside the state: the playbook's version, the State's working days, and what happens there. */
export type PlanningContext = {
  readonly playbook: Playbook;
  readonly calendar: LocalCalendar;
  readonly events: readonly KnownEvent[];
};
