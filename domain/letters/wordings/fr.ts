import type { LetterWording } from '../wording.ts';
import { partsOf } from '../written-date.ts';

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const office = 'Le Haut-Commissariat des Nations Unies aux droits de l’homme';
const seat = 'auprès de l’Office des Nations Unies et des autres organisations internationales à Genève';
const dated = (text: string) => (on: string | null) => `${text}${on === null ? '' : ` le ${on}`}.`;

/** The form of French diplomatic usage: compliments, honneur, très haute considération. */
export const french: LetterWording = {
  isRightToLeft: false,
  date: (on) => {
    const { day, month, year } = partsOf(on, months);
    return `${day === 1 ? '1er' : day} ${month} ${year}`;
  },
  heading: { 'note-verbale': 'NOTE VERBALE', 'high-commissioner-letter': '', 'secretary-general-letter': '' },
  addressee: {
    'note-verbale': ({ of }) => [`Mission permanente ${of}`, seat],
    'high-commissioner-letter': ({ of }) => ['Ministre des affaires étrangères', of],
    'secretary-general-letter': ({ of }) => ['Chef du Gouvernement', of],
  },
  salutation: {
    'note-verbale': '',
    'high-commissioner-letter': 'Excellence,',
    'secretary-general-letter': 'Excellence,',
  },
  opening: {
    'note-verbale': ({ of }, source) =>
      `${office} présente ses compliments à la Mission permanente ${of} ${seat} et a l’honneur de se référer à la recommandation suivante, adressée au Gouvernement ${of} (${source}) :`,
    'high-commissioner-letter': ({ of }, source) =>
      `J’ai l’honneur de me référer à la recommandation suivante, adressée au Gouvernement ${of} (${source}) :`,
    'secretary-general-letter': ({ of }, source) =>
      `Je me permets d’appeler votre attention personnelle sur la recommandation suivante, adressée au Gouvernement ${of} (${source}) :`,
  },
  source: ({ title, symbol, paragraph }) =>
    [title, symbol, paragraph && `paragraphe ${paragraph}`].filter(Boolean).join(', '),
  quoted: (text) => `« ${text} »`,
  labelled: (label, value) => `${label} : ${value}`,
  gap: ' ',
  position: {
    pending: () => 'Aucune position du Gouvernement sur cette recommandation n’a été enregistrée.',
    supported: dated('Le Gouvernement a accepté cette recommandation'),
    'supported-in-part': dated('Le Gouvernement a accepté cette recommandation en partie'),
    noted: dated('Le Gouvernement a pris note de cette recommandation'),
    pledged: dated('Le Gouvernement s’est engagé à appliquer cette recommandation'),
  },
  history: ({ times, first, last, lastAnswer }) => {
    const since =
      lastAnswer === null
        ? 'Aucune réponse n’est parvenue à ce jour.'
        : `La dernière réponse est parvenue le ${lastAnswer}.`;
    if (first === null || last === null) return since;
    if (times < 2) return `Des renseignements sur son application ont été demandés le ${first}. ${since}`;
    return `Des renseignements sur son application ont été demandés ${times} fois, d’abord le ${first} et en dernier lieu le ${last}. ${since}`;
  },
  late: 'Des étapes attendues à ce jour n’ont pas été signalées ; elles sont énumérées dans la pièce jointe.',
  ask: {
    'note-verbale': (by) =>
      `Le Haut-Commissariat saurait gré à la Mission permanente de bien vouloir lui faire parvenir, d’ici au ${by}, des renseignements sur les mesures prises et envisagées pour appliquer cette recommandation. Un résumé du dossier est joint à la présente note.`,
    'high-commissioner-letter': (by) =>
      `Je vous saurais gré de bien vouloir me faire connaître, d’ici au ${by}, les mesures que votre Gouvernement a prises et envisage de prendre pour appliquer cette recommandation. Un résumé du dossier est joint à la présente lettre. Le Haut-Commissariat se tient prêt à prêter son concours.`,
    'secretary-general-letter': (by) =>
      `Je vous saurais gré de bien vouloir faire connaître au Haut-Commissariat des Nations Unies aux droits de l’homme, d’ici au ${by}, les mesures que votre Gouvernement a prises et envisage de prendre pour appliquer cette recommandation. Un résumé du dossier est joint à la présente lettre. L’Organisation des Nations Unies se tient prête à prêter son concours.`,
  },
  closing: {
    'note-verbale': ({ of }) =>
      `${office} saisit cette occasion pour renouveler à la Mission permanente ${of} les assurances de sa très haute considération.`,
    'high-commissioner-letter': () => 'Veuillez agréer, Excellence, les assurances de ma très haute considération.',
    'secretary-general-letter': () => 'Veuillez agréer, Excellence, les assurances de ma très haute considération.',
  },
  signature: {
    'note-verbale': [],
    'high-commissioner-letter': ['Haut-Commissaire des Nations Unies aux droits de l’homme'],
    'secretary-general-letter': ['Secrétaire général de l’Organisation des Nations Unies'],
  },
  labels: {
    reference: 'Référence',
    place: (date) => `Genève, le ${date}`,
    page: ['page ', ''],
    enclosure: 'Pièce jointe : résumé du dossier',
    state: 'État',
    institution: 'Institution concernée',
    source: 'Origine',
    recommendation: 'Recommandation',
    positionLabel: 'Position de l’État',
    followedUpSince: 'Suivi depuis le',
    askedOn: 'Demande adressée le',
    dueOn: 'Réponse attendue le',
    reminders: 'Demandes envoyées depuis la dernière réponse',
    answers: 'Réponses reçues',
    implementationLabel: 'Application d’après l’État',
    reached: 'Étapes franchies',
    late: 'Étapes attendues et non signalées, avec la date depuis laquelle elles sont en retard',
    noMilestone: 'aucune étape',
    earlierLetters: 'Lettres antérieures',
    none: 'néant',
    kinds: {
      'note-verbale': 'note verbale',
      'high-commissioner-letter': 'lettre du Haut-Commissaire',
      'secretary-general-letter': 'lettre du Secrétaire général',
      'letter-of-thanks': 'lettre de remerciements',
    },
    answerKinds: {
      progress: 'rapport d’étape',
      milestone: 'étape franchie',
      claim: 'annonce de l’application intégrale',
      extension: 'demande de délai',
      position: 'position sur la recommandation',
      letter: 'réponse à une lettre',
    },
    positions: {
      pending: 'en attente',
      supported: 'acceptée',
      'supported-in-part': 'acceptée en partie',
      noted: 'prise en note',
      pledged: 'engagement volontaire',
    },
    implementations: {
      'not-started': 'non commencée',
      planned: 'prévue',
      'in-progress': 'en cours',
      'partly-implemented': 'partielle',
      implemented: 'achevée',
      'will-not-implement': 'non envisagée',
    },
  },
};
