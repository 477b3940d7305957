import type { TodayWords } from '../today-words.ts';

export const todayInFrench: TodayWords<'fr'> = {
  needsYou: 'Ce qui vous attend maintenant',
  nothing: { title: 'Rien ne vous attend', text: 'Chaque projet, déclaration et demande a reçu une décision.' },
  begin: {
    title: 'Aucun suivi pour le moment',
    text: 'Enregistrez une mission et ses recommandations, et commencez leur suivi\u00a0: cet écran dira alors chaque matin ce qui vous attend.',
  },
  approvals: {
    one: '{count} changement d’échelon à approuver',
    many: '{count} de changements d’échelon à approuver',
    other: '{count} changements d’échelon à approuver',
  },
  validations: {
    one: '{count} déclaration à valider par l’autorité de l’État',
    many: '{count} de déclarations à valider par l’autorité de l’État',
    other: '{count} déclarations à valider par l’autorité de l’État',
  },
  verifications: {
    one: '{count} déclaration à vérifier',
    many: '{count} de déclarations à vérifier',
    other: '{count} déclarations à vérifier',
  },
  extensions: {
    one: '{count} demande de délai',
    many: '{count} de demandes de délai',
    other: '{count} demandes de délai',
  },
  drafts: {
    one: '{count} lettre à approuver',
    many: '{count} de lettres à approuver',
    other: '{count} lettres à approuver',
  },
  toSend: {
    one: '{count} lettre approuvée à envoyer',
    many: '{count} de lettres approuvées à envoyer',
    other: '{count} lettres approuvées à envoyer',
  },
  contacts: {
    one: '{count} personne que le courrier n’atteint pas',
    many: '{count} de personnes que le courrier n’atteint pas',
    other: '{count} personnes que le courrier n’atteint pas',
  },
  mails: {
    one: '{count} message dont l’envoi est incertain',
    many: '{count} de messages dont l’envoi est incertain',
    other: '{count} messages dont l’envoi est incertain',
  },
  since: 'depuis le {date}',
  readLetter: 'Lire la lettre {reference}',
  look: 'Examiner',
  decide: 'Décider',
  askedUntil: 'demande un délai jusqu’au {date}',
  whomInstead: 'à sa place\u00a0: {whom}',
  wentOut: 'Il est parti',
  didNotGo: 'Il n’est pas parti\u00a0: l’envoyer',
  sendAgainSure: 'Le courriel est envoyé une nouvelle fois, même s’il était arrivé. Continuer ?',
  seeAll: 'Tout voir',
  late: 'Ce qui est en retard',
  nothingLate: 'Rien n’est en retard.',
  weeks: 'Ce qui vient',
  weeksHint: 'Prochaines dates de chaque semaine\u00a0; choisissez-en une pour les voir',
  days30: '30 prochains jours\u00a0: {count}',
  days90: '90 prochains jours\u00a0: {count}',
  stepsInWeek: {
    one: 'Semaine du {date}\u00a0: {count} date',
    many: 'Semaine du {date}\u00a0: {count} de dates',
    other: 'Semaine du {date}\u00a0: {count} dates',
  },
  figures: 'Chiffres',
};
