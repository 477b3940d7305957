import type { InstrumentRow } from './facts.ts';
import { afterDays, noticeOf } from './rules.ts';

const beside = { openTo: 'states', reports: null } as const;

/** Their parties inform the Secretary-General and UNHCR on request, and report to nobody by a date. */
export const refugeesAndStatelessness: readonly InstrumentRow[] = [
  {
    ...beside,
    key: 'REFUGEES-1951',
    kind: 'refugees',
    protocolTo: null,
    shortName: '1951 Convention relating to the Status of Refugees',
    untc: 'V-2',
    adoptedOn: '1951-07-28',
    inForceOn: '1954-04-22',
    entryIntoForce: afterDays(90, 'article 43(2)'),
    denunciation: noticeOf(12, 'article 44(2)'),
    sources: ['Conference of Plenipotentiaries convened under General Assembly resolution 429 (V)', '189 UNTS 137'],
  },
  {
    ...beside,
    key: 'REFUGEES-1967',
    kind: 'refugees',
    protocolTo: 'REFUGEES-1951',
    shortName: '1967 Protocol relating to the Status of Refugees',
    untc: 'V-5',
    adoptedOn: '1967-01-31',
    inForceOn: '1967-10-04',
    entryIntoForce: { rule: { type: 'same-day' }, article: 'article VIII(2)' },
    denunciation: noticeOf(12, 'article IX(2)'),
    sources: ['General Assembly resolution 2198 (XXI)', '606 UNTS 267'],
  },
  {
    ...beside,
    key: 'STATELESS-1954',
    kind: 'statelessness',
    protocolTo: null,
    shortName: '1954 Convention relating to the Status of Stateless Persons',
    untc: 'V-3',
    adoptedOn: '1954-09-28',
    inForceOn: '1960-06-06',
    entryIntoForce: afterDays(90, 'article 39(2)'),
    denunciation: noticeOf(12, 'article 40(2)'),
    sources: ['Conference convened under Economic and Social Council resolution 526 A (XVII)', '360 UNTS 117'],
  },
  {
    ...beside,
    key: 'STATELESS-1961',
    kind: 'statelessness',
    protocolTo: null,
    shortName: '1961 Convention on the Reduction of Statelessness',
    untc: 'V-4',
    adoptedOn: '1961-08-30',
    inForceOn: '1975-12-13',
    entryIntoForce: afterDays(90, 'article 18(2)'),
    denunciation: noticeOf(12, 'article 19(1)'),
    sources: ['Conference convened under General Assembly resolution 896 (IX)', '989 UNTS 175'],
  },
];
