import type { ThanksWording } from './wording.ts';

const instruments = {
  ratification: 'документа о ратификации',
  accession: 'документа о присоединении',
  acceptance: 'документа о принятии',
  approval: 'документа об утверждении',
  'formal-confirmation': 'документа об официальном подтверждении',
  succession: 'документа о правопреемстве',
} as const;

/** Titles stand in quotes behind a noun that is inflected in their place. */
export const thanksInRussian: ThanksWording = {
  thanks: ({ state, treaty, how, on }) =>
    `Имею честь выразить искреннюю благодарность Правительству ${state.of} за сдачу на хранение ${on} ${instruments[how]} в отношении международного договора «${treaty}».`,
  entryIntoForce: (_treaty, { of }, on) => `Для ${of} договор вступает в силу ${on}.`,
  firstReport: (dueOn) =>
    `Первоначальный доклад, предусмотренный договором, подлежит представлению не позднее ${dueOn}. Мое Управление с готовностью поддержит его подготовку.`,
  offer:
    'Этим шагом Ваше Правительство укрепляет защиту прав человека в стране и авторитет договора во всем мире. Мое Управление готово содействовать его полному осуществлению в законодательстве и на практике.',
};
