import type { ValidationWords } from '../validation-words.ts';

export const validationInSpanish: ValidationWords = {
  title: '¿Lo confirma su Estado?',
  introduction:
    'Su Estado declara aplicada esta recomendación. Usted firma por él: solo se verifica lo que usted confirma, y lo que devuelve sigue como antes.',
  labels: { claim: 'Lo que se declaró', evidence: 'Sus pruebas' },
  choices: {
    validate: { label: 'Lo confirmamos', hint: 'La declaración es la palabra del Estado; después se verifica.' },
    decline: { label: 'La devolvemos', hint: 'Se informa al punto focal, y el seguimiento continúa.' },
  },
  note: { label: 'Unas palabras', hint: 'En qué se basa, o qué falta. Se conservan con su respuesta.' },
  submit: 'Enviar',
  thanks: {
    validate: 'Su confirmación consta. El oficial a cargo examinará las pruebas.',
    decline: 'La declaración se ha devuelto, y se informará al punto focal.',
  },
  refused: {
    SamePerson: 'Debe confirmarla una persona distinta de quien hizo la declaración.',
    SignerUnknown: 'No se sabe quién hizo esta declaración: debe hacerse de nuevo antes de confirmarla.',
    NothingToValidate: 'Esta declaración ya no espera confirmación.',
  },
  action: 'Confirmar o devolver',
};
