import { randomBytes } from 'node:crypto';
import { implementations } from '../domain/follow-up/events.ts';
import { sideBySide, type AssessmentSide, type StateSide, type Voice } from '../domain/follow-up/side-by-side.ts';
import { fill } from '../words/plurals.ts';
import { wordsFor, type Words } from '../words/words.ts';
import { sourceOf, type Asked } from './asked.ts';
import { renderPage } from './pages/render.ts';
import type { ViewForm } from './schemas/answer.ts';
import { stageName } from './stage-name.ts';

type PageWish = { readonly form?: Partial<ViewForm>; readonly error?: string; readonly action: string };

/** The page of an NHRI or an NGO: what the State reports and what we make of it, and room for a view of their own. */
export function viewPage(asked: Asked, { form = {}, error, action }: PageWish): string {
  const { row, contact, claim, events, question } = asked;
  const words = wordsFor(contact.language);
  const { state, assessment, voices } = sideBySide(events);
  const own = voices.find((voice) => voice.role === claim.role && voice.contactId === claim.contactId);
  return renderPage('view', {
    language: contact.language,
    words: words.answer,
    view: words.view,
    text: row.text,
    source: sourceOf(asked),
    state: words.stateName(row.state_code),
    question,
    isQuestionEnglish: contact.language !== 'en',
    standing: row.status === null || row.status === 'open' ? undefined : words.view.standing[row.status],
    claim: state.implementation === null ? undefined : stageName(state.implementation, words),
    lastWords: wordsOf(state, words),
    evidence: state.evidence.map(({ url, description }) => ({ url, description, isLink: /^https?:/.test(url) })),
    assessment: assessmentOf(assessment, words),
    own: own && ownView(own, words),
    choices: choicesOf(asked, words),
    stages: [['', words.answer.stage.unsaid], ...implementations.map((stage) => [stage, stageName(stage, words)])],
    form,
    error,
    action,
    nonce: form.nonce ?? randomBytes(12).toString('base64url'),
  });
}

const dated = (at: string, said: string, { answer, date, apart }: Words): string =>
  fill(answer.lastAnswers.progress, { date: date(at.slice(0, 10)), words: apart(said) });

const wordsOf = ({ words: said }: StateSide, words: Words): string =>
  said === null ? words.answer.noAnswerYet : dated(said.at, said.note, words);

const ownView = ({ at, note, implementation }: Voice, words: Words) => ({
  said: dated(at, note, words),
  stage: implementation === null ? undefined : stageName(implementation, words),
});

/** The grade and what it means; its reason is ours. */
function assessmentOf(side: AssessmentSide | null, words: Words): string {
  if (side === null) return words.view.notAssessed;
  const { labelled } = words.mail.marks;
  return fill(labelled, { label: words.apart(side.assessment), value: words.view.assessments[side.assessment] });
}

/** Nobody else is asked about a closed follow-up: a voice may speak there, or be silent. */
const choicesOf = ({ row }: Asked, { answer, view }: Words) => [
  ['view', view.give],
  ...(row.status === 'closed' ? [] : [['not-me', answer.choices['not-me']]]),
];
