import type { FastifyReply } from 'fastify';
import { listHolders, successorOf } from '../../db/queries/follow-ups.ts';
import { saveSuggestion } from '../../db/register/contacts.ts';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import { errandRefusals } from '../../words/appeal-words.ts';
import { wordsFor, type Words } from '../../words/words.ts';
import { whatFollows } from '../after-answer.ts';
import { eraseDraft } from '../answer-draft.ts';
import { answerCommandId, donePage, html, reasonOf } from '../answer-reply.ts';
import type { Asked } from '../asked.ts';
import { deliveryPage, errandOf, type Errand } from '../delivery-page.ts';
import type { AppDeps } from '../deps.ts';
import type { Visit, Written } from '../link-page.ts';
import { Problem, statusOf, type ProblemCode } from '../problems.ts';
import { deliveryFormSchema, type DeliveryForm } from '../schemas/answer.ts';
import { submitOnce } from './commands.ts';

/** What a link of a resident coordinator opens, where a campaign has been; any other link opens the page of whoever answers. */
export async function findErrand(deps: AppDeps, asked: Asked): Promise<Errand | undefined> {
  if (asked.claim.role !== 'resident-coordinator') return undefined;
  const holders = await listHolders(deps.db, asked.row.id, asked.row.state_code);
  const ids = holders.filter(({ role }) => role === asked.claim.role).map(({ contactId }) => contactId);
  return errandOf(deps, asked, ids);
}

type Sent = { readonly visit: Visit; readonly errand: Errand; readonly body: Written };

/** Takes what a resident coordinator sends. Whatever the form says, it never answers for the State. */
export async function takeDelivery(deps: AppDeps, reply: FastifyReply, sent: Sent): Promise<FastifyReply> {
  const { visit, errand, body } = sent;
  const { language } = errand.contact;
  const words = wordsFor(language);
  const again = (status: number, error: string): FastifyReply => {
    const page = deliveryPage(visit, errand, { error, form: body });
    return html(reply, status, { language, page });
  };
  const parsed = deliveryFormSchema.safeParse(body);
  if (!parsed.success) return again(422, whatIsWrong(parsed.error.issues[0]?.path[0], words));
  const missing = whatIsMissing(errand, parsed.data, words);
  if (missing !== undefined) return again(422, missing);
  try {
    await give(deps, sent, parsed.data);
  } catch (error) {
    if (error instanceof Problem) return again(statusOf(error.code), whyRefused(error.code, words));
    throw error;
  }
  const { choice } = parsed.data;
  const whatHappensNext = choice === 'not-me' ? words.answer.thanks[choice] : words.appeal.thanks[choice];
  await eraseDraft(deps, visit.asked);
  const who = choice === 'not-me' ? choice : 'view';
  const lines = await whatFollows(deps, [visit.asked], { choice, who });
  const { title } = words.answer.thanks;
  return html(reply, 200, { language, page: donePage({ language, title, paragraphs: [whatHappensNext], lines }) });
}

function whatIsWrong(field: PropertyKey | undefined, { appeal, answer }: Words): string {
  const known = (['choice', 'office', 'deliveredOn', 'nextOn'] as const).find((each) => each === field);
  return known === undefined ? answer.wrong.form : appeal.wrong[known];
}

/** A person writes something; a scanner that presses the button does not. Whoever stands in has no role to give away. */
function whatIsMissing(errand: Errand, form: DeliveryForm, { appeal, answer }: Words): string | undefined {
  const { missing } = appeal;
  if (form.choice === 'not-me' && !errand.isHolder) return appeal.wrong.choice;
  if (form.choice === 'not-me') return form.note === '' ? answer.missing.whomToAsk : undefined;
  if (form.choice === 'obstacle' && form.obstacle === undefined) return missing.obstacle;
  if (form.choice === 'delivered' && form.office === undefined) return missing.office;
  if (form.choice === 'delivered' && form.deliveredOn === undefined) return missing.deliveredOn;
  return form.note === '' ? missing.note : undefined;
}

function whyRefused(code: ProblemCode, { appeal, answer, mail }: Words): string {
  const known = errandRefusals.find((each) => each === code);
  const why = known === undefined ? reasonOf(code, answer) : appeal.refused[known];
  return `${why}${mail.marks.sentenceGap}${answer.nothingSent}`;
}

async function give(deps: AppDeps, { visit, errand }: Sent, form: DeliveryForm): Promise<void> {
  const { contactId, recommendationId } = errand.claim;
  await submitOnce(deps, recommendationId, {
    commandId: answerCommandId(visit.token, form.nonce),
    actor: `contact:${contactId}`,
    command: await commandOf(deps, errand, form),
  });
  if (form.choice === 'not-me') await saveSuggestion(deps.db, contactId, form.note);
}

async function commandOf(deps: AppDeps, { claim, row }: Errand, form: DeliveryForm): Promise<PersonCommand> {
  const { note, obstacle = null, willDeposit = null, nextOn = null } = form;
  switch (form.choice) {
    case 'obstacle':
      return { type: 'RecordObstacle', obstacle: obstacle ?? 'other', note };
    case 'not-me': {
      const { contactId, role } = claim;
      const holders = await listHolders(deps.db, claim.recommendationId, row.state_code);
      const movedTo = successorOf(contactId, role, holders);
      return { type: 'RecordContactUnreachable', contactId, role, because: 'not-me', movedTo };
    }
    case 'delivered':
      return {
        type: 'ReportDelivery',
        office: form.office ?? 'other',
        officeDetail: orNull(form.officeDetail),
        deliveredOn: form.deliveredOn ?? '',
        note,
        obstacle,
        willDeposit,
        nextStep: orNull(form.nextStep),
        nextOn,
      };
  }
}

const orNull = (text: string): string | null => (text === '' ? null : text);
