import type { ShellWords } from '../shell-words.ts';

export const shellInFrench: ShellWords = {
  skip: 'Aller au contenu',
  menu: 'Menu',
  navigation: 'Navigation principale',
  language: 'Langue',
  nav: {
    today: 'Aujourd’hui',
    recommendations: 'Recommandations',
    playbooks: 'Modes de suivi',
    states: 'États',
    sources: 'Missions',
    campaigns: 'Campagnes',
    treaties: 'Traités',
    people: 'Personnes',
    mailbox: 'Boîte aux lettres locale',
    api: 'L’API',
  },
  tagline: 'Suivi des recommandations',
  notLive: 'Pas de connexion en direct\u00a0: ce qui est affiché peut dater un peu.',
  pace: 'Ici, un jour dure {seconds} s',
  loading: 'Chargement…',
  close: 'Fermer',
  cancel: 'Annuler',
  back: 'Retour',
  more: 'Afficher la suite',
  none: 'aucun',
  today: 'Aujourd’hui',
  copied: 'Copié',
  timeThere: '{time} ({place})',
  inEnglish: 'en anglais',
  notFound: {
    title: 'Il n’y a rien à cette adresse',
    text: 'Elle a peut-être été mal saisie ou coupée en chemin.',
  },
  problem: {
    title: 'Cela n’a pas fonctionné',
    tryAgain: 'Réessayer',
    serverSays: 'Réponse du serveur',
    advice: {
      offline: 'Le serveur ne répond pas. Vérifiez la connexion et réessayez\u00a0: votre saisie est conservée.',
      unavailable:
        'Une partie de Relance est indisponible. La consultation reste possible\u00a0; réessayez dans quelques minutes.',
      changed: 'Quelqu’un a modifié ceci entre-temps. Regardez l’état actuel, puis recommencez.',
      refused: 'La demande n’a pas été acceptée et rien n’a changé.',
      invalid: 'Corrigez les champs signalés et renvoyez.',
      missing: 'Cela n’existe pas, ou n’existe plus.',
      tooMany: 'Trop de demandes à la fois. Patientez un instant et réessayez.',
      internal:
        'Une erreur est survenue de notre côté\u00a0; elle est consignée. Réessayez et, si elle persiste, prévenez l’exploitant.',
    },
  },
};
