import type { ThanksWording } from './wording.ts';

const instruments = {
  ratification: ['de ratification', 'de'],
  accession: ['d’adhésion', 'à'],
  acceptance: ['d’acceptation', 'de'],
  approval: ['d’approbation', 'de'],
  'formal-confirmation': ['de confirmation formelle', 'de'],
  succession: ['de succession', 'à'],
} as const;

const isFeminine = (treaty: string): boolean => /^(?:Première |Deuxième )?Convention/.test(treaty);

/** "de" and "à" melt with the article of what is masculine: "du Protocole", "au Pacte". */
function afterPreposition(preposition: 'de' | 'à', treaty: string): string {
  if (isFeminine(treaty)) return `${preposition} la ${treaty}`;
  return preposition === 'de' ? `du ${treaty}` : `au ${treaty}`;
}

export const thanksInFrench: ThanksWording = {
  thanks: ({ state, treaty, how, on }) => {
    const [instrument, preposition] = instruments[how];
    return `J’ai l’honneur d’exprimer mes sincères remerciements au Gouvernement ${state.of} pour le dépôt, le ${on}, de son instrument ${instrument} ${afterPreposition(preposition, treaty)}.`;
  },
  entryIntoForce: (treaty, { name }, on) =>
    `${isFeminine(treaty) ? 'La' : 'Le'} ${treaty} entre en vigueur pour ${name} le ${on}.`,
  firstReport: (dueOn) =>
    `Le rapport initial au titre de ce traité est attendu au plus tard le ${dueOn}. Le Haut-Commissariat se fera un plaisir de prêter son concours à son élaboration.`,
  offer:
    'Par cet acte, votre Gouvernement renforce la protection des droits de l’homme dans le pays et l’autorité du traité partout dans le monde. Le Haut-Commissariat se tient prêt à l’aider à lui donner plein effet, en droit comme dans la pratique.',
};
