import type { AppealWording } from '../appeal-wording.ts';

const dated = (text: string) => (on: string | null) => `${text}${on === null ? '' : ` le ${on}`}.`;

export const appealInFrench: AppealWording = {
  opening: ({ of }, treaty) =>
    `J’ai l’honneur d’appeler votre attention sur le traité suivant\u00a0: ${treaty}. J’encourage le Gouvernement ${of} à y devenir partie.`,
  signed: (on) => `Le Gouvernement l’a signé${on === null ? '' : ` le ${on}`}\u00a0; il reste à le ratifier.`,
  notSigned:
    'Aucune signature du Gouvernement n’est enregistrée. Un État qui n’a pas signé peut devenir partie par adhésion.',
  position: {
    supported: dated('Le Gouvernement a souscrit à l’appel à franchir ce pas'),
    'supported-in-part': dated('Le Gouvernement a souscrit en partie à l’appel à franchir ce pas'),
    pledged: dated('Le Gouvernement s’est engagé à franchir ce pas'),
  },
  everyState: 'J’adresse le même appel à tous les États qui ne sont pas encore parties.',
  goal: (on) => `Notre but commun est que tous le soient d’ici au ${on}.`,
  help: (list) =>
    `L’Organisation des Nations Unies est prête à apporter son aide, notamment dans les domaines suivants\u00a0: ${list}.`,
  comma: ', ',
  coordinator:
    'Le Coordonnateur résident ou la Coordonnatrice résidente des Nations Unies vous remettra la présente lettre et en assurera le suivi dans la capitale. Votre Gouvernement peut s’y adresser à tout moment.',
  noCoordinator:
    'Le Haut-Commissariat des Nations Unies aux droits de l’homme assurera le suivi de la présente lettre\u00a0; votre Gouvernement peut s’y adresser à tout moment.',
  ask: (by) =>
    `Je vous serais reconnaissant de bien vouloir faire savoir à l’Organisation des Nations Unies, d’ici au ${by}, quelles mesures votre Gouvernement entend prendre en vue du dépôt de son instrument.`,
};
