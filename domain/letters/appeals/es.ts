import type { AppealWording } from '../appeal-wording.ts';

const dated = (text: string) => (on: string | null) => `${text}${on === null ? '' : ` el ${on}`}.`;

export const appealInSpanish: AppealWording = {
  opening: ({ of }, treaty) =>
    `Tengo el honor de señalar a su atención el siguiente tratado: ${treaty}. Aliento al Gobierno ${of} a que pase a ser parte en él.`,
  signed: (on) => `El Gobierno lo firmó${on === null ? '' : ` el ${on}`}; queda pendiente la ratificación.`,
  notSigned:
    'No consta ninguna firma del Gobierno. Un Estado que no ha firmado puede pasar a ser parte mediante la adhesión.',
  position: {
    supported: dated('El Gobierno apoyó el llamamiento a dar este paso'),
    'supported-in-part': dated('El Gobierno apoyó en parte el llamamiento a dar este paso'),
    pledged: dated('El Gobierno se comprometió a dar este paso'),
  },
  everyState: 'Dirijo el mismo llamamiento a todos los Estados que aún no son partes.',
  goal: (on) => `Nuestro objetivo común es que todos lo sean a más tardar el ${on}.`,
  help: (list) => `Las Naciones Unidas están dispuestas a ayudar, en particular en lo siguiente: ${list}.`,
  comma: ', ',
  coordinator:
    'El Coordinador Residente o la Coordinadora Residente de las Naciones Unidas le entregará la presente carta y le dará seguimiento en la capital. Su Gobierno puede dirigirse a esa oficina en cualquier momento.',
  noCoordinator:
    'La Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos dará seguimiento a la presente carta, y su Gobierno puede dirigirse a ella en cualquier momento.',
  ask: (by) =>
    `Agradecería que su Gobierno comunicara a las Naciones Unidas, a más tardar el ${by}, qué medidas se propone adoptar con miras al depósito de su instrumento.`,
};
