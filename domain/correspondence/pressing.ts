import type { NoticeKind } from '../follow-up/notices.ts';

/**
 * Kinds that do not wait for the weekly mail, because somebody else's work, or the State's next step, stands still until
 * they are read. Everything else is routine, an answer that is due among it: its reminders have come before, and a mail
 * more would be read less. That is the price of the weekly cap: what falls due within days of the last mail is told up to
 * a week later.
 */
const pressingKinds: readonly NoticeKind[] = [
  'escalation', // The reminders were in vain; the next rung is counted from this one.
  'approval-wanted', // The ladder stands still until a person approves.
  'decision-wanted', // Whoever asked for more time does not know what to work towards.
  'validation-wanted', // Nobody verifies before the State's own authority has signed.
  'verification-wanted', // The State says that it is done, and waits to hear whether it counts.
  'letter-to-send', // The rung is raised, its time runs, and nobody outside has heard of it.
  'appeal-letter-drafted', // No State is written to until a person approves.
  'appeal-letter-to-send', // The same, until a person sends.
  'delivery-wanted', // The letter has gone, and somebody is to carry it further.
  'treaty-event-ahead', // The day does not wait for the weekly mail.
  'thanks-to-send', // Thanks that come late are worse than none.
  'claim-rejected', // The State believes that it is done, and stops working on it.
];

export const isPressing = (kind: NoticeKind): boolean => pressingKinds.includes(kind);
