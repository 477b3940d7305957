import type { ValidationWords } from '../validation-words.ts';

export const validationInFrench: ValidationWords = {
  title: 'Votre État le confirme-t-il\u00a0?',
  introduction:
    'Votre État déclare cette recommandation mise en œuvre. Vous signez pour lui\u00a0: seul ce que vous confirmez est vérifié, et ce que vous renvoyez se poursuit comme auparavant.',
  labels: { claim: 'Ce qui a été déclaré', evidence: 'Ses preuves' },
  choices: {
    validate: { label: 'Nous le confirmons', hint: 'La déclaration engage l’État\u00a0; elle est ensuite vérifiée.' },
    decline: { label: 'Nous la renvoyons', hint: 'Le point focal en est informé, et le suivi continue.' },
  },
  note: {
    label: 'Quelques mots',
    hint: 'Sur quoi vous vous fondez, ou ce qui manque. Ils sont conservés avec votre réponse.',
  },
  submit: 'Envoyer',
  thanks: {
    validate: 'Votre confirmation est enregistrée. Le chargé de dossier examinera les preuves.',
    decline: 'La déclaration a été renvoyée, et le point focal en sera informé.',
  },
  refused: {
    SamePerson: 'Une autre personne que l’auteur de la déclaration doit la confirmer.',
    SignerUnknown: 'On ignore qui a fait cette déclaration\u00a0: elle doit être refaite avant d’être confirmée.',
    NothingToValidate: 'Cette déclaration n’attend plus de confirmation.',
  },
  action: 'Confirmer ou renvoyer',
};
