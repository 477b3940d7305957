import { sharedInRussian } from '../../words/shared/ru.ts';
import { accessInRussian } from './access/ru.ts';
import { listInRussian } from './list/ru.ts';
import { oneInRussian } from './one/ru.ts';
import { shellInRussian } from './shell/ru.ts';
import { termsInRussian } from './terms/ru.ts';
import { peopleInRussian } from './people/ru.ts';
import { registerInRussian } from './register/ru.ts';
import { sourcesInRussian } from './sources/ru.ts';
import { statesInRussian } from './states/ru.ts';
import { todayInRussian } from './today/ru.ts';
import type { WebWords } from './words.ts';

export const wordsInRussian: WebWords = {
  access: accessInRussian,
  shell: shellInRussian,
  terms: termsInRussian,
  people: peopleInRussian,
  register: registerInRussian,
  sources: sourcesInRussian,
  states: statesInRussian,
  list: listInRussian,
  one: oneInRussian,
  today: todayInRussian,
  shared: sharedInRussian,
};
