import type { EvidenceWords } from '../evidence-words.ts';

export const evidenceInFrench: EvidenceWords = {
  title: 'Preuves',
  named: 'Cité le',
  outcomes: {
    answers: 'L’adresse répondait le {date}.',
    'does-not-answer': 'L’adresse ne répondait pas le {date}.',
    gone: 'Le document avait disparu le {date}.',
    'not-looked-at': 'Non consulté le {date} : l’adresse n’est pas sur l’internet public.',
  },
  notYet: 'Personne n’a encore consulté cette adresse.',
  off: 'Les adresses ne sont pas consultées ici.',
  checkNow: 'Consulter les adresses maintenant',
};
