import type { ShellWords } from '../shell-words.ts';

export const shellInSpanish: ShellWords = {
  skip: 'Ir al contenido',
  menu: 'Menú',
  navigation: 'Navegación principal',
  language: 'Idioma',
  nav: {
    today: 'Hoy',
    recommendations: 'Recomendaciones',
    playbooks: 'Modos de seguimiento',
    states: 'Estados',
    sources: 'Misiones',
    campaigns: 'Campañas',
    treaties: 'Tratados',
    people: 'Personas',
    mailbox: 'Buzón local',
    api: 'La API',
  },
  tagline: 'Seguimiento de recomendaciones',
  notLive: 'Sin conexión en directo: lo que se muestra puede no ser lo último.',
  pace: 'Aquí un día dura {seconds} s',
  loading: 'Cargando…',
  close: 'Cerrar',
  cancel: 'Cancelar',
  back: 'Volver',
  more: 'Mostrar más',
  none: 'ninguno',
  today: 'Hoy',
  copied: 'Copiado',
  timeThere: '{time} ({place})',
  inEnglish: 'en inglés',
  notFound: {
    title: 'No hay nada en esta dirección',
    text: 'Puede que se haya escrito mal o que haya llegado incompleta.',
  },
  problem: {
    title: 'No ha funcionado',
    tryAgain: 'Intentar de nuevo',
    serverSays: 'Respuesta del servidor',
    advice: {
      offline: 'El servidor no responde. Compruebe la conexión e inténtelo de nuevo: lo que escribió sigue aquí.',
      unavailable:
        'Una parte de Relance no está disponible. Se puede seguir consultando; inténtelo de nuevo en unos minutos.',
      changed: 'Alguien lo ha modificado entretanto. Vea cómo está ahora y repítalo.',
      refused: 'No se ha aceptado y nada ha cambiado.',
      invalid: 'Corrija los campos señalados y envíelo de nuevo.',
      missing: 'No existe, o ya no existe.',
      tooMany: 'Demasiadas solicitudes a la vez. Espere un momento e inténtelo de nuevo.',
      internal:
        'Ha ocurrido un error por nuestra parte y ha quedado registrado. Inténtelo de nuevo y, si persiste, avise al operador.',
    },
  },
};
