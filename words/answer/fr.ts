import type { AnswerWords } from '../answer-words.ts';
import { sharedInFrench } from '../shared/fr.ts';

export const answerInFrench: AnswerWords = {
  title: 'Votre réponse',
  footer: 'Aucun compte n’est nécessaire. Ce lien vous est personnel\u00a0: il répond en votre nom.',
  labels: {
    from: 'Origine',
    addressedTo: 'Adressée à',
    due: 'Réponse attendue pour le',
    askedSince: 'Demandée depuis le',
    lastAnswer: 'Dernière réponse',
    extensions: 'Délais supplémentaires',
  },
  noAnswerYet: 'aucune à ce jour',
  lastAnswers: {
    progress: '{date}\u00a0: {words}',
    milestone: '{date}\u00a0: une étape a été franchie. {words}',
    implemented: '{date}\u00a0: mise en œuvre. {words}',
    'more-time': '{date}\u00a0: délai demandé jusqu’au {until}. {words}',
  },
  extensions: 'demandés\u00a0: {asked}, accordés\u00a0: {granted}',
  milestones: {
    heading: 'Étapes',
    reached: 'franchie le {date}',
    late: 'en retard depuis le {date}',
    noneInTime: 'Aucune n’a été franchie dans le délai habituel, dépassé depuis le {date}',
  },
  nothingAsked: 'Plus rien n’est demandé.',
  because: {
    closed: 'Ce suivi est clos.',
    'under-verification':
      'La recommandation a été déclarée mise en œuvre\u00a0; cette déclaration est en cours de vérification.',
    split: 'Cette recommandation a été divisée\u00a0: des réponses sont demandées pour chacune de ses parties.',
  },
  legend: 'Que souhaitez-vous répondre\u00a0?',
  choices: {
    progress: { label: 'Progrès accomplis', hint: 'Indiquez ce qui a été fait et ce qui est prévu.' },
    milestone: { label: 'Une étape a été franchie', hint: 'Choisissez-la, indiquez quand, et ce qui le prouve.' },
    implemented: {
      label: 'La recommandation est mise en œuvre',
      hint: 'Indiquez les éléments de preuve\u00a0; ils seront vérifiés.',
    },
    'more-time': { label: 'Délai supplémentaire', hint: 'Indiquez jusqu’à quand, et pourquoi.' },
    'not-me': {
      label: 'Je ne suis pas la bonne personne',
      hint: 'Indiquez à qui s’adresser, si vous le savez. Seul le fonctionnaire chargé du dossier lira cette indication.',
    },
  },
  note: {
    label: 'Votre texte',
    hint: 'Ce qui a été fait, par qui et quand\u00a0; ou le motif du délai demandé.',
  },
  stage: {
    label: 'État d’avancement',
    hint: 'Seulement avec «\u00a0Progrès accomplis\u00a0».',
    unsaid: 'Ne pas le préciser',
    names: sharedInFrench.implementations,
  },
  milestone: {
    label: 'Étape',
    hint: 'Seulement avec «\u00a0Une étape a été franchie\u00a0», comme la date ci-dessous.',
    unsaid: 'Choisissez une étape',
    evidenceHint:
      'Seulement avec «\u00a0La recommandation est mise en œuvre\u00a0» ou «\u00a0Une étape a été franchie\u00a0»\u00a0: une loi, un décret, un rapport.',
  },
  reachedOn: 'Franchie le',
  evidenceUrl: {
    label: 'Élément de preuve\u00a0: son adresse Internet',
    hint: 'Seulement avec «\u00a0La recommandation est mise en œuvre\u00a0»\u00a0: une loi, un décret, un rapport.',
  },
  evidenceDescription: 'Nature de cet élément de preuve',
  untilOn: { label: 'Délai demandé jusqu’au', hint: 'Seulement avec «\u00a0Délai supplémentaire\u00a0».' },
  submit: 'Envoyer la réponse',
  wrong: {
    choice: 'Choisissez ce que vous souhaitez répondre.',
    evidenceUrl: 'L’adresse de l’élément de preuve doit commencer par https:// ou http://',
    untilOn: 'La date doit être un jour du calendrier.',
    reachedOn: 'La date de l’étape doit être un jour du calendrier.',
    form: 'Une partie du formulaire manque ou est trop longue.',
  },
  missing: {
    note: 'Écrivez quelques mots.',
    whomToAsk: 'Indiquez à qui s’adresser, ou que vous ne le savez pas.',
    evidenceUrl: 'Indiquez l’adresse Internet de l’élément de preuve.',
    untilOn: 'Indiquez jusqu’à quand.',
    milestone: 'Choisissez l’étape qui a été franchie.',
    reachedOn: 'Indiquez quel jour l’étape a été franchie.',
    evidence: 'Indiquez ce qui prouve que l’étape a été franchie\u00a0: une adresse Internet, ou quelques mots.',
  },
  refused: {
    NotOpen: 'Ce suivi n’accepte pas cette réponse actuellement.',
    AlreadyAssigned: 'Une autre personne a déjà été sollicitée.',
    ExtensionAlreadyRequested: 'Une demande de délai attend déjà une décision.',
    ExtensionNotLater: 'La date demandée n’est pas postérieure à l’échéance.',
    MilestoneAlreadyCompleted: 'Cette étape est déjà enregistrée.',
    MilestoneInTheFuture: 'La date de l’étape est dans l’avenir.',
    IsSplit: 'Cette recommandation a été divisée\u00a0: des réponses sont demandées pour chacune de ses parties.',
    IdempotencyKeyReused: 'Cette page a déjà envoyé une autre réponse\u00a0: rouvrez le lien du message.',
    unavailable: 'Notre service ne répond pas pour le moment\u00a0: veuillez réessayer dans quelques minutes.',
    other: 'La réponse n’a pas pu être acceptée.',
  },
  nothingSent: 'Rien n’a été envoyé\u00a0; votre texte est toujours là.',
  together: {
    legend: 'Votre réponse vaut pour ces recommandations',
    tickOne: 'Cochez au moins une recommandation.',
    answered: 'Réponse enregistrée : {names}.',
    notTaken: 'Réponse non retenue pour {name} : {reason}',
    notSent: 'Non envoyé : {names}. Veuillez renvoyer : ce qui est arrivé n’est pas pris en compte deux fois.',
    elsewhere:
      'Certaines des recommandations cochées sont désormais demandées à une autre personne, ou ne sont plus traitées avec celles-ci.',
  },
  thanks: {
    title: 'Merci',
    progress: 'Votre réponse est enregistrée. Nous vous solliciterons de nouveau avant le prochain point de situation.',
    milestone:
      'L’étape est enregistrée. Si elle achève ce qui était recommandé, cela sera vérifié\u00a0; sinon, nous vous solliciterons de nouveau avant le prochain point de situation.',
    implemented:
      'Votre réponse est enregistrée. Le fonctionnaire chargé du dossier examinera les éléments de preuve et vous serez informé du résultat.',
    'more-time':
      'Votre demande est enregistrée. Le fonctionnaire chargé du dossier tranchera et vous serez informé. D’ici là, vous ne recevrez aucun rappel.',
    'not-me':
      'Merci de nous l’avoir signalé. Nous nous adresserons à une autre personne, et le fonctionnaire chargé du dossier verra qui vous avez indiqué.',
  },
  linkNotValid: {
    title: 'Ce lien n’est pas valable',
    why: 'Il a peut-être expiré, ou été tronqué en chemin. Le message le plus récent contient un lien valable.',
    nothingChanged: 'Rien n’a été modifié.',
  },
};
