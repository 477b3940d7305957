import { implementations } from '../domain/follow-up/events.ts';
import { sideBySide, type AssessmentSide, type StateSide, type Voice } from '../domain/follow-up/side-by-side.ts';
import type { Instant } from '../domain/time.ts';
import { fill } from '../words/plurals.ts';
import { wordsFor, type Words } from '../words/words.ts';
import { dateFor, sourceOf, type Asked } from './asked.ts';
import { frameOf, type LinkPageWish, type Visit } from './link-page.ts';
import { renderPage } from './pages/render.ts';
import { stageName } from './stage-name.ts';

/** The page of an NHRI or an NGO: what the State reports and what we make of it, and room for a view of their own. */
export function viewPage(visit: Visit, wish: LinkPageWish): string {
  const { asked } = visit;
  const { row, contact, claim, events, question } = asked;
  const words = wordsFor(contact.language);
  const reader = { words, contact };
  const { state, assessment, voices } = sideBySide(events);
  const own = voices.find((voice) => voice.role === claim.role && voice.contactId === claim.contactId);
  return renderPage('view', {
    ...frameOf(visit, wish),
    colon: fill(words.mail.marks.labelled, { label: '', value: '' }),
    view: words.view,
    text: row.text,
    source: sourceOf(asked),
    state: words.stateName(row.state_code),
    question,
    isQuestionEnglish: contact.language !== 'en',
    standing: row.status === null || row.status === 'open' ? undefined : words.view.standing[row.status],
    claim: state.implementation === null ? undefined : stageName(state.implementation, words),
    lastWords: wordsOf(state, reader),
    evidence: state.evidence.map(({ url, description }) => ({ url, description, isLink: /^https?:/.test(url) })),
    assessment: assessmentOf(assessment, words),
    own: own && ownView(own, reader),
    choices: choicesOf(asked, words),
    stages: [['', words.answer.stage.unsaid], ...implementations.map((stage) => [stage, stageName(stage, words)])],
  });
}

type Reader = Pick<Asked, 'contact'> & { readonly words: Words };

const dated = (at: Instant, said: string, { contact, words }: Reader): string => {
  const values = { date: words.date(dateFor(contact, at)), words: words.apart(said) };
  return fill(words.answer.lastAnswers.progress, values);
};

const wordsOf = ({ words: said }: StateSide, reader: Reader): string =>
  said === null ? reader.words.answer.noAnswerYet : dated(said.at, said.note, reader);

const ownView = ({ at, note, implementation }: Voice, reader: Reader) => ({
  said: dated(at, note, reader),
  stage: implementation === null ? undefined : stageName(implementation, reader.words),
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
