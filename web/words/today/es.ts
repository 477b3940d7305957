import type { TodayWords } from '../today-words.ts';

export const todayInSpanish: TodayWords<'es'> = {
  needsYou: 'Lo que le espera ahora',
  nothing: { title: 'Nada le espera', text: 'Cada borrador, declaración y solicitud tiene ya su decisión.' },
  begin: {
    title: 'Aún no hay seguimientos',
    text: 'Registre una misión y sus recomendaciones e inicie su seguimiento: desde entonces esta pantalla dirá cada mañana lo que le espera.',
  },
  approvals: {
    one: '{count} paso de nivel por aprobar',
    many: '{count} de pasos de nivel por aprobar',
    other: '{count} pasos de nivel por aprobar',
  },
  validations: {
    one: '{count} declaración por validar por la autoridad del Estado',
    many: '{count} de declaraciones por validar por la autoridad del Estado',
    other: '{count} declaraciones por validar por la autoridad del Estado',
  },
  verifications: {
    one: '{count} declaración por verificar',
    many: '{count} de declaraciones por verificar',
    other: '{count} declaraciones por verificar',
  },
  extensions: {
    one: '{count} solicitud de más plazo',
    many: '{count} de solicitudes de más plazo',
    other: '{count} solicitudes de más plazo',
  },
  drafts: {
    one: '{count} carta por aprobar',
    many: '{count} de cartas por aprobar',
    other: '{count} cartas por aprobar',
  },
  toSend: {
    one: '{count} carta aprobada por enviar',
    many: '{count} de cartas aprobadas por enviar',
    other: '{count} cartas aprobadas por enviar',
  },
  contacts: {
    one: '{count} persona a quien el correo no llega',
    many: '{count} de personas a quienes el correo no llega',
    other: '{count} personas a quienes el correo no llega',
  },
  mails: {
    one: '{count} correo del que no se sabe si salió',
    many: '{count} de correos de los que no se sabe si salieron',
    other: '{count} correos de los que no se sabe si salieron',
  },
  since: 'desde el {date}',
  readLetter: 'Leer la carta {reference}',
  look: 'Examinar',
  decide: 'Decidir',
  askedUntil: 'pide plazo hasta el {date}',
  whomInstead: 'en su lugar: {whom}',
  wentOut: 'Salió',
  didNotGo: 'No salió: enviarlo',
  sendAgainSure: 'El correo se envía de nuevo, aunque hubiera llegado. ¿Continuar?',
  seeAll: 'Ver todo',
  late: 'Lo que va con retraso',
  nothingLate: 'Nada va con retraso.',
  weeks: 'Lo que viene',
  weeksHint: 'Próximos pasos de cada semana; elija una para verlos',
  days30: 'próximos 30 días: {count}',
  days90: 'próximos 90 días: {count}',
  stepsInWeek: {
    one: 'Semana del {date}: {count} paso',
    many: 'Semana del {date}: {count} de pasos',
    other: 'Semana del {date}: {count} pasos',
  },
  figures: 'Cifras',
};
