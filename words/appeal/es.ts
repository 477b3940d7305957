import type { AppealWords } from '../appeal-words.ts';

export const appealInSpanish: AppealWords = {
  title: 'La carta del Secretario General en la capital',
  introduction:
    'Le rogamos que entregue la carta, le dé seguimiento ante el Gobierno y diga aquí lo que se habló. Su informe consta en el expediente: no responde en lugar del Estado.',
  actsFor: 'Se le pide en lugar de la siguiente función: {role}. Nadie a quien se pueda localizar la ejerce.',
  warning: 'Nombre oficinas, no personas. Lo que escriba queda registrado, junto con quién lo escribió.',
  standing: {
    paused: 'Este seguimiento está en pausa por ahora. Su informe queda registrado de todos modos.',
    'under-verification': 'El Estado comunica que lo ha hecho, y se está verificando.',
    closed: 'Este seguimiento está cerrado. Su informe queda registrado de todos modos.',
  },
  labels: {
    letter: 'Carta del Secretario General',
    due: 'Su informe se espera el',
    lastDelivery: 'Último informe',
    obstacles: 'Obstáculos registrados',
    treatyEvent: 'Ceremonia de los Tratados',
    position: 'Posición del Estado',
    nextStep: 'Próximo paso',
  },
  letter: {
    none: 'no se ha redactado ninguna',
    draft: 'redactada, aún sin aprobar',
    approved: 'aprobada, aún sin enviar',
    sent: 'enviada el {date}',
    withdrawn: 'retirada',
  },
  none: 'ninguno hasta ahora',
  choices: {
    delivered: {
      label: 'La entregué, o hablé con el Gobierno',
      hint: 'Diga a qué oficina, cuándo y qué se habló.',
    },
    obstacle: {
      label: 'Todavía no se ha podido entregar',
      hint: 'Diga qué lo impide. Recibirá otro recordatorio.',
    },
  },
  office: { label: 'A qué oficina', hint: 'Una oficina, no una persona.', unsaid: 'Elija una' },
  offices: {
    'head-of-state': 'Jefatura del Estado',
    'head-of-government': 'Jefatura del Gobierno',
    'foreign-affairs': 'Ministerio de relaciones exteriores',
    justice: 'Ministerio de justicia',
    'other-ministry': 'Otro ministerio',
    parliament: 'Parlamento',
    'national-mechanism': 'Mecanismo nacional de derechos humanos',
    other: 'Otra oficina',
  },
  officeDetail: {
    label: 'Cuál exactamente',
    hint: 'Si sirve de algo: el departamento o la comisión. Ningún nombre de persona.',
  },
  deliveredOn: 'En qué fecha',
  note: { label: 'Qué se habló', hint: 'En pocas frases; o qué lo impide.' },
  obstacle: { label: 'Obstáculo', hint: 'El que más pesa.', none: 'No se mencionó ninguno' },
  willDeposit: {
    label: '¿Se depositará el instrumento en la Ceremonia de los Tratados?',
    hint: 'Según dijo el Gobierno.',
    unsaid: 'No se habló de ello',
    names: { yes: 'Sí', no: 'No se depositará', 'not-known': 'Aún no se sabe' },
  },
  nextStep: { label: 'Próximo paso', hint: 'Qué viene ahora, y quién lo da.' },
  nextOn: { label: 'Para cuándo', hint: 'Después de esa fecha se le preguntará por ello.' },
  submit: 'Enviar el informe',
  report: 'Informar',
  missing: {
    office: 'Elija la oficina a la que se entregó.',
    deliveredOn: 'Indique la fecha de la entrega.',
    note: 'Escriba qué se habló, o qué lo impide.',
    obstacle: 'Elija qué lo impide.',
  },
  wrong: {
    choice: 'Elija una de las posibilidades.',
    office: 'Elija una oficina de la lista.',
    deliveredOn: 'La fecha de la entrega no existe en el calendario.',
    nextOn: 'La fecha del próximo paso no existe en el calendario.',
  },
  refused: {
    DateInTheFuture: 'La fecha de la entrega está en el futuro.',
    NextStepInThePast: 'La fecha del próximo paso ya pasó.',
    ObstacleAlreadyRecorded: 'Este obstáculo ya está registrado.',
  },
  thanks: {
    delivered:
      'Su informe está registrado y lo verá la persona encargada del expediente. Si indicó una fecha, después de ella se le preguntará.',
    obstacle: 'El obstáculo está registrado. La carta sigue pendiente de entrega, y recibirá un recordatorio.',
  },
};
