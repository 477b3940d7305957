import type { Assessment } from '../domain/follow-up/events.ts';
import type { Labelled } from './answer-words.ts';

/** What the page of an independent voice says beside what all pages behind a mail's link say. */
export type ViewWords = {
  readonly title: string;
  /** For whom they speak, and what their view does and does not do. */
  readonly introduction: string;
  /** Always shown: what is written here is kept. */
  readonly warning: string;
  readonly standing: Readonly<Record<'paused' | 'under-verification' | 'closed', string>>;
  readonly labels: Readonly<Record<'question' | 'claim' | 'lastWords' | 'evidence' | 'assessment' | 'ownView', string>>;
  readonly noEvidence: string;
  readonly notAssessed: string;
  /** The grades of the Human Rights Committee in words. */
  readonly assessments: Readonly<Record<Assessment, string>>;
  readonly give: Labelled;
  readonly note: Labelled;
  readonly stage: Labelled;
  /** The stage that a State reaches only by a claim of its own. */
  readonly implemented: string;
  readonly evidenceHint: string;
  readonly submit: string;
  readonly thanks: string;
};
