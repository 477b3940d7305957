import type { AnswerWords } from '../answer-words.ts';
import { sharedInSpanish } from '../shared/es.ts';

export const answerInSpanish: AnswerWords = {
  title: 'Su respuesta',
  footer: 'No necesita ninguna cuenta. Solo usted debe tener este enlace: responde en su nombre.',
  labels: {
    from: 'Fuente',
    addressedTo: 'Dirigida a',
    due: 'Plazo para responder',
    askedSince: 'Solicitada desde',
    lastAnswer: 'Última respuesta',
    extensions: 'Solicitudes de prórroga',
  },
  noAnswerYet: 'ninguna hasta la fecha',
  lastAnswers: {
    progress: '{date}: {words}',
    milestone: '{date}: se alcanzó un hito. {words}',
    implemented: '{date}: aplicada. {words}',
    'more-time': '{date}: prórroga hasta el {until}. {words}',
  },
  extensions: 'presentadas: {asked}; concedidas: {granted}',
  milestones: {
    heading: 'Hitos',
    reached: 'alcanzado el {date}',
    late: 'con retraso desde el {date}',
    noneInTime: 'No se alcanzó ninguno en el plazo habitual, vencido desde el {date}',
  },
  nothingAsked: 'Ya no se solicita nada.',
  because: {
    closed: 'Este seguimiento está cerrado.',
    'under-verification': 'La recomendación se ha declarado aplicada, y se está verificando.',
    split: 'Esta recomendación se ha dividido: se pregunta por cada una de sus partes.',
  },
  legend: '¿Qué desea responder?',
  choices: {
    progress: { label: 'Avances', hint: 'Indique qué se ha hecho y qué viene a continuación.' },
    milestone: { label: 'Se ha alcanzado un hito', hint: 'Elíjalo, indique cuándo y qué lo demuestra.' },
    implemented: { label: 'Está aplicada', hint: 'Indique las pruebas; se verificarán.' },
    'more-time': { label: 'Prórroga', hint: 'Indique hasta cuándo y por qué.' },
    'not-me': {
      label: 'No soy la persona indicada',
      hint: 'Indique a quién preguntar, si lo sabe. Solo lo leerá el oficial encargado del expediente.',
    },
  },
  note: { label: 'Su texto', hint: 'Qué se ha hecho, quién y cuándo; o el motivo de la prórroga.' },
  stage: {
    label: 'Situación actual',
    hint: 'Solo con «Avances».',
    unsaid: 'No indicarla',
    names: sharedInSpanish.implementations,
  },
  milestone: {
    label: 'Hito',
    hint: 'Solo con «Se ha alcanzado un hito», al igual que la fecha que sigue.',
    unsaid: 'Elija uno',
    evidenceHint: 'Solo con «Está aplicada» o «Se ha alcanzado un hito»: una ley, un decreto, un informe.',
  },
  reachedOn: 'Alcanzado el',
  evidenceUrl: {
    label: 'Prueba: su dirección en Internet',
    hint: 'Solo con «Está aplicada»: una ley, un decreto, un informe.',
  },
  evidenceDescription: 'En qué consiste la prueba',
  untilOn: { label: 'Prórroga hasta', hint: 'Solo con «Prórroga».' },
  submit: 'Enviar la respuesta',
  wrong: {
    choice: 'Elija qué desea responder.',
    evidenceUrl: 'La dirección de la prueba debe empezar por https:// o http://',
    untilOn: 'La fecha debe ser un día del calendario.',
    reachedOn: 'La fecha del hito debe ser un día del calendario.',
    form: 'Falta algo en el formulario o es demasiado largo.',
  },
  missing: {
    note: 'Escriba unas palabras.',
    whomToAsk: 'Indique a quién preguntar, o que no lo sabe.',
    evidenceUrl: 'Indique la dirección de la prueba en Internet.',
    untilOn: 'Indique hasta cuándo.',
    milestone: 'Elija el hito alcanzado.',
    reachedOn: 'Indique qué día se alcanzó el hito.',
    evidence: 'Indique qué demuestra el hito: una dirección en Internet o unas palabras.',
  },
  refused: {
    NotOpen: 'Este seguimiento no admite esa respuesta en este momento.',
    AlreadyAssigned: 'Ya se ha preguntado a otra persona.',
    ExtensionAlreadyRequested: 'Ya hay una solicitud de prórroga pendiente de decisión.',
    ExtensionNotLater: 'La fecha solicitada no es posterior al plazo.',
    MilestoneAlreadyCompleted: 'Este hito ya consta.',
    MilestoneInTheFuture: 'La fecha del hito está en el futuro.',
    IsSplit: 'Esta recomendación se ha dividido: se pregunta por cada una de sus partes.',
    IdempotencyKeyReused: 'Esta página ya ha enviado otra respuesta: vuelva a abrir el enlace del mensaje.',
    unavailable: 'Nuestro servicio no responde en este momento: vuelva a intentarlo dentro de unos minutos.',
    other: 'No se ha podido aceptar la respuesta.',
  },
  nothingSent: 'No se ha enviado nada; lo que escribió sigue aquí.',
  together: {
    legend: 'Su respuesta vale para estas recomendaciones',
    tickOne: 'Marque al menos una recomendación.',
    answered: 'Respuesta registrada: {names}.',
    notTaken: 'Respuesta no aceptada para {name}: {reason}',
    notSent: 'No enviado: {names}. Vuelva a enviar: lo que ya llegó no se toma dos veces.',
    elsewhere:
      'Algunas de las recomendaciones marcadas ya se consultan a otra persona, o ya no se tratan junto con estas.',
  },
  thanks: {
    title: 'Gracias',
    progress: 'Su respuesta ha quedado registrada. Volveremos a preguntarle antes de la próxima consulta.',
    milestone:
      'El hito ha quedado registrado. Si completa lo recomendado, se verificará; de lo contrario, volveremos a preguntarle antes de la próxima consulta.',
    implemented:
      'Su respuesta ha quedado registrada. El oficial encargado del expediente examinará las pruebas y se le comunicará el resultado.',
    'more-time':
      'Su solicitud ha quedado registrada. El oficial encargado del expediente decidirá y se le comunicará. Hasta entonces no recibirá recordatorios.',
    'not-me':
      'Gracias por avisarnos. Preguntaremos a otra persona, y el oficial encargado del expediente verá a quién ha indicado.',
  },
  linkNotValid: {
    title: 'Este enlace no es válido',
    why: 'Puede que haya caducado o que haya perdido una parte por el camino. El mensaje más reciente contiene un enlace que funciona.',
    nothingChanged: 'No se ha modificado nada.',
  },
};
