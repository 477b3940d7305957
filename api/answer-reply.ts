import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Language } from '../db/schema.ts';
import { answerRefusals, type AnswerWords } from '../words/answer-words.ts';
import { wordsFor } from '../words/words.ts';
import type { NextLine } from './after-answer.ts';
import { renderPage } from './pages/render.ts';
import { statusOf, type ProblemCode } from './problems.ts';
import { pagePolicy } from './web-safety.ts';

type Page = { readonly language: Language; readonly page: string };

/** A page behind a mail's link: never kept by anything between us and the reader. */
export const html = (reply: FastifyReply, status: number, { language, page }: Page): FastifyReply =>
  reply
    .status(status)
    .type('text/html; charset=utf-8')
    .headers({ 'cache-control': 'no-store', 'content-language': language, 'content-security-policy': pagePolicy })
    .send(page);

export const message = (language: Language, title: string, paragraphs: readonly string[]): string =>
  renderPage('message', { language, title, paragraphs });

type Done = {
  readonly language: Language;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly lines?: readonly NextLine[];
  /** Where what was kept can be taken up again. */
  readonly goOn?: { readonly action: string; readonly label: string };
};

/** What a person reads when they have done something, and what follows. */
export const donePage = ({ lines = [], ...done }: Done): string =>
  renderPage('done', { ...done, lines, heading: wordsFor(done.language).after.next.heading });

/** Why something was refused, in the reader's words. */
export function reasonOf(code: ProblemCode, { refused }: AnswerWords): string {
  const other = statusOf(code) === 503 ? 'unavailable' : 'other';
  return refused[answerRefusals.find((each) => each === code) ?? other];
}

/**
 * The same form sent twice is one answer: its id is made from the link and the form's own nonce. Each follow-up keeps its
 * own ids, so that one form may answer several.
 */
export const answerCommandId = (token: string, nonce: string): string =>
  `answer:${createHash('sha256').update(`${token} ${nonce}`).digest('base64url')}`;
