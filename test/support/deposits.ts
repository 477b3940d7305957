import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import type { DepositEntry } from '../../domain/follow-up/deposit-events.ts';
import type { ThankedDeposit } from '../../domain/letters/letter.ts';
import { termsOf } from '../../domain/playbooks/playbook.ts';
import { instrumentByKey } from '../../domain/reference/instruments/instruments.ts';
import { givenStarted, playbookOf, type FollowUp } from './follow-up.ts';

export const cedaw: DepositEntry = {
  instrument: 'CEDAW',
  on: '2026-05-04',
  precision: 'day',
  how: 'accession',
  notification: 'C.N.193.2026.TREATIES-IV.8',
  url: 'https://treaties.un.org/doc/CN.193.2026.pdf',
  inForceOn: '2026-06-03',
  firstReportDueOn: '2027-06-03',
  asOf: 1,
};
export const opCedaw: DepositEntry = {
  ...cedaw,
  instrument: 'OP-CEDAW',
  on: '2026-06-10',
  notification: 'C.N.210.2026.TREATIES-IV.8.b',
  url: null,
  inForceOn: '2026-09-10',
  firstReportDueOn: null,
};

export const reportDue = {
  recommendationId: 'rec_report',
  stateCode: 'SI',
  playbook: 'general',
  text: 'Submit the initial report',
  targetOn: '2027-06-03',
};

type RecordDeposit = Extract<PersonCommand, { type: 'RecordDeposit' }>;
export const recordDeposit = (deposit: DepositEntry, over: Partial<RecordDeposit> = {}): RecordDeposit => ({
  type: 'RecordDeposit',
  ...deposit,
  asks: [deposit.instrument],
  isWholeDemand: true,
  opens: [],
  ...over,
});

type RecordDenunciation = Extract<PersonCommand, { type: 'RecordDenunciation' }>;
export const recordDenunciation = (over: Partial<RecordDenunciation> = {}): RecordDenunciation => ({
  type: 'RecordDenunciation',
  instrument: 'CEDAW',
  effectiveOn: '2028-05-04',
  notification: 'C.N.9.2027',
  because: 'denounced',
  isWholeDemand: true,
  asOf: 2,
  ...over,
});

/** A follow-up of a ratification, as it runs today. */
export const givenRatification = (): FollowUp =>
  givenStarted({ playbook: { key: 'ratify', version: 2 }, terms: termsOf(playbookOf('ratify')) });

export const thankedDeposit: ThankedDeposit = { ...cedaw, titles: instrumentByKey('CEDAW')!.names };
