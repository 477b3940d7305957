import { stepsAfterDeposit, type AfterDeposit } from '../../domain/playbooks/next-steps.ts';
import { instrumentByKey } from '../../domain/reference/instruments/instruments.ts';
import { playbookOf } from '../support/follow-up.ts';

const { opens } = playbookOf('ratify');
const cedaw: AfterDeposit = {
  instrument: instrumentByKey('CEDAW')!,
  firstReportDueOn: '2027-06-03',
  hasReservations: true,
  openProtocols: [instrumentByKey('OP-CEDAW')!],
  today: '2026-05-04',
};
const keysOf = (known: AfterDeposit) => stepsAfterDeposit(opens, known).map(({ key }) => key);

test('the report is due on its date, reservations are reviewed, and each protocol is a file of its own', () => {
  expect(stepsAfterDeposit(opens, cedaw)).toMatchObject([
    {
      key: 'initial-report CEDAW',
      playbook: 'general',
      targetOn: '2027-06-03',
      text: expect.stringContaining('2027-06-03'),
    },
    {
      key: 'reservations CEDAW',
      text: expect.stringContaining('reservations made to the Convention on the Elimination'),
    },
    { key: 'optional-protocols OP-CEDAW', playbook: 'ratify', instruments: ['OP-CEDAW'] },
  ]);
});

test('nothing is opened that is not there to be done', () => {
  expect(keysOf({ ...cedaw, hasReservations: false, openProtocols: [] })).toEqual(['initial-report CEDAW']);
  expect(keysOf({ ...cedaw, firstReportDueOn: null, hasReservations: false })).toEqual(['optional-protocols OP-CEDAW']);
});

test('a report that is late already is asked for without a target date in the past', () => {
  const [report] = stepsAfterDeposit(opens, { ...cedaw, today: '2028-01-01' });
  expect(report).toMatchObject({ targetOn: null, text: expect.stringContaining('due on 2027-06-03') });
});

test('a step that an office has added stands as it is, and belongs to its recommendation', () => {
  const own = [{ key: 'translate', playbook: 'general', text: 'Translate the treaty' }];
  expect(stepsAfterDeposit(own, cedaw)).toEqual([
    { key: 'translate CEDAW', playbook: 'general', text: 'Translate the treaty', targetOn: null, isOfDeposit: false },
  ]);
});
