import type { AccountWords } from '../account-words.ts';

export const accountInSpanish: AccountWords = {
  reset: {
    subject: 'Elegir una nueva contraseña',
    intro: 'Se ha solicitado una nueva contraseña para su cuenta en {sender}.',
    action: 'Elegir la nueva contraseña',
    validity: 'El enlace funciona una sola vez, durante una hora.',
    unasked: 'Si no ha sido usted, no haga nada: su contraseña no cambia.',
  },
  invitation: {
    subject: 'Su cuenta en {sender}',
    intro: 'Se ha abierto una cuenta para usted en {sender}. Elija una contraseña para empezar.',
    action: 'Elegir una contraseña',
    validity: 'El enlace funciona una sola vez, durante siete días.',
    unasked:
      'Si no sabe por qué ha recibido este mensaje, no haga nada: sin contraseña nadie puede utilizar la cuenta.',
  },
};
