import { sharedInArabic } from '../../words/shared/ar.ts';
import { accessInArabic } from './access/ar.ts';
import { listInArabic } from './list/ar.ts';
import { oneInArabic } from './one/ar.ts';
import { shellInArabic } from './shell/ar.ts';
import { termsInArabic } from './terms/ar.ts';
import { peopleInArabic } from './people/ar.ts';
import { registerInArabic } from './register/ar.ts';
import { sourcesInArabic } from './sources/ar.ts';
import { statesInArabic } from './states/ar.ts';
import { todayInArabic } from './today/ar.ts';
import type { WebWords } from './words.ts';

export const wordsInArabic: WebWords = {
  access: accessInArabic,
  shell: shellInArabic,
  terms: termsInArabic,
  people: peopleInArabic,
  register: registerInArabic,
  sources: sourcesInArabic,
  states: statesInArabic,
  list: listInArabic,
  one: oneInArabic,
  today: todayInArabic,
  shared: sharedInArabic,
};
