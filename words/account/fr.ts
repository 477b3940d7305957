import type { AccountWords } from '../account-words.ts';

export const accountInFrench: AccountWords = {
  reset: {
    subject: 'Choisir un nouveau mot de passe',
    intro: 'Un nouveau mot de passe a été demandé pour votre compte auprès de {sender}.',
    action: 'Choisir le nouveau mot de passe',
    validity: 'Le lien ne fonctionne qu’une fois, pendant une heure.',
    unasked: 'Si vous n’en êtes pas à l’origine, ne faites rien : votre mot de passe reste inchangé.',
  },
  invitation: {
    subject: 'Votre compte auprès de {sender}',
    intro: 'Un compte a été ouvert pour vous auprès de {sender}. Choisissez un mot de passe pour commencer.',
    action: 'Choisir un mot de passe',
    validity: 'Le lien ne fonctionne qu’une fois, pendant sept jours.',
    unasked:
      'Si vous ne savez pas pourquoi vous recevez ce message, ne faites rien : sans mot de passe, personne ne peut utiliser le compte.',
  },
};
