import type { AfterWords } from '../after-words.ts';

export const afterInFrench: AfterWords = {
  languages: 'Langue de cette page',
  save: 'Garder pour plus tard',
  kept: {
    title: 'Gardé pour plus tard',
    nothingSent: 'Rien n’a été envoyé. Rouvrez le lien du message quand vous voudrez continuer.',
    until: 'Votre texte est gardé jusqu’au {date}, pour ce seul lien\u00a0; il sera effacé dès que vous aurez répondu.',
    goOn: 'Continuer maintenant',
  },
  found: 'Vous avez commencé une réponse le {date}\u00a0; elle n’a pas été envoyée.',
  open: 'La reprendre',
  filledIn: 'Votre texte est repris ci-dessous. Choisissez ce que vous souhaitez répondre, puis envoyez.',
  chooseAgain:
    'Votre texte est repris ci-dessous. Vous aviez choisi «\u00a0{choice}\u00a0»\u00a0: choisissez de nouveau, puis envoyez.',
  nothingToKeep: 'Rien n’a encore été écrit\u00a0: il n’y a rien à garder.',
  erase: {
    label: 'Effacer ce qui a été gardé',
    submit: 'Effacer',
    tick: 'Cochez la case pour effacer.',
    done: 'Le texte gardé est effacé. Rien n’a été envoyé.',
  },
  next: {
    heading: 'Et ensuite',
    due: 'Prochaine réponse attendue pour le',
    mail: 'Prochain message, au plus tôt',
    whoSees: 'Qui lit votre réponse',
  },
  who: {
    answer:
      'Le fonctionnaire chargé du dossier, le responsable du suivi et, lorsque leur avis est demandé, l’institution nationale des droits de l’homme et une organisation non gouvernementale.',
    'not-me': 'Seul le fonctionnaire chargé du dossier voit qui vous indiquez.',
    view: 'Le fonctionnaire chargé du dossier et le responsable du suivi.',
  },
};
