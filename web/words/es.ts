import { sharedInSpanish } from '../../words/shared/es.ts';
import { accessInSpanish } from './access/es.ts';
import { listInSpanish } from './list/es.ts';
import { oneInSpanish } from './one/es.ts';
import { shellInSpanish } from './shell/es.ts';
import { termsInSpanish } from './terms/es.ts';
import { peopleInSpanish } from './people/es.ts';
import { registerInSpanish } from './register/es.ts';
import { sourcesInSpanish } from './sources/es.ts';
import { statesInSpanish } from './states/es.ts';
import { todayInSpanish } from './today/es.ts';
import type { WebWords } from './words.ts';

export const wordsInSpanish: WebWords = {
  access: accessInSpanish,
  shell: shellInSpanish,
  terms: termsInSpanish,
  people: peopleInSpanish,
  register: registerInSpanish,
  sources: sourcesInSpanish,
  states: statesInSpanish,
  list: listInSpanish,
  one: oneInSpanish,
  today: todayInSpanish,
  shared: sharedInSpanish,
};
