import type { PlaybookDraft, PlaybookFaultCode } from '../../domain/playbooks/draft.ts';
import { playbookFaultCodes } from '../../domain/playbooks/draft.ts';
import { shippedPlaybooks } from '../../domain/playbooks/shipped/all.ts';
import { checkPlaybook } from '../../domain/playbooks/validate.ts';
import { playbookOf } from '../support/follow-up.ts';

const playbooks = shippedPlaybooks.map(({ key }) => key);
const check = (draft: PlaybookDraft) => checkPlaybook(draft, { playbooks });
const faultsOf = (draft: PlaybookDraft) => {
  const checked = check(draft);
  return 'faults' in checked ? checked.faults.map(({ code, path }) => `${code} ${path}`) : [];
};

test.each(shippedPlaybooks.map((playbook) => [playbook.key, playbook] as const))(
  'the shipped playbook %s has no fault, and checking leaves it as it is',
  (_, playbook) => expect(check(playbook)).toEqual({ playbook }),
);

/** What somebody might do to the national-institution playbook, and what they are told. */
type Bend = (good: any) => void;
const bends: readonly (readonly [PlaybookFaultCode, string, Bend])[] = [
  ['TooLarge', '', (it) => (it.source = 'x'.repeat(1_000_000))],
  ['TooMany', '/evidence', (it) => (it.evidence = Array.from({ length: 51 }, (_, index) => `Document ${index}`))],
  ['TooMany', '/ladder', (it) => (it.ladder = Array.from({ length: 21 }, () => it.ladder[5]))],
  ['TooMany', '/cadence/remindBeforeDays', (it) => (it.cadence.remindBeforeDays = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])],
  ['Missing', '/evidence', (it) => (it.evidence = [])],
  ['Missing', '/ladder', (it) => Object.assign(it, { ladder: [], limits: [] })],
  ['EmptyText', '/title', (it) => (it.title = '  ')],
  ['EmptyText', '/ladder/1/says', (it) => (it.ladder[1].says = '')],
  ['TextTooLong', '/questions/check-in', (it) => (it.questions['check-in'] = 'x'.repeat(1_001))],
  ['BadKey', '/key', (it) => (it.key = 'National Institution')],
  ['BadKey', '/milestones/1/key', (it) => (it.milestones[1].key = 'constructor')],
  ['BadKey', '/questions/Budget?', (it) => (it.questions['Budget?'] = 'Is there a budget?')],
  ['DuplicateKey', '/milestones/1/key', (it) => (it.milestones[1].key = it.milestones[0].key)],
  ['DuplicateKey', '/limits/1/key', (it) => (it.limits[1].key = it.limits[0].key)],
  ['DuplicateKey', '/opens/1/key', (it) => it.opens.push(it.opens[0])],
  ['DuplicateKey', '/closing/4', (it) => it.closing.push('law')],
  ['DuplicateKey', '/cadence/checkIns/1/afterDays', (it) => (it.cadence.checkIns[1].afterDays = 120)],
  ['NotWholeDays', '/ladderEndDays', (it) => (it.ladderEndDays = 0)],
  ['NotWholeDays', '/cadence/checkIns/0/afterDays', (it) => (it.cadence.checkIns[0].afterDays = 1.5)],
  ['NotWholeDays', '/limits/0/withinDays', (it) => (it.limits[0].withinDays = 30_000)],
  ['NotWholeDays', '/cadence/everyDays', (it) => (it.cadence.everyDays = 91.5)],
  ['LadderGap', '/ladder/1/rung', (it) => (it.ladder = numbered(it.ladder).filter(({ rung }) => rung !== 2))],
  ['RungTooSoon', '/ladder/2/afterDays', (it) => (it.ladder[2].afterDays = 1)],
  ['RungTooSoon', '/ladder/4/afterDays', (it) => (it.ladder[4].afterDays = 0)],
  ['RungWithoutRoles', '/ladder/3/roles', (it) => (it.ladder[3].roles = [])],
  ['UnknownRole', '/ladder/0/roles/1', (it) => (it.ladder[0].roles = ['focal-point', 'prime-minister'])],
  ['RoleNotEscalatedTo', '/ladder/1/roles/0', (it) => (it.ladder[1].roles = ['nhri'])],
  ['RoleNotEscalatedTo', '/ladder/1/roles/0', (it) => (it.ladder[1].roles = ['civil-society'])],
  ['RoleTwice', '/ladder/1/roles/1', (it) => (it.ladder[1].roles = ['manager', 'manager'])],
  ['ApprovalMissing', '/ladder/2/needsApproval', (it) => (it.ladder[2].needsApproval = false)],
  ['ApprovalMissing', '/ladder/1/needsApproval', (it) => (it.ladder[1].letter = 'note-verbale')],
  ['TooOften', '/cadence/everyDays', (it) => Object.assign(it.cadence, { everyDays: 13, remindBeforeDays: [3] })],
  [
    'TooOften',
    '/cadence/later/everyDays',
    (it) => Object.assign(it.cadence, { later: { afterDays: 730, everyDays: 7 }, remindBeforeDays: [] }),
  ],
  [
    'TooOften',
    '/cadence/quiet/everyDays',
    (it) => (it.cadence.quiet = { everyDays: 1, remindBeforeDays: [], remindAfterDays: [] }),
  ],
  ['ReminderAfterEscalation', '/cadence/remindAfterDays/1', (it) => (it.cadence.remindAfterDays = [3, 67])],
  ['ReminderBeforeInterval', '/cadence/remindBeforeDays/0', (it) => (it.cadence.remindBeforeDays = [90, 14])],
  ['ReminderBeforeInterval', '/cadence/quiet/remindAfterDays/0', (it) => (it.cadence.quiet.remindAfterDays = [365])],
  ['ReminderTwice', '/cadence/remindBeforeDays/1', (it) => (it.cadence.remindBeforeDays = [14, 14])],
  ['QuestionMissing', '/questions/check-in', (it) => delete it.questions['check-in']],
  ['QuestionMissing', '/questions/target-date', (it) => delete it.questions['target-date']],
  ['UnknownQuestion', '/cadence/checkIns/1/asks', (it) => (it.cadence.checkIns[1].asks = 'law')],
  ['UnknownQuestion', '/cadence/events/0/asks', (it) => (it.cadence.events[0].asks = 'constructor')],
  ['UnknownEvent', '/cadence/events/0/event', (it) => (it.cadence.events[0].event = 'world-cup')],
  ['BadRule', '/cadence/events/1/rule', (it) => (it.cadence.events[1].rule.nth = 5)],
  ['BadRule', '/cadence/events/1/rule', (it) => (it.cadence.events[1].rule.month = 13)],
  ['UnknownMilestone', '/cadence/events/0/onceReached', (it) => (it.cadence.events[0].onceReached = 'bills')],
  ['UnknownMilestone', '/limits/0/milestone', (it) => (it.limits[0].milestone = 'bills')],
  ['UnknownMilestone', '/limits/1/after', (it) => (it.limits[1].after = 'laws')],
  ['UnknownMilestone', '/closing/0', (it) => (it.closing[0] = 'laws')],
  ['DurationsOutOfOrder', '/milestones/0/usually/toDays', (it) => (it.milestones[0].usually.toDays = 10)],
  ['LimitOnItself', '/limits/0/after', (it) => (it.limits[0].after = 'bill')],
  ['UnknownRung', '/limits/0/rung', (it) => (it.limits[0].rung = 7)],
  ['UnknownRung', '/deteriorationRung', (it) => (it.deteriorationRung = 7)],
  ['UnknownPlaybook', '/opens/0/playbook', (it) => (it.opens[0].playbook = 'no-such-playbook')],
];
const numbered = (ladder: readonly object[]) => ladder.map((rung, index) => ({ ...rung, rung: index + 1 }));
const bent = (bend: Bend): PlaybookDraft => {
  const good = structuredClone(playbookOf('national-institution'));
  bend(good);
  return good;
};

test.each(bends)('%s at %s', (code, path, bend) => {
  expect(faultsOf(bent(bend))).toEqual([`${code} ${path}`]);
});

test('every fault has a case', () => {
  expect(new Set(bends.map(([code]) => code))).toEqual(new Set(playbookFaultCodes));
});

test('everything that is wrong is said at once', () => {
  const both = bent((it) => {
    it.title = '';
    it.ladder[0].roles = [];
    it.limits[0].rung = 9;
  });
  expect(faultsOf(both)).toEqual([
    'EmptyText /title',
    'RungWithoutRoles /ladder/0/roles',
    'UnknownRung /limits/0/rung',
  ]);
});

test('a ladder that numbers its rungs rightly is taken, and the numbers are not kept', () => {
  const playbook = playbookOf('national-institution');
  expect(check({ ...playbook, ladder: numbered(playbook.ladder) as never })).toEqual({ playbook });
});
