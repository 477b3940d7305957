import type { EvidenceWords } from '../evidence-words.ts';

export const evidenceInSpanish: EvidenceWords = {
  title: 'Pruebas',
  named: 'Citada el',
  outcomes: {
    answers: 'La dirección respondía el {date}.',
    'does-not-answer': 'La dirección no respondía el {date}.',
    gone: 'El documento había desaparecido el {date}.',
    'not-looked-at': 'No consultada el {date}: no lleva a ninguna dirección de la internet pública.',
  },
  notYet: 'Nadie ha consultado aún esta dirección.',
  off: 'Aquí no se consultan las direcciones.',
  checkNow: 'Consultar las direcciones ahora',
};
