import type { AppealWording } from '../appeal-wording.ts';

const dated = (text: string) => (on: string | null) => `${text}${on === null ? '' : ` on ${on}`}.`;

export const appealInEnglish: AppealWording = {
  opening: ({ of }, treaty) =>
    `I have the honour to draw your attention to the following treaty: ${treaty}. I encourage the Government ${of} to become a party to it.`,
  signed: (on) =>
    `The Government ${on === null ? 'has signed it' : `signed it on ${on}`}; ratification is the step that remains.`,
  notSigned:
    'No signature of the Government is on record. A State that has not signed can become a party by accession.',
  position: {
    supported: dated('The Government supported the call for this step'),
    'supported-in-part': dated('The Government supported the call for this step in part'),
    pledged: dated('The Government pledged to take this step'),
  },
  everyState: 'I address the same appeal to every State that is not yet a party.',
  goal: (on) => `Our common goal is that all of them will have joined by ${on}.`,
  help: (list) => `The United Nations stands ready to help, in particular with the following: ${list}.`,
  comma: ', ',
  coordinator:
    'The United Nations Resident Coordinator will bring you this letter and follow it up in the capital. Your Government may turn to the Resident Coordinator at any time.',
  noCoordinator:
    'The Office of the United Nations High Commissioner for Human Rights will follow up this letter, and your Government may turn to it at any time.',
  ask: (by) =>
    `I should be grateful if your Government could let the United Nations know, by ${by}, what steps it intends to take towards the deposit of its instrument.`,
};
