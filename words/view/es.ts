import type { ViewWords } from '../view-words.ts';
import { sharedInSpanish } from '../shared/es.ts';

export const viewInSpanish: ViewWords = {
  title: 'Su opinión independiente',
  introduction:
    'Usted habla en su propio nombre. Su opinión figura junto a lo que informa el Estado: no responde en lugar del Estado ni cambia nada de lo que se le pide.',
  warning:
    'No nombre a víctimas, testigos ni fuentes, ni escriba nada que permita reconocerlos. Su texto se conserva, con indicación de su autor.',
  standing: {
    paused: 'Este seguimiento está en suspenso por el momento. Su opinión quedará registrada de todos modos.',
    'under-verification': 'El Estado la declara aplicada, y se está verificando.',
    closed: 'Este seguimiento está cerrado. Su opinión quedará registrada de todos modos.',
  },
  labels: {
    question: 'Lo que se pregunta al Estado',
    claim: 'Lo que informa el Estado',
    lastWords: 'Su último texto',
    evidence: 'Sus pruebas',
    assessment: 'Nuestra evaluación',
    ownView: 'Su última opinión',
  },
  noEvidence: 'ninguna',
  notAssessed: 'ninguna hasta la fecha',
  assessments: sharedInSpanish.assessments,
  give: { label: 'Dar una opinión', hint: 'Indique lo que observa, también si difiere de lo que informa el Estado.' },
  note: { label: 'Su opinión', hint: 'Qué ha cambiado en la práctica y qué no.' },
  stage: { label: 'Situación actual, a su juicio', hint: 'No la indique si no puede valorarla.' },
  implemented: sharedInSpanish.implementations.implemented,
  evidenceHint: 'Si la tiene: un informe, una declaración, cifras.',
  submit: 'Enviar la opinión',
  thanks:
    'Su opinión ha quedado registrada junto a lo que informa el Estado. Este enlace sigue abierto: si vuelve a escribir, se mostrará su opinión más reciente y las anteriores seguirán registradas.',
};
