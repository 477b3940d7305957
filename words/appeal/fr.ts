import type { AppealWords } from '../appeal-words.ts';

export const appealInFrench: AppealWords = {
  title: 'La lettre du Secrétaire général dans la capitale',
  introduction:
    'Merci de remettre la lettre, d’en assurer le suivi auprès du Gouvernement et d’indiquer ici ce qui a été dit. Votre compte rendu figure au dossier\u00a0: il ne répond pas à la place de l’État.',
  actsFor: 'Vous êtes sollicité(e) à la place du rôle suivant\u00a0: {role}. Personne de joignable ne l’occupe.',
  warning: 'Nommez des services, pas des personnes. Ce que vous écrivez est conservé, avec le nom de qui l’a écrit.',
  standing: {
    paused: 'Ce suivi est suspendu pour l’instant. Votre compte rendu est néanmoins enregistré.',
    'under-verification': 'L’État déclare l’avoir fait, et une vérification est en cours.',
    closed: 'Ce suivi est clos. Votre compte rendu est néanmoins enregistré.',
  },
  labels: {
    letter: 'Lettre du Secrétaire général',
    due: 'Votre compte rendu est attendu le',
    lastDelivery: 'Dernier compte rendu',
    obstacles: 'Obstacles enregistrés',
    treatyEvent: 'Cérémonie des traités',
    position: 'Position de l’État',
    nextStep: 'Prochaine étape',
  },
  letter: {
    none: 'aucune n’a été rédigée',
    draft: 'rédigée, pas encore approuvée',
    approved: 'approuvée, pas encore envoyée',
    sent: 'envoyée le {date}',
    withdrawn: 'retirée',
  },
  none: 'aucun pour l’instant',
  choices: {
    delivered: {
      label: 'Je l’ai remise, ou j’ai parlé avec le Gouvernement',
      hint: 'Indiquez à quel service, quand, et ce qui a été dit.',
    },
    obstacle: {
      label: 'Elle n’a pas encore pu être remise',
      hint: 'Indiquez ce qui y fait obstacle. Vous recevrez un nouveau rappel.',
    },
  },
  office: { label: 'À quel service', hint: 'Un service, pas une personne.', unsaid: 'Veuillez choisir' },
  offices: {
    'head-of-state': 'Chef de l’État',
    'head-of-government': 'Chef du Gouvernement',
    'foreign-affairs': 'Ministère des affaires étrangères',
    justice: 'Ministère de la justice',
    'other-ministry': 'Un autre ministère',
    parliament: 'Parlement',
    'national-mechanism': 'Mécanisme national des droits de l’homme',
    other: 'Un autre service',
  },
  officeDetail: {
    label: 'Lequel exactement',
    hint: 'Si c’est utile\u00a0: la direction ou la commission. Aucun nom de personne.',
  },
  deliveredOn: 'À quelle date',
  note: { label: 'Ce qui a été dit', hint: 'En quelques phrases\u00a0; ou ce qui fait obstacle.' },
  obstacle: { label: 'L’obstacle', hint: 'Celui qui pèse le plus.', none: 'Aucun n’a été mentionné' },
  willDeposit: {
    label: 'L’instrument sera-t-il déposé à la Cérémonie des traités\u00a0?',
    hint: 'Selon le Gouvernement.',
    unsaid: 'La question n’a pas été abordée',
    names: { yes: 'Oui', no: 'Non', 'not-known': 'On ne le sait pas encore' },
  },
  nextStep: { label: 'Prochaine étape', hint: 'Ce qui vient ensuite, et qui s’en charge.' },
  nextOn: { label: 'D’ici à quand', hint: 'La question vous sera posée après cette date.' },
  submit: 'Envoyer le compte rendu',
  report: 'Rendre compte',
  missing: {
    office: 'Veuillez choisir le service auquel elle a été remise.',
    deliveredOn: 'Veuillez indiquer la date de la remise.',
    note: 'Veuillez écrire ce qui a été dit, ou ce qui fait obstacle.',
    obstacle: 'Veuillez choisir ce qui fait obstacle.',
  },
  wrong: {
    choice: 'Veuillez choisir l’une des possibilités.',
    office: 'Veuillez choisir un service dans la liste.',
    deliveredOn: 'La date de remise n’est pas une date du calendrier.',
    nextOn: 'La date de la prochaine étape n’est pas une date du calendrier.',
  },
  refused: {
    DateInTheFuture: 'La date de remise est dans l’avenir.',
    NextStepInThePast: 'La date de la prochaine étape est passée.',
    ObstacleAlreadyRecorded: 'Cet obstacle est déjà enregistré.',
  },
  thanks: {
    delivered:
      'Votre compte rendu est enregistré et sera vu par la personne chargée du dossier. Si vous avez indiqué une date, la question vous sera posée ensuite.',
    obstacle: 'L’obstacle est enregistré. La lettre reste à remettre, et vous recevrez un rappel.',
  },
};
