import { sharedInFrench } from '../../words/shared/fr.ts';
import { accessInFrench } from './access/fr.ts';
import { listInFrench } from './list/fr.ts';
import { oneInFrench } from './one/fr.ts';
import { shellInFrench } from './shell/fr.ts';
import { termsInFrench } from './terms/fr.ts';
import { peopleInFrench } from './people/fr.ts';
import { registerInFrench } from './register/fr.ts';
import { sourcesInFrench } from './sources/fr.ts';
import { statesInFrench } from './states/fr.ts';
import { todayInFrench } from './today/fr.ts';
import type { WebWords } from './words.ts';

export const wordsInFrench: WebWords = {
  access: accessInFrench,
  shell: shellInFrench,
  terms: termsInFrench,
  people: peopleInFrench,
  register: registerInFrench,
  sources: sourcesInFrench,
  states: statesInFrench,
  list: listInFrench,
  one: oneInFrench,
  today: todayInFrench,
  shared: sharedInFrench,
};
