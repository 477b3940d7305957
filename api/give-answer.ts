import { listHolders, successorOf } from '../db/queries/follow-ups.ts';
import { saveSuggestion } from '../db/register/contacts.ts';
import type { PersonCommand } from '../domain/follow-up/commands.ts';
import { answerCommandId } from './answer-reply.ts';
import type { Asked } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { lookLater } from './look-later.ts';
import { giverBehindLink, signedBy } from './giver.ts';
import { milestoneCommand } from './milestone-answer.ts';
import { Problem, statusOf } from './problems.ts';
import { submitOnce } from './routes/commands.ts';
import type { AnswerForm } from './schemas/answer.ts';

export type Outcome = {
  readonly answered: readonly Asked[];
  readonly refused: readonly { readonly asked: Asked; readonly problem: Problem }[];
  /** Something of ours was away, so that sending again is worth it: what was taken is not taken twice. */
  readonly isInterrupted: boolean;
};

/** The same words for each; what one of them refuses does not hold up the others. */
export async function answerAll(
  deps: AppDeps,
  chosen: readonly Asked[],
  { token, form }: { readonly token: string; readonly form: AnswerForm },
): Promise<Outcome> {
  const answered: Asked[] = [];
  const refused: { asked: Asked; problem: Problem }[] = [];
  for (const asked of chosen)
    try {
      await answer(deps, asked, token, form);
      answered.push(asked);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ asked, problem: error });
    }
  return { answered, refused, isInterrupted: refused.some(({ problem }) => statusOf(problem.code) >= 500) };
}

async function answer(deps: AppDeps, asked: Asked, token: string, form: AnswerForm): Promise<void> {
  const { contactId, recommendationId } = asked.claim;
  await submitOnce(deps, recommendationId, {
    commandId: answerCommandId(token, form.nonce),
    actor: `contact:${contactId}`,
    command: signedBy(giverBehindLink(contactId), await commandOf(deps, asked, form)),
  });
  if (form.evidenceUrl !== undefined) lookLater(deps, form.evidenceUrl);
  if (form.choice === 'not-me') await saveSuggestion(deps.db, contactId, form.note);
}

async function commandOf(deps: AppDeps, { claim, row }: Asked, form: AnswerForm): Promise<PersonCommand> {
  const { note, implementation, evidenceUrl, evidenceDescription, untilOn } = form;
  switch (form.choice) {
    case 'progress':
      return { type: 'ReportProgress', note, implementation: implementation ?? null };
    case 'milestone':
      return milestoneCommand(form);
    case 'implemented':
      return {
        type: 'ClaimImplementation',
        note,
        evidence: [{ url: evidenceUrl ?? '', description: evidenceDescription }],
      };
    case 'more-time':
      return { type: 'RequestExtension', untilOn: untilOn ?? '', reason: note };
    case 'not-me': {
      const { contactId, role } = claim;
      const holders = await listHolders(deps.db, claim.recommendationId, row.state_code);
      return {
        type: 'RecordContactUnreachable',
        contactId,
        role,
        because: 'not-me',
        movedTo: successorOf(contactId, role, holders),
      };
    }
  }
}
