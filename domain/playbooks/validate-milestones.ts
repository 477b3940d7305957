import {
  checkCount,
  checkDays,
  checkKey,
  checkText,
  checkUnique,
  each,
  fault,
  none,
  type PlaybookDraft,
  type PlaybookFault,
} from './draft.ts';
import type { Limit, Milestone } from './playbook.ts';
import { checkRungNumber } from './validate-ladder.ts';

const most = 50;

/** Milestones, the limits that watch them, and those that together amount to a claim. */
export function checkMilestones(draft: PlaybookDraft): readonly PlaybookFault[] {
  const { milestones, limits, closing } = draft;
  const isMilestone = (key: string): boolean => milestones.some((milestone) => milestone.key === key);
  return [
    ...checkCount(milestones, '/milestones', most),
    ...each(milestones, (milestone, index) => checkMilestone(milestone, `/milestones/${index}`)),
    ...checkUnique(keysOf(milestones), (index) => `/milestones/${index}/key`),
    ...checkCount(limits, '/limits', most),
    ...each(limits, (limit, index) => checkLimit(limit, `/limits/${index}`, draft)),
    ...checkUnique(keysOf(limits), (index) => `/limits/${index}/key`),
    ...each(limits, ({ milestone, after }, index) => [
      ...(milestone === null || isMilestone(milestone) ? none : unknown(`/limits/${index}/milestone`)),
      ...(after === null || isMilestone(after) ? none : unknown(`/limits/${index}/after`)),
    ]),
    ...checkCount(closing, '/closing', most),
    ...each(closing, (key, index) => (isMilestone(key) ? none : unknown(`/closing/${index}`))),
    ...checkUnique(closing, (index) => `/closing/${index}`),
  ];
}

const keysOf = (list: readonly { readonly key: string }[]): readonly string[] => list.map(({ key }) => key);
const unknown = (path: string): readonly PlaybookFault[] =>
  fault('UnknownMilestone', path, 'is no milestone of this playbook');

function checkMilestone({ key, title, usually, evidence }: Milestone, path: string): readonly PlaybookFault[] {
  return [
    ...checkKey(key, `${path}/key`),
    ...checkText(title, `${path}/title`, 300),
    ...checkDays(usually.fromDays, `${path}/usually/fromDays`, 0),
    ...checkDays(usually.toDays, `${path}/usually/toDays`, 0),
    ...(usually.toDays < usually.fromDays
      ? fault('DurationsOutOfOrder', `${path}/usually/toDays`, 'is shorter than fromDays')
      : none),
    ...checkCount(evidence, `${path}/evidence`, most),
    ...each(evidence, (text, index) => checkText(text, `${path}/evidence/${index}`, 300)),
  ];
}

function checkLimit({ key, milestone, after, withinDays, rung }: Limit, path: string, { ladder }: PlaybookDraft) {
  return [
    ...checkKey(key, `${path}/key`),
    ...(milestone !== null && milestone === after
      ? fault('LimitOnItself', `${path}/after`, 'is the milestone that the limit waits for')
      : none),
    ...checkDays(withinDays, `${path}/withinDays`),
    ...checkRungNumber(rung, `${path}/rung`, ladder),
  ];
}
