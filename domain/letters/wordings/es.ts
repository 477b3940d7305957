import type { LetterWording } from '../wording.ts';
import { partsOf } from '../written-date.ts';

const months = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];
const office = 'La Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos';
const seat = 'ante la Oficina de las Naciones Unidas y otras organizaciones internacionales con sede en Ginebra';
const dated = (text: string) => (on: string | null) => `${text}${on === null ? '' : ` el ${on}`}.`;
const timesOf = (times: number): string => (times === 2 ? 'dos veces' : `${times} veces`);

/** The form of Spanish diplomatic usage: saluda atentamente, tiene el honor, las seguridades de su más alta consideración. */
export const spanish: LetterWording = {
  isRightToLeft: false,
  date: (on) => {
    const { day, month, year } = partsOf(on, months);
    return `${day} de ${month} de ${year}`;
  },
  heading: { 'note-verbale': 'NOTA VERBAL', 'high-commissioner-letter': '', 'secretary-general-letter': '' },
  addressee: {
    'note-verbale': ({ of }) => [`Misión Permanente ${of}`, seat],
    'high-commissioner-letter': ({ of }) => ['Ministro o Ministra de Relaciones Exteriores', of],
    'secretary-general-letter': ({ of }) => ['Jefatura de Gobierno', of],
  },
  salutation: {
    'note-verbale': '',
    'high-commissioner-letter': 'Excelencia:',
    'secretary-general-letter': 'Excelencia:',
  },
  opening: {
    'note-verbale': ({ of }, source) =>
      `${office} saluda atentamente a la Misión Permanente ${of} ${seat} y tiene el honor de referirse a la siguiente recomendación, dirigida al Gobierno ${of} (${source}):`,
    'high-commissioner-letter': ({ of }, source) =>
      `Tengo el honor de referirme a la siguiente recomendación, dirigida al Gobierno ${of} (${source}):`,
    'secretary-general-letter': ({ of }, source) =>
      `Me dirijo a Vuestra Excelencia para señalar a su atención personal la siguiente recomendación, dirigida al Gobierno ${of} (${source}):`,
  },
  source: ({ title, symbol, paragraph }) =>
    [title, symbol, paragraph && `párrafo ${paragraph}`].filter(Boolean).join(', '),
  quoted: (text) => `«${text}»`,
  labelled: (label, value) => `${label}: ${value}`,
  gap: ' ',
  position: {
    pending: () => 'No consta ninguna posición del Gobierno sobre esta recomendación.',
    supported: dated('El Gobierno aceptó esta recomendación'),
    'supported-in-part': dated('El Gobierno aceptó en parte esta recomendación'),
    noted: dated('El Gobierno tomó nota de esta recomendación'),
    pledged: dated('El Gobierno se comprometió a aplicar esta recomendación'),
  },
  history: ({ times, first, last, lastAnswer }) => {
    const since =
      lastAnswer === null
        ? 'Hasta la fecha no se ha recibido respuesta.'
        : `La última respuesta se recibió el ${lastAnswer}.`;
    if (first === null || last === null) return since;
    if (times < 2) return `Se solicitó información sobre su aplicación el ${first}. ${since}`;
    return `Se ha solicitado información sobre su aplicación ${timesOf(times)}, la primera el ${first} y la más reciente el ${last}. ${since}`;
  },
  late: 'No se ha informado de algunas medidas previstas hasta la fecha, que se enumeran en el documento adjunto.',
  ask: {
    'note-verbale': (by) =>
      `La Oficina agradecería que se le hiciera llegar, a más tardar el ${by}, información sobre las medidas adoptadas y previstas para aplicar esta recomendación. Se adjunta un resumen del expediente.`,
    'high-commissioner-letter': (by) =>
      `Le agradecería que su Gobierno me informara, a más tardar el ${by}, de las medidas adoptadas y previstas para aplicar esta recomendación. Se adjunta un resumen del expediente. Mi Oficina está dispuesta a prestar asistencia.`,
    'secretary-general-letter': (by) =>
      `Le agradecería que su Gobierno informara a la Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos, a más tardar el ${by}, de las medidas adoptadas y previstas para aplicar esta recomendación. Se adjunta un resumen del expediente. Las Naciones Unidas están dispuestas a prestar asistencia.`,
  },
  closing: {
    'note-verbale': ({ of }) =>
      `${office} aprovecha la oportunidad para reiterar a la Misión Permanente ${of} las seguridades de su más alta y distinguida consideración.`,
    'high-commissioner-letter': () =>
      'Le ruego acepte, Excelencia, las seguridades de mi más alta y distinguida consideración.',
    'secretary-general-letter': () =>
      'Le ruego acepte, Excelencia, las seguridades de mi más alta y distinguida consideración.',
  },
  signature: {
    'note-verbale': [],
    'high-commissioner-letter': ['Alto Comisionado de las Naciones Unidas para los Derechos Humanos'],
    'secretary-general-letter': ['Secretario General de las Naciones Unidas'],
  },
  labels: {
    reference: 'Referencia',
    place: (date) => `Ginebra, ${date}`,
    page: ['página ', ''],
    enclosure: 'Documento adjunto: resumen del expediente',
    state: 'Estado',
    institution: 'Institución competente',
    source: 'Fuente',
    recommendation: 'Recomendación',
    positionLabel: 'Posición del Estado',
    followedUpSince: 'En seguimiento desde el',
    askedOn: 'Solicitud enviada el',
    dueOn: 'Respuesta prevista para el',
    reminders: 'Solicitudes enviadas desde la última respuesta',
    answers: 'Respuestas recibidas',
    implementationLabel: 'Aplicación según el Estado',
    reached: 'Medidas cumplidas',
    late: 'Medidas previstas de las que no se ha informado, con la fecha desde la que están atrasadas',
    noMilestone: 'ninguna medida',
    earlierLetters: 'Cartas anteriores',
    none: 'ninguna',
    kinds: {
      'note-verbale': 'nota verbal',
      'high-commissioner-letter': 'carta del Alto Comisionado',
      'secretary-general-letter': 'carta del Secretario General',
      'letter-of-thanks': 'carta de agradecimiento',
    },
    answerKinds: {
      progress: 'informe sobre los progresos',
      milestone: 'cumplimiento de una medida',
      claim: 'comunicación de la aplicación plena',
      extension: 'solicitud de prórroga',
      position: 'posición sobre la recomendación',
      letter: 'respuesta a una carta',
    },
    positions: {
      pending: 'pendiente',
      supported: 'aceptada',
      'supported-in-part': 'aceptada en parte',
      noted: 'se tomó nota',
      pledged: 'promesa voluntaria',
    },
    implementations: {
      'not-started': 'no iniciada',
      planned: 'prevista',
      'in-progress': 'en curso',
      'partly-implemented': 'parcial',
      implemented: 'concluida',
      'will-not-implement': 'no se aplicará',
    },
  },
};
