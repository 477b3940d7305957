import { sharedInChinese } from '../../words/shared/zh.ts';
import { accessInChinese } from './access/zh.ts';
import { listInChinese } from './list/zh.ts';
import { oneInChinese } from './one/zh.ts';
import { shellInChinese } from './shell/zh.ts';
import { termsInChinese } from './terms/zh.ts';
import { peopleInChinese } from './people/zh.ts';
import { registerInChinese } from './register/zh.ts';
import { sourcesInChinese } from './sources/zh.ts';
import { statesInChinese } from './states/zh.ts';
import { todayInChinese } from './today/zh.ts';
import type { WebWords } from './words.ts';

export const wordsInChinese: WebWords = {
  access: accessInChinese,
  shell: shellInChinese,
  terms: termsInChinese,
  people: peopleInChinese,
  register: registerInChinese,
  sources: sourcesInChinese,
  states: statesInChinese,
  list: listInChinese,
  one: oneInChinese,
  today: todayInChinese,
  shared: sharedInChinese,
};
