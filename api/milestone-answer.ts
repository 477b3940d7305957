import type { PersonCommand } from '../domain/follow-up/commands.ts';
import type { AnswerWords } from '../words/answer-words.ts';
import { fill } from '../words/plurals.ts';
import { wordsFor } from '../words/words.ts';
import { dateFor, type Asked } from './asked.ts';
import type { AnswerForm } from './schemas/answer.ts';

/** A milestone as the page lists it: its title, where it is about one, is the playbook's and in English. */
type Line = { readonly title: string | undefined; readonly says: string };
export type MilestonesView = {
  readonly lines: readonly Line[];
  /** What the State can report as reached. */
  readonly open: readonly { readonly key: string; readonly title: string }[];
  readonly isEnglish: boolean;
  /** What stands between a title and what is said of it. */
  readonly colon: string;
};

/** One answer for several recommendations: a milestone is one recommendation's own. */
export const noMilestones: MilestonesView = { lines: [], open: [], isEnglish: false, colon: '' };

/** How far the State is on the playbook's way, which of its limits have passed, and what can still be reached. */
export function milestonesView({ row: { state }, playbook, contact }: Asked): MilestonesView {
  const { answer, mail, date } = wordsFor(contact.language);
  const { reached, late, noneInTime } = answer.milestones;
  const titleOf = (key: string) => playbook?.milestones.find((each) => each.key === key)?.title ?? key;
  const passed = (state?.late ?? []).map(({ milestone, since }) => ({
    title: milestone === null ? undefined : titleOf(milestone),
    says: fill(milestone === null ? noneInTime : late, { date: date(dateFor(contact, since)) }),
  }));
  const done = Object.entries(state?.milestones ?? {}).map(([key, on]) => ({
    title: titleOf(key),
    says: fill(reached, { date: date(on) }),
  }));
  const open = (state?.terms.milestones ?? []).filter((key) => !(key in (state?.milestones ?? {})));
  return {
    lines: [...done, ...passed],
    open: open.map((key) => ({ key, title: titleOf(key) })),
    isEnglish: contact.language !== 'en',
    colon: fill(mail.marks.labelled, { label: '', value: '' }),
  };
}

/** What a milestone needs beside a few words; undefined when it is all there. */
export function missingOfMilestone(form: AnswerForm, { missing }: AnswerWords): string | undefined {
  if (form.milestone === undefined) return missing.milestone;
  if (form.reachedOn === undefined) return missing.reachedOn;
  return evidenceIn(form).length === 0 ? missing.evidence : undefined;
}

export const milestoneCommand = (form: AnswerForm): PersonCommand => ({
  type: 'CompleteMilestone',
  milestone: form.milestone ?? '',
  on: form.reachedOn ?? '',
  note: form.note,
  evidence: evidenceIn(form),
});

/** Some proof has no address: a document that was handed over, a vote that was seen. */
export const evidenceIn = ({
  evidenceUrl = '',
  evidenceDescription,
}: Pick<AnswerForm, 'evidenceUrl' | 'evidenceDescription'>) =>
  evidenceUrl === '' && evidenceDescription === '' ? [] : [{ url: evidenceUrl, description: evidenceDescription }];
