import { randomBytes } from 'node:crypto';
import { listTimeline } from '../db/queries/follow-ups.ts';
import { findPlaybook } from '../db/queries/playbooks.ts';
import { getRecommendation } from '../db/queries/recommendations.ts';
import { findContact } from '../db/register/contacts.ts';
import { stateByCode } from '../domain/reference/states.ts';
import type { AnswerClaim } from './answer-links.ts';
import { nowOf, type AppDeps } from './deps.ts';
import { renderPage } from './pages/render.ts';
import type { AnswerForm } from './schemas/answer.ts';

const choices = [
  { value: 'progress', label: 'Progress', hint: 'Say what has been done and what comes next.' },
  { value: 'implemented', label: 'It is implemented', hint: 'Name the evidence; it will be verified.' },
  { value: 'more-time', label: 'More time', hint: 'Say until when, and why.' },
  {
    value: 'not-me',
    label: 'I am not the right person',
    hint: 'Say whom to ask, if you know. Only our desk officer reads that.',
  },
] as const;

const stages = [
  ['', 'Say nothing about it'],
  ['not-started', 'Not started'],
  ['planned', 'Planned'],
  ['in-progress', 'In progress'],
  ['partly-implemented', 'Partly implemented'],
  ['will-not-implement', 'Will not be implemented'],
] as const;

export type Asked = NonNullable<Awaited<ReturnType<typeof findAsked>>>;

/** What a link asks about: the recommendation, its question, the last answer, and who reads. */
export async function findAsked(deps: AppDeps, claim: AnswerClaim) {
  const { db } = deps;
  const [row, contact] = await Promise.all([
    getRecommendation(db, claim.recommendationId, nowOf(deps)),
    findContact(db, claim.contactId),
  ]);
  if (row?.status == null || contact === undefined) return undefined;
  const playbook = await findPlaybook(db, {
    key: row.running_playbook_key ?? row.playbook_key,
    version: row.playbook_version ?? 0,
  });
  const question = playbook?.questions[row.asks ?? 'check-in'] ?? playbook?.questions['check-in'] ?? row.text;
  return { claim, row, contact, question, lastAnswer: await lastAnswerOf(deps, claim.recommendationId) };
}

/** Answers are few: the newest is read from the log itself, which is what people are shown. */
async function lastAnswerOf({ db }: AppDeps, recommendationId: string): Promise<string | undefined> {
  for (const { event } of [...(await listTimeline(db, recommendationId))].reverse()) {
    const on = event.at.slice(0, 10);
    if (event.type === 'ProgressReported') return `${on}: ${event.note}`;
    if (event.type === 'ImplementationClaimed') return `${on}: implemented. ${event.note}`;
    if (event.type === 'ExtensionRequested') return `${on}: more time until ${event.untilOn}. ${event.reason}`;
  }
  return undefined;
}

type PageWish = { readonly form?: Partial<AnswerForm>; readonly error?: string; readonly action: string };

/** The page as HTML. The nonce makes one answer of a form that is sent twice. */
export function answerPage({ row, question, lastAnswer }: Asked, { form = {}, error, action }: PageWish): string {
  const round = row.state?.round;
  return renderPage('answer', {
    language: 'en', // Until its translations are there.
    question,
    text: row.text,
    source: [row.source_title, row.report_symbol, row.paragraph && `paragraph ${row.paragraph}`]
      .filter(Boolean)
      .join(', '),
    state: stateByCode(row.state_code)?.names.en ?? row.state_code,
    dueOn: round?.answeredAt === null ? round.dueOn : undefined,
    askedOn: round?.answeredAt === null ? round.askedAt?.slice(0, 10) : undefined,
    lastAnswer,
    closedBecause: whyNothingIsAsked(row.status),
    choices,
    stages,
    form,
    error,
    action,
    nonce: form.nonce ?? randomBytes(12).toString('base64url'),
  });
}

function whyNothingIsAsked(status: Asked['row']['status']): string | undefined {
  if (status === 'closed') return 'This follow-up is closed.';
  if (status === 'under-verification')
    return 'The recommendation was reported as implemented, and that is being verified.';
  return undefined;
}
