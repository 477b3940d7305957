import type { HelpKind } from '../follow-up/appeal-kinds.ts';
import type { UnLanguage } from '../reference/states.ts';

/** What help is called, as lists and letters name it. */
export const helpNames: Readonly<Record<HelpKind, Readonly<Record<UnLanguage, string>>>> = {
  translation: {
    en: 'translation of the treaty',
    fr: 'traduction du traité',
    es: 'traducción del tratado',
    ru: 'перевод договора',
    zh: '翻译条约文本',
    ar: 'ترجمة المعاهدة',
  },
  drafting: {
    en: 'drafting of legislation',
    fr: 'rédaction de textes législatifs',
    es: 'redacción de leyes',
    ru: 'разработка законопроектов',
    zh: '起草法律',
    ar: 'صياغة التشريعات',
  },
  training: {
    en: 'training of officials',
    fr: 'formation d’agents publics',
    es: 'capacitación de funcionarios',
    ru: 'обучение должностных лиц',
    zh: '培训官员',
    ar: 'تدريب الموظفين',
  },
  reporting: {
    en: 'preparation of the first report',
    fr: 'préparation du premier rapport',
    es: 'preparación del primer informe',
    ru: 'подготовка первого доклада',
    zh: '编写首次报告',
    ar: 'إعداد التقرير الأول',
  },
  'expert-visit': {
    en: 'visit of experts',
    fr: 'visite d’experts',
    es: 'visita de expertos',
    ru: 'визит экспертов',
    zh: '专家访问',
    ar: 'زيارة خبراء',
  },
  funding: { en: 'funding', fr: 'financement', es: 'financiación', ru: 'финансирование', zh: '资金', ar: 'تمويل' },
  other: {
    en: 'other help',
    fr: 'autre aide',
    es: 'otra ayuda',
    ru: 'иная помощь',
    zh: '其他帮助',
    ar: 'مساعدة أخرى',
  },
};
