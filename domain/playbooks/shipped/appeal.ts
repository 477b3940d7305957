import type { Playbook } from '../playbook.ts';
import { ratify } from './ratify.ts';

const { 'treaty-event': _, ...questions } = ratify.questions;

/**
 * The appeal of a campaign to one State. The campaign's Schedule brings the Secretary-General's letter, the resident coordinator's
 * errand and the weeks before the Treaty Event; this playbook brings all the rest, and asks about none of these by itself.
 */
export const appeal: Playbook = {
  ...ratify,
  key: 'appeal',
  version: 1,
  title: 'Ratification appeal of a campaign',
  source:
    'As "Ratify or accede to a treaty": Treaty Handbook for the steps; durations are estimates around the computed time from signature ' +
    'to ratification (median 0.8 years for the CRC, 2.3 for CEDAW, 5.6 for the ICESCR; UN Treaty Collection to 2015); rungs at 12 and 24 ' +
    'months without any milestone are proposals. The letter, its delivery and the reminders before the Treaty Event come from the ' +
    "campaign's own Schedule; the reminders of a delivery 7 and 21 days after its date, and half a year from check-in to check-in, are " +
    'proposals.',
  questions,
  cadence: { ...ratify.cadence, events: ratify.cadence.events.filter(({ event }) => event !== 'treaty-event') },
};
