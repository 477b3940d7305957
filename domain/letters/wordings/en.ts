import { englishMonths } from '../../reference/months.ts';
import type { LetterWording } from '../wording.ts';
import { partsOf } from '../written-date.ts';

const office = 'The Office of the United Nations High Commissioner for Human Rights';
const mission = (of: string): string =>
  `the Permanent Mission ${of} to the United Nations Office and other international organizations in Geneva`;
const dated = (text: string) => (on: string | null) => `${text}${on === null ? '' : ` on ${on}`}.`;
const numbers = ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const timesOf = (times: number): string => (times === 2 ? 'twice' : `${numbers[times - 3] ?? times} times`);

/** The form of the United Nations Correspondence Manual. */
export const english: LetterWording = {
  isRightToLeft: false,
  date: (on) => {
    const { day, month, year } = partsOf(on, englishMonths);
    return `${day} ${month} ${year}`;
  },
  heading: { 'note-verbale': 'NOTE VERBALE', 'high-commissioner-letter': '', 'secretary-general-letter': '' },
  addressee: {
    'note-verbale': ({ of }) => [
      `Permanent Mission ${of}`,
      'to the United Nations Office and other international organizations in Geneva',
    ],
    'high-commissioner-letter': ({ of }) => ['The Minister for Foreign Affairs', of],
    'secretary-general-letter': ({ of }) => ['The Head of Government', of],
  },
  salutation: {
    'note-verbale': '',
    'high-commissioner-letter': 'Excellency,',
    'secretary-general-letter': 'Excellency,',
  },
  opening: {
    'note-verbale': ({ of }, source) =>
      `${office} presents its compliments to ${mission(of)} and has the honour to refer to the following recommendation, made to the Government ${of} (${source}):`,
    'high-commissioner-letter': ({ of }, source) =>
      `I have the honour to refer to the following recommendation, made to the Government ${of} (${source}):`,
    'secretary-general-letter': ({ of }, source) =>
      `I am writing to draw your personal attention to the following recommendation, made to the Government ${of} (${source}):`,
  },
  source: ({ title, symbol, paragraph }) =>
    [title, symbol, paragraph && `paragraph ${paragraph}`].filter(Boolean).join(', '),
  quoted: (text) => `“${text}”`,
  labelled: (label, value) => `${label}: ${value}`,
  gap: ' ',
  position: {
    pending: () => 'No position of the Government on this recommendation is on record.',
    supported: dated('The Government supported this recommendation'),
    'supported-in-part': dated('The Government supported this recommendation in part'),
    noted: dated('The Government took note of this recommendation'),
    pledged: dated('The Government pledged to implement this recommendation'),
  },
  history: ({ times, first, last, lastAnswer }) => {
    const since =
      lastAnswer === null ? 'No answer has been received to date.' : `The last answer was received on ${lastAnswer}.`;
    if (first === null || last === null) return since;
    if (times < 2) return `Information on its implementation was requested on ${first}. ${since}`;
    return `Information on its implementation has been requested ${timesOf(times)}, first on ${first} and most recently on ${last}. ${since}`;
  },
  late: 'Steps that were expected by now have not been reported; they are listed in the enclosure.',
  ask: {
    'note-verbale': (by) =>
      `The Office would be grateful to receive, by ${by}, information on the measures taken and planned to implement this recommendation. A summary of the file is enclosed.`,
    'high-commissioner-letter': (by) =>
      `I should be grateful if your Government could inform me, by ${by}, of the measures taken and planned to implement this recommendation. A summary of the file is enclosed. My Office stands ready to assist.`,
    'secretary-general-letter': (by) =>
      `I should be grateful if your Government could inform the United Nations High Commissioner for Human Rights, by ${by}, of the measures taken and planned to implement this recommendation. A summary of the file is enclosed. The United Nations stands ready to assist.`,
  },
  closing: {
    'note-verbale': ({ of }) =>
      `${office} avails itself of this opportunity to renew to the Permanent Mission ${of} the assurances of its highest consideration.`,
    'high-commissioner-letter': () => 'Please accept, Excellency, the assurances of my highest consideration.',
    'secretary-general-letter': () => 'Please accept, Excellency, the assurances of my highest consideration.',
  },
  signature: {
    'note-verbale': [],
    'high-commissioner-letter': ['United Nations High Commissioner for Human Rights'],
    'secretary-general-letter': ['Secretary-General of the United Nations'],
  },
  labels: {
    reference: 'Reference',
    place: (date) => `Geneva, ${date}`,
    page: ['page ', ''],
    enclosure: 'Enclosure: summary of the file',
    state: 'State',
    institution: 'Institution concerned',
    source: 'Source',
    recommendation: 'Recommendation',
    positionLabel: 'Position of the State',
    followedUpSince: 'Followed up since',
    askedOn: 'Asked on',
    dueOn: 'Answer due',
    reminders: 'Requests sent since the last answer',
    answers: 'Answers received',
    implementationLabel: 'Implementation as reported by the State',
    reached: 'Steps completed',
    late: 'Steps expected and not reported, with the date since which they are late',
    noMilestone: 'no step of any kind',
    earlierLetters: 'Earlier letters',
    none: 'none',
    kinds: {
      'note-verbale': 'note verbale',
      'high-commissioner-letter': 'letter of the High Commissioner',
      'secretary-general-letter': 'letter of the Secretary-General',
      'letter-of-thanks': 'letter of thanks',
    },
    answerKinds: {
      progress: 'report on progress',
      milestone: 'completion of a step',
      claim: 'report of full implementation',
      extension: 'request for more time',
      position: 'position on the recommendation',
      letter: 'reply to a letter',
    },
    positions: {
      pending: 'pending',
      supported: 'supported',
      'supported-in-part': 'supported in part',
      noted: 'noted',
      pledged: 'voluntary pledge',
    },
    implementations: {
      'not-started': 'not started',
      planned: 'planned',
      'in-progress': 'in progress',
      'partly-implemented': 'partly implemented',
      implemented: 'implemented',
      'will-not-implement': 'will not be implemented',
    },
  },
};
