import type { LetterWording } from '../wording.ts';
import { partsOf } from '../written-date.ts';

const months = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];
const office = 'Управление Верховного комиссара Организации Объединенных Наций по правам человека';
const seat = 'при Отделении Организации Объединенных Наций и других международных организациях в Женеве';
const dated = (text: string) => (on: string | null) => (on === null ? `${text}.` : `${on} ${text}.`);

/** The form of Russian diplomatic usage: свидетельствует свое уважение, имеет честь, уверения в весьма высоком уважении. */
export const russian: LetterWording = {
  isRightToLeft: false,
  date: (on) => {
    const { day, month, year } = partsOf(on, months);
    return `${day} ${month} ${year} года`;
  },
  heading: { 'note-verbale': 'ВЕРБАЛЬНАЯ НОТА', 'high-commissioner-letter': '', 'secretary-general-letter': '' },
  addressee: {
    'note-verbale': ({ of }) => [`Постоянному представительству ${of}`, seat],
    'high-commissioner-letter': ({ of }) => ['Министру иностранных дел', of],
    'secretary-general-letter': ({ of }) => ['Главе Правительства', of],
  },
  salutation: {
    'note-verbale': '',
    'high-commissioner-letter': 'Ваше Превосходительство,',
    'secretary-general-letter': 'Ваше Превосходительство,',
  },
  opening: {
    'note-verbale': ({ of }, source) =>
      `${office} свидетельствует свое уважение Постоянному представительству ${of} ${seat} и имеет честь сослаться на следующую рекомендацию, вынесенную Правительству ${of} (${source}):`,
    'high-commissioner-letter': ({ of }, source) =>
      `Имею честь сослаться на следующую рекомендацию, вынесенную Правительству ${of} (${source}):`,
    'secretary-general-letter': ({ of }, source) =>
      `Обращаюсь к Вам, чтобы лично привлечь Ваше внимание к следующей рекомендации, вынесенной Правительству ${of} (${source}):`,
  },
  source: ({ title, symbol, paragraph }) =>
    [title, symbol, paragraph && `пункт ${paragraph}`].filter(Boolean).join(', '),
  quoted: (text) => `«${text}»`,
  labelled: (label, value) => `${label}: ${value}`,
  gap: ' ',
  position: {
    pending: () => 'Позиция Правительства в отношении этой рекомендации не зарегистрирована.',
    supported: dated('Правительство поддержало эту рекомендацию'),
    'supported-in-part': dated('Правительство частично поддержало эту рекомендацию'),
    noted: dated('Правительство приняло эту рекомендацию к сведению'),
    pledged: dated('Правительство обязалось выполнить эту рекомендацию'),
  },
  history: ({ times, first, last, lastAnswer }) => {
    const since =
      lastAnswer === null ? 'Ответа до настоящего времени не поступило.' : `Последний ответ был получен ${lastAnswer}.`;
    if (first === null || last === null) return since;
    if (times < 2) return `Информация о ее выполнении запрашивалась ${first}. ${since}`;
    return `Информация о ее выполнении запрашивалась ${times} ${timesWord(times)}: впервые ${first} и в последний раз ${last}. ${since}`;
  },
  late: 'О некоторых шагах, которые ожидались к настоящему времени, не сообщалось; они перечислены в приложении.',
  ask: {
    'note-verbale': (by) =>
      `Управление было бы признательно за предоставление в срок до ${by} информации о принятых и планируемых мерах по выполнению этой рекомендации. Краткое изложение дела прилагается.`,
    'high-commissioner-letter': (by) =>
      `Буду признателен, если Ваше Правительство в срок до ${by} сообщит о принятых и планируемых мерах по выполнению этой рекомендации. Краткое изложение дела прилагается. Мое Управление готово оказать содействие.`,
    'secretary-general-letter': (by) =>
      `Буду признателен, если Ваше Правительство в срок до ${by} сообщит Управлению Верховного комиссара Организации Объединенных Наций по правам человека о принятых и планируемых мерах по выполнению этой рекомендации. Краткое изложение дела прилагается. Организация Объединенных Наций готова оказать содействие.`,
  },
  closing: {
    'note-verbale': ({ of }) =>
      `${office} пользуется настоящей возможностью, чтобы возобновить Постоянному представительству ${of} уверения в своем весьма высоком уважении.`,
    'high-commissioner-letter': () => 'Примите, Ваше Превосходительство, уверения в моем весьма высоком уважении.',
    'secretary-general-letter': () => 'Примите, Ваше Превосходительство, уверения в моем весьма высоком уважении.',
  },
  signature: {
    'note-verbale': [],
    'high-commissioner-letter': ['Верховный комиссар Организации Объединенных Наций', 'по правам человека'],
    'secretary-general-letter': ['Генеральный секретарь', 'Организации Объединенных Наций'],
  },
  labels: {
    reference: 'Исх. №',
    place: (date) => `Женева, ${date}`,
    page: ['стр. ', ''],
    enclosure: 'Приложение: краткое изложение дела',
    state: 'Государство',
    institution: 'Компетентное учреждение',
    source: 'Источник',
    recommendation: 'Рекомендация',
    positionLabel: 'Позиция государства',
    followedUpSince: 'На контроле с',
    askedOn: 'Запрос направлен',
    dueOn: 'Срок ответа',
    reminders: 'Запросы, направленные после последнего ответа',
    answers: 'Полученные ответы',
    implementationLabel: 'Выполнение по данным государства',
    reached: 'Завершенные шаги',
    late: 'Ожидавшиеся шаги, о которых не сообщалось, и дата, с которой они просрочены',
    noMilestone: 'ни одного шага',
    earlierLetters: 'Предыдущие письма',
    none: 'нет',
    kinds: {
      'note-verbale': 'вербальная нота',
      'high-commissioner-letter': 'письмо Верховного комиссара',
      'secretary-general-letter': 'письмо Генерального секретаря',
      'letter-of-thanks': 'благодарственное письмо',
    },
    answerKinds: {
      progress: 'сообщение о ходе выполнения',
      milestone: 'завершение шага',
      claim: 'сообщение о полном выполнении',
      extension: 'просьба о продлении срока',
      position: 'позиция в отношении рекомендации',
      letter: 'ответ на письмо',
    },
    positions: {
      pending: 'ожидается',
      supported: 'поддержана',
      'supported-in-part': 'поддержана частично',
      noted: 'принята к сведению',
      pledged: 'добровольное обязательство',
    },
    implementations: {
      'not-started': 'не начато',
      planned: 'запланировано',
      'in-progress': 'осуществляется',
      'partly-implemented': 'выполнено частично',
      implemented: 'выполнено',
      'will-not-implement': 'выполняться не будет',
    },
  },
};

/** "Раз" counts as раз, раза, раз: 1 and 5, 2 to 4, and again the teens. */
function timesWord(times: number): string {
  const isFew = [2, 3, 4].includes(times % 10) && ![12, 13, 14].includes(times % 100);
  return isFew ? 'раза' : 'раз';
}
