import { isIndependent, roles, type Role } from '../follow-up/roles.ts';
import {
  checkCount,
  checkDays,
  checkText,
  checkUnique,
  each,
  fault,
  none,
  type PlaybookDraft,
  type PlaybookFault,
  type RungDraft,
} from './draft.ts';

const mostRungs = 20;
const leastDaysOnRung = 7;
/** From here up the engine drafts and a person sends: it never writes to a minister by itself. */
const approvedFrom = 3;

/** Every rung has its number, its time, somebody who can hold it, and approval where it needs one. */
export function checkLadder({ ladder, ladderEndDays, deteriorationRung }: PlaybookDraft): readonly PlaybookFault[] {
  return [
    ...(ladder.length === 0 ? fault('Missing', '/ladder', 'has no rung: silence would lead nowhere') : none),
    ...checkCount(ladder, '/ladder', mostRungs),
    ...each(ladder, checkRung),
    ...each(ladder, (_, index) => checkNumber(ladder, index)),
    ...checkDays(ladderEndDays, '/ladderEndDays', leastDaysOnRung),
    ...(deteriorationRung === null ? none : checkRungNumber(deteriorationRung, '/deteriorationRung', ladder)),
  ];
}

/** A reference to a rung, from a limit or from deterioration. */
export const checkRungNumber = (rung: number, path: string, ladder: readonly RungDraft[]): readonly PlaybookFault[] =>
  Number.isInteger(rung) && rung >= 1 && rung <= ladder.length
    ? none
    : fault('UnknownRung', path, `is not a rung of the ladder, which has ${ladder.length}`);

/** A rung that was deleted leaves its number behind; that is said once, where the gap is. */
function checkNumber(ladder: readonly RungDraft[], index: number): readonly PlaybookFault[] {
  const rung = ladder[index]?.rung;
  const expected = (ladder[index - 1]?.rung ?? index) + 1;
  if (rung === undefined || rung === expected) return none;
  return fault('LadderGap', `/ladder/${index}/rung`, `is ${rung} where rung ${expected} was expected`);
}

function checkRung({ afterDays, roles: told, needsApproval, letter, says }: RungDraft, index: number) {
  const path = `/ladder/${index}`;
  const mustBeApproved = index + 1 >= approvedFrom || letter !== undefined;
  return [
    ...checkTime(afterDays, index),
    ...(told.length === 0 ? fault('RungWithoutRoles', `${path}/roles`, 'names nobody') : none),
    ...each(told, (role, at) => checkRole(role, `${path}/roles/${at}`)),
    ...checkUnique(told, (at) => `${path}/roles/${at}`, 'RoleTwice'),
    ...(mustBeApproved && !needsApproval
      ? fault('ApprovalMissing', `${path}/needsApproval`, `must be true from rung ${approvedFrom} up, and for a letter`)
      : none),
    ...checkText(says, `${path}/says`, 1_000),
  ];
}

/** Rung 1 is counted from the due date and the others from the one before: a step of a day or two is no step. */
function checkTime(afterDays: number, index: number): readonly PlaybookFault[] {
  const path = `/ladder/${index}/afterDays`;
  const bounds = checkDays(afterDays, path, -1_000);
  if (bounds.length > 0 || afterDays >= leastDaysOnRung) return bounds;
  const since = index === 0 ? 'the due date' : `rung ${index}`;
  return fault('RungTooSoon', path, `leaves less than ${leastDaysOnRung} days after ${since}`);
}

function checkRole(role: string, path: string): readonly PlaybookFault[] {
  if (!isRole(role)) return fault('UnknownRole', path, 'is a role that nobody can hold');
  return isIndependent(role)
    ? fault('RoleNotEscalatedTo', path, 'speaks for itself: nothing can be escalated to it')
    : none;
}

const isRole = (role: string): role is Role => (roles as readonly string[]).includes(role);
