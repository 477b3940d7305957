import type { AfterWords } from '../after-words.ts';

export const afterInSpanish: AfterWords = {
  languages: 'Idioma de esta página',
  save: 'Guardar para más tarde',
  kept: {
    title: 'Guardado para más tarde',
    nothingSent: 'No se ha enviado nada. Vuelva a abrir el enlace del mensaje cuando quiera continuar.',
    until: 'Su texto se guarda hasta el {date}, solo para este enlace, y se borra cuando usted responde.',
    goOn: 'Continuar ahora',
  },
  found: 'Usted empezó una respuesta el {date} y no se envió.',
  open: 'Continuarla',
  filledIn: 'Lo que había escrito figura a continuación. Elija qué desea responder y envíelo.',
  chooseAgain:
    'Lo que había escrito figura a continuación. Había elegido «{choice}»: elija de nuevo y envíe la respuesta.',
  nothingToKeep: 'Todavía no se ha escrito nada: no hay nada que guardar.',
  erase: {
    label: 'Borrar lo guardado',
    submit: 'Borrar',
    tick: 'Marque la casilla si desea borrarlo.',
    done: 'Lo guardado se ha borrado. No se ha enviado nada.',
  },
  next: {
    heading: 'Qué sigue',
    due: 'Próximo plazo para responder',
    mail: 'Próximo mensaje, como muy pronto',
    whoSees: 'Quién lo ve',
  },
  who: {
    answer:
      'El oficial encargado del expediente, el responsable del seguimiento y, cuando se les pida su opinión, la institución nacional de derechos humanos y una organización no gubernamental.',
    'not-me': 'Solo el oficial encargado del expediente ve a quién indica usted.',
    view: 'El oficial encargado del expediente y el responsable del seguimiento.',
  },
};
