import type { Playbook } from '../playbooks/playbook.ts';
import type { LocalCalendar } from './calendar.ts';

/** What planning needs to know beside the state: the playbook's version, and the working days of the State. */
export type PlanningContext = { readonly playbook: Playbook; readonly calendar: LocalCalendar };
