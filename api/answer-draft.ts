import { createHash } from 'node:crypto';
import { eraseAnswerDraft, findAnswerDraft, saveAnswerDraft, type AnswerDraft } from '../db/register/answer-drafts.ts';
import { addDays } from '../domain/time.ts';
import type { AnswerClaim } from './answer-links.ts';
import type { Asked } from './asked.ts';
import { nowOf, type AppDeps } from './deps.ts';
import { draftFormSchema } from './schemas/answer.ts';

/** As long as a question usually waits; what is not sent by then was not meant to be. */
const keptDays = 30;

/** Whoever has a newer mail with the same question finds the draft there too. */
const draftIdOf = ({ contactId, recommendationId, role, clusterId = '' }: AnswerClaim): string =>
  createHash('sha256').update(['draft', contactId, recommendationId, role, clusterId].join(' ')).digest('base64url');

export const draftOf = (deps: AppDeps, { claim }: Asked): Promise<AnswerDraft | undefined> =>
  findAnswerDraft(deps.db, draftIdOf(claim), nowOf(deps));

export type Keeping = { readonly draft: AnswerDraft } | { readonly because: 'nothing' | 'wrong' };

/**
 * Keeps a form that is half filled in. One without a word is not kept: a scanner that presses the button must neither leave
 * anything here nor overwrite what a person left.
 */
export async function keepDraft(deps: AppDeps, { claim }: Asked, body: unknown): Promise<Keeping> {
  const parsed = draftFormSchema.safeParse(body ?? {});
  if (!parsed.success) return { because: 'wrong' };
  const { choice, recommendation, ...written } = parsed.data;
  if (Object.values(written).every((text) => text === '')) return { because: 'nothing' };
  const savedAt = nowOf(deps);
  const expiresAt = `${addDays(savedAt.slice(0, 10), keptDays)}${savedAt.slice(10)}`;
  const draft = { form: { ...written, choice, recommendation }, savedAt, expiresAt };
  await saveAnswerDraft(deps.db, { id: draftIdOf(claim), contactId: claim.contactId, ...draft });
  return { draft };
}

export const eraseDraft = (deps: AppDeps, { claim }: Asked): Promise<void> =>
  eraseAnswerDraft(deps.db, draftIdOf(claim), nowOf(deps));
