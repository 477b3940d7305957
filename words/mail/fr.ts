import type { MailWords } from '../mail-words.ts';
import { sharedInFrench } from '../shared/fr.ts';

export const mailInFrench: MailWords<'fr'> = {
  marks: { quoted: '«\u00a0{text}\u00a0»', labelled: '{label}\u00a0: {value}', comma: ', ', sentenceGap: ' ' },
  subject: {
    toOneState: 'Suivi des recommandations ({state})',
    toSeveralStates: 'Suivi des recommandations',
    due: 'échéance le {date}',
    oldestDue: 'première échéance le {date}',
  },
  counts: {
    items: { one: '{count} point', many: '{count} de points', other: '{count} points' },
    waiting: {
      one: '{count} recommandation attend une réponse.',
      many: '{count} de recommandations attendent une réponse.',
      other: '{count} recommandations attendent une réponse.',
    },
    told: {
      one: '{count} point vous concerne.',
      many: '{count} de points vous concernent.',
      other: '{count} points vous concernent.',
    },
    more: {
      one: '{count} autre point figure ci-dessous.',
      many: '{count} d’autres points figurent ci-dessous.',
      other: '{count} autres points figurent ci-dessous.',
    },
    daysOverdue: {
      one: 'Réponse en retard de {count} jour',
      many: 'Réponse en retard de {count} de jours',
      other: 'Réponse en retard de {count} jours',
    },
    alsoOf: {
      one: '(pour cette recommandation et {count} autre)',
      many: '(pour cette recommandation et {count} d’autres)',
      other: '(pour cette recommandation et {count} autres)',
    },
  },
  greeting: 'Bonjour {name},',
  answeredTogether:
    'Réponse commune ({title})\u00a0: une seule réponse vaut pour cette recommandation et pour les suivantes.',
  howToAnswer: 'Chacune a son propre lien\u00a0: répondre prend une minute et ne demande aucun compte.',
  due: {
    unknown: 'Votre réponse est demandée',
    today: 'Réponse attendue aujourd’hui',
    later: 'Réponse attendue pour le {date}',
  },
  headlines: {
    escalation: 'Toujours pas de réponse\u00a0: dossier porté à l’échelon {rung}',
    'approval-wanted': 'Votre accord est demandé\u00a0: passage à l’échelon {rung}',
    'decision-wanted': 'Votre décision est demandée\u00a0: un délai supplémentaire a été sollicité',
    'validation-wanted': 'À valider\u00a0: votre État déclare cette recommandation mise en œuvre',
    'verification-wanted': 'À vérifier\u00a0: l’État déclare cette recommandation mise en œuvre',
    'claim-rejected': 'La mise en œuvre déclarée n’a pas pu être confirmée',
    'extension-decided': 'Une décision a été prise sur votre demande de délai',
    'role-moved': 'Il vous revient désormais de répondre',
    'contact-unreachable': 'Les messages ne parviennent plus à leur destinataire ({role})',
    'no-cooperation': 'Absence de coopération constatée (note D) après le dernier échelon',
    closed: 'Suivi clos',
    'view-wanted': 'Votre avis indépendant est demandé\u00a0: l’État déclare cette recommandation mise en œuvre',
    'next-steps-opened': 'Suivi clos\u00a0: les dossiers qui en découlent sont ouverts',
    'letter-to-send': 'Une lettre approuvée attend d’être envoyée\u00a0: échelon {rung}',
    'appeal-letter-drafted': 'Une lettre du Secrétaire général est rédigée et attend d’être approuvée',
    'appeal-letter-to-send': 'Une lettre du Secrétaire général est approuvée et attend d’être envoyée',
    'delivery-wanted': 'Merci de remettre la lettre du Secrétaire général et d’en assurer le suivi dans la capitale',
    'delivery-reminder': 'Merci d’indiquer la suite donnée à la lettre du Secrétaire général',
    'delivery-reported': 'La lettre du Secrétaire général a été remise\u00a0: voir ce qui a été dit',
    'treaty-event-ahead': 'La Cérémonie des traités approche\u00a0: l’instrument y sera-t-il déposé\u00a0?',
    'review-wanted': 'Merci d’examiner cet appel',
    'appeal-task-overdue': 'Personne n’a rendu compte de cet appel malgré les rappels',
    'deposit-closed':
      'Clos par un dépôt\u00a0: veuillez examiner la lettre de remerciements et les dossiers qui suivent',
    'deposit-recorded': 'Un dépôt a été enregistré, mais une autre demande subsiste',
    'deposit-undone': 'Un dépôt ne compte plus\u00a0: dénonciation ou erreur de saisie',
    'thanks-to-send': 'Une lettre de remerciements approuvée attend d’être envoyée',
  },
  dated: {
    'role-moved': 'Il vous revient désormais de répondre, pour le {date}',
    'decision-wanted': 'Votre décision est demandée\u00a0: un délai a été sollicité jusqu’au {date}',
    'extension-decided': 'Une décision a été prise sur votre demande de délai\u00a0: réponse attendue pour le {date}',
    'delivery-wanted':
      'Merci de remettre la lettre du Secrétaire général et d’en assurer le suivi dans la capitale\u00a0: au plus tard le {date}',
    'delivery-reminder': 'Merci d’indiquer la suite donnée à la lettre du Secrétaire général\u00a0: attendu le {date}',
    'treaty-event-ahead': 'La Cérémonie des traités a lieu le {date}\u00a0: l’instrument y sera-t-il déposé\u00a0?',
    'review-wanted': 'Merci d’examiner cet appel\u00a0: au plus tard le {date}',
  },
  closedBecause: 'Suivi clos\u00a0: {reason}',
  closures: sharedInFrench.closures,
  labels: {
    question: 'Question posée',
    due: 'Échéance',
    askedSince: 'Demandée depuis le',
    lastAnswer: 'Dernière réponse',
    rung: 'Échelon',
    state: 'État',
    source: 'Origine',
    writtenTo: 'Destinataire',
  },
  paragraph: 'par. {paragraph}',
  noAnswerYet: 'aucune à ce jour',
  lateNote: 'Envoi retardé\u00a0: ce message était prêt le {date} et ne vous parvient qu’aujourd’hui.',
  actions: {
    answer: 'Répondre',
    giveView: 'Donner votre avis',
    seeDetails: 'Voir le détail',
    openInRelance: 'Ouvrir dans Relance',
  },
  footer: {
    linksArePersonal:
      'Ces liens sont personnels\u00a0: merci de ne pas les transférer. Si une recommandation ne vous concerne pas, ouvrez son lien et choisissez «\u00a0{choice}\u00a0».',
    sentBy:
      'Envoyé par {sender} au début de votre journée de travail, une fois par jour au plus. Ce qui a reçu une réponse ne fait l’objet d’aucun rappel.',
  },
  roles: sharedInFrench.roles,
  kinds: sharedInFrench.notices,
};
