import { sharedInEnglish } from '../../words/shared/en.ts';
import { accessInEnglish } from './access/en.ts';
import { listInEnglish } from './list/en.ts';
import { oneInEnglish } from './one/en.ts';
import { shellInEnglish } from './shell/en.ts';
import { termsInEnglish } from './terms/en.ts';
import { peopleInEnglish } from './people/en.ts';
import { registerInEnglish } from './register/en.ts';
import { sourcesInEnglish } from './sources/en.ts';
import { statesInEnglish } from './states/en.ts';
import { todayInEnglish } from './today/en.ts';
import type { WebWords } from './words.ts';

export const wordsInEnglish: WebWords = {
  access: accessInEnglish,
  shell: shellInEnglish,
  terms: termsInEnglish,
  people: peopleInEnglish,
  register: registerInEnglish,
  sources: sourcesInEnglish,
  states: statesInEnglish,
  list: listInEnglish,
  one: oneInEnglish,
  today: todayInEnglish,
  shared: sharedInEnglish,
};
