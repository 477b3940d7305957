import type { ThanksWording } from './wording.ts';

const instruments = {
  ratification: ['de ratificación', 'de'],
  accession: ['de adhesión', 'a'],
  acceptance: ['de aceptación', 'de'],
  approval: ['de aprobación', 'de'],
  'formal-confirmation': ['de confirmación formal', 'de'],
  succession: ['de sucesión', 'en'],
} as const;

const isFeminine = (treaty: string): boolean => treaty.startsWith('Convención');

/** "de" and "a" melt with the masculine article: "del Pacto", "al Protocolo". */
function afterPreposition(preposition: 'de' | 'a' | 'en', treaty: string): string {
  if (isFeminine(treaty)) return `${preposition} la ${treaty}`;
  return preposition === 'en' ? `en el ${treaty}` : `${preposition}l ${treaty}`;
}

export const thanksInSpanish: ThanksWording = {
  thanks: ({ state, treaty, how, on }) => {
    const [instrument, preposition] = instruments[how];
    return `Tengo el honor de expresar mi sincero agradecimiento al Gobierno ${state.of} por el depósito, el ${on}, de su instrumento ${instrument} ${afterPreposition(preposition, treaty)}.`;
  },
  entryIntoForce: (treaty, { name }, on) =>
    `${isFeminine(treaty) ? 'La' : 'El'} ${treaty} entra en vigor para ${name} el ${on}.`,
  firstReport: (dueOn) =>
    `El informe inicial previsto en el tratado deberá presentarse a más tardar el ${dueOn}. Mi Oficina prestará con gusto su apoyo para prepararlo.`,
  offer:
    'Con este paso, su Gobierno refuerza la protección de los derechos humanos en el país y la autoridad del tratado en todo el mundo. Mi Oficina está dispuesta a prestar asistencia para darle pleno efecto en la legislación y en la práctica.',
};
