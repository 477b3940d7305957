import type { ThanksWording } from './wording.ts';

const instruments = {
  ratification: 'ratification of',
  accession: 'accession to',
  acceptance: 'acceptance of',
  approval: 'approval of',
  'formal-confirmation': 'formal confirmation of',
  succession: 'succession to',
} as const;

export const thanksInEnglish: ThanksWording = {
  thanks: ({ state, treaty, how, on }) =>
    `I have the honour to express my sincere thanks to the Government ${state.of} for the deposit, on ${on}, of its instrument of ${instruments[how]} the ${treaty}.`,
  entryIntoForce: (treaty, { name }, on) => `The ${treaty} enters into force for ${name} on ${on}.`,
  firstReport: (dueOn) =>
    `The initial report under the treaty is due by ${dueOn}. My Office will be glad to support its preparation.`,
  offer:
    'By this step your Government strengthens the protection of human rights at home and the authority of the treaty everywhere. My Office stands ready to assist in giving it full effect in law and in practice.',
};
