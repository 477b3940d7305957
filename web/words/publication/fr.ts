import type { PublicationWords } from '../publication-words.ts';

export const publicationInFrench: PublicationWords = {
  title: 'Pour le public',
  standings: {
    'not-published': 'Non public : personne ne l’a publié.',
    withdrawn: 'Non public : retiré.',
    delayed: 'Publié : tout le monde pourra le lire à partir du {date}.',
    public: 'Tout le monde peut le lire, depuis le {date}.',
  },
  scope: {
    state: 'Publier un État montre toutes les recommandations qui lui sont faites, sauf celles qui sont retirées.',
    source: 'Publier une source montre toutes ses recommandations, sauf celles qui sont retirées.',
    recommendation: 'Les notes, les preuves, les personnes et les lettres ne sont jamais publiques.',
  },
  delay: 'Jours avant qu’un fait soit montré : {days}.',
  verdicts: {
    publish: 'publié',
    withdraw: 'retiré',
  },
  withdrawnAbove:
    'Ce qui est retiré au niveau de l’État, de la source ou de la recommandation reste caché, quoi qu’on ait publié ailleurs.',
  open: 'Ouvrir la page publique',
  preview: 'Ce que voit le public',
  wouldSee: 'Ce que verrait le public',
  deeds: {
    publish: 'Publier',
    withdraw: 'Retirer',
    wording: 'Changer la formulation publique',
  },
  questions: {
    publish: 'Tout le monde pourra le lire, et ce qui a été lu ne peut être repris. Publier ?',
    withdraw: 'Cela disparaît aussitôt des pages publiques. Retirer ?',
    wording: 'Là où c’est public, ces mots sont montrés aussitôt. Les employer ?',
    ownText: 'Le texte enregistré sera de nouveau montré, aussitôt là où il est public. Le montrer ?',
  },
  wording: 'Formulation publique',
  wordingHint:
    'Remplace le texte ou le titre, par exemple lorsqu’il nomme des personnes. Vide, le texte lui-même est montré.',
  useWording: 'Employer cette formulation',
  reason: 'Motif',
  reasonHint: 'Conservé avec le nom de qui décide, jamais public.',
  decisions: 'Toutes les décisions',
};
