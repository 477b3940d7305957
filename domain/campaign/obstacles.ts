import type { UnLanguage } from '../reference/states.ts';

/**
 * What stands between a State and the deposit. The list follows what States tell treaty bodies and the Treaty Section when they
 * explain why they have not ratified; it says why a State waits, never that it is right to.
 */
export const obstacles = [
  'reservations-debated',
  'federal-competence',
  'translation',
  'parliament-calendar',
  'no-focal-point',
  'political-refusal',
  'domestic-law-conflict',
  'capacity',
  'court-review',
  'religious-or-customary-law',
  'conflict-or-emergency',
  'other',
] as const;
export type Obstacle = (typeof obstacles)[number];

export const obstacleNames: Readonly<Record<Obstacle, Readonly<Record<UnLanguage, string>>>> = {
  'reservations-debated': {
    en: 'Reservations are being debated',
    fr: 'Des réserves sont en discussion',
    es: 'Se debaten reservas',
    ru: 'Обсуждаются оговорки',
    zh: '正在讨论保留事项',
    ar: 'التحفظات قيد المناقشة',
  },
  'federal-competence': {
    en: 'Competence lies with the parts of a federation',
    fr: 'La compétence relève des entités fédérées',
    es: 'La competencia corresponde a las entidades federadas',
    ru: 'Вопрос относится к ведению субъектов федерации',
    zh: '事权属于联邦各组成单位',
    ar: 'الاختصاص يعود إلى كيانات الاتحاد',
  },
  translation: {
    en: 'The text is not translated',
    fr: 'Le texte n’est pas traduit',
    es: 'El texto no está traducido',
    ru: 'Текст не переведен',
    zh: '文本尚未翻译',
    ar: 'النص لم يُترجم بعد',
  },
  'parliament-calendar': {
    en: 'Parliament’s calendar leaves no room',
    fr: 'Le calendrier du parlement ne le permet pas',
    es: 'El calendario del parlamento no lo permite',
    ru: 'Не позволяет график работы парламента',
    zh: '议会日程无法安排',
    ar: 'جدول أعمال البرلمان لا يتسع لذلك',
  },
  'no-focal-point': {
    en: 'Nobody in the Government is in charge',
    fr: 'Personne n’en est chargé au Gouvernement',
    es: 'Nadie en el Gobierno está a cargo',
    ru: 'В правительстве никто за это не отвечает',
    zh: '政府内无人负责',
    ar: 'لا توجد جهة مسؤولة في الحكومة',
  },
  'political-refusal': {
    en: 'The Government does not wish to ratify',
    fr: 'Le Gouvernement ne souhaite pas ratifier',
    es: 'El Gobierno no desea ratificar',
    ru: 'Правительство не желает ратифицировать договор',
    zh: '政府不愿批准',
    ar: 'الحكومة لا ترغب في التصديق',
  },
  'domestic-law-conflict': {
    en: 'Domestic law conflicts with the treaty',
    fr: 'Le droit interne est en conflit avec le traité',
    es: 'El derecho interno es incompatible con el tratado',
    ru: 'Внутреннее право противоречит договору',
    zh: '国内法与条约相抵触',
    ar: 'القانون الداخلي يتعارض مع المعاهدة',
  },
  capacity: {
    en: 'Staff or means are lacking',
    fr: 'Le personnel ou les moyens manquent',
    es: 'Faltan personal o medios',
    ru: 'Не хватает сотрудников или средств',
    zh: '缺少人员或资源',
    ar: 'نقص في الموظفين أو الموارد',
  },
  'court-review': {
    en: 'A court must rule first',
    fr: 'Une juridiction doit d’abord se prononcer',
    es: 'Un tribunal debe pronunciarse antes',
    ru: 'Сначала должен высказаться суд',
    zh: '须先由法院裁定',
    ar: 'يجب أن تبت محكمة في الأمر أولاً',
  },
  'religious-or-customary-law': {
    en: 'Religious or customary law is invoked',
    fr: 'Le droit religieux ou coutumier est invoqué',
    es: 'Se invoca el derecho religioso o consuetudinario',
    ru: 'Приводятся нормы религиозного или обычного права',
    zh: '援引宗教法或习惯法',
    ar: 'الاحتجاج بالقانون الديني أو العرفي',
  },
  'conflict-or-emergency': {
    en: 'Conflict or emergency in the country',
    fr: 'Conflit ou situation d’urgence dans le pays',
    es: 'Conflicto o emergencia en el país',
    ru: 'Конфликт или чрезвычайное положение в стране',
    zh: '国内发生冲突或紧急状态',
    ar: 'نزاع أو حالة طوارئ في البلد',
  },
  other: {
    en: 'Another obstacle',
    fr: 'Un autre obstacle',
    es: 'Otro obstáculo',
    ru: 'Иное препятствие',
    zh: '其他障碍',
    ar: 'عقبة أخرى',
  },
};
