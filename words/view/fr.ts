import type { ViewWords } from '../view-words.ts';
import { sharedInFrench } from '../shared/fr.ts';

export const viewInFrench: ViewWords = {
  title: 'Votre avis indépendant',
  introduction:
    'Vous parlez en votre propre nom. Votre avis figure à côté de ce que l’État déclare\u00a0: il ne répond pas à la place de l’État et ne change rien à ce qui lui est demandé.',
  warning:
    'Ne nommez ni victime, ni témoin, ni source, et n’écrivez rien qui permette de les reconnaître. Votre texte est conservé, avec l’indication de son auteur.',
  standing: {
    paused: 'Ce suivi est suspendu pour le moment. Votre avis sera néanmoins enregistré.',
    'under-verification':
      'L’État déclare cette recommandation mise en œuvre\u00a0; cette déclaration est en cours de vérification.',
    closed: 'Ce suivi est clos. Votre avis sera néanmoins enregistré.',
  },
  labels: {
    question: 'Ce qui est demandé à l’État',
    claim: 'Ce que l’État déclare',
    lastWords: 'Son dernier texte',
    evidence: 'Ses éléments de preuve',
    assessment: 'Notre évaluation',
    ownView: 'Votre dernier avis',
  },
  noEvidence: 'aucun',
  notAssessed: 'aucune à ce jour',
  assessments: sharedInFrench.assessments,
  give: {
    label: 'Donner un avis',
    hint: 'Indiquez ce que vous constatez, y compris là où cela diffère de ce que l’État déclare.',
  },
  note: { label: 'Votre avis', hint: 'Ce qui a changé dans les faits, et ce qui n’a pas changé.' },
  stage: { label: 'État d’avancement selon vous', hint: 'Ne précisez rien si vous ne pouvez pas en juger.' },
  implemented: sharedInFrench.implementations.implemented,
  evidenceHint: 'Si vous en avez\u00a0: un rapport, une déclaration, des chiffres.',
  submit: 'Envoyer l’avis',
  thanks:
    'Votre avis est enregistré, à côté de ce que l’État déclare. Ce lien reste valable\u00a0: si vous écrivez de nouveau, votre avis le plus récent sera affiché et les précédents resteront enregistrés.',
};
