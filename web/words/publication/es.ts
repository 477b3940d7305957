import type { PublicationWords } from '../publication-words.ts';

export const publicationInSpanish: PublicationWords = {
  title: 'Para el público',
  standings: {
    'not-published': 'No es público: nadie lo ha publicado.',
    withdrawn: 'No es público: retirado.',
    delayed: 'Publicado: todo el mundo podrá leerlo a partir del {date}.',
    public: 'Todo el mundo puede leerlo, desde el {date}.',
  },
  scope: {
    state: 'Publicar un Estado muestra todas las recomendaciones que se le han hecho, salvo las retiradas.',
    source: 'Publicar una fuente muestra todas sus recomendaciones, salvo las retiradas.',
    recommendation: 'Las notas, las pruebas, las personas y las cartas nunca son públicas.',
  },
  delay: 'Días hasta que se muestra un hecho: {days}.',
  verdicts: {
    publish: 'publicado',
    withdraw: 'retirado',
  },
  withdrawnAbove:
    'Lo que se retira en el Estado, la fuente o la recomendación queda oculto, se haya publicado lo que se haya publicado en otro lugar.',
  open: 'Abrir la página pública',
  preview: 'Lo que ve el público',
  wouldSee: 'Lo que vería el público',
  deeds: {
    publish: 'Publicar',
    withdraw: 'Retirar',
    wording: 'Cambiar la redacción pública',
  },
  questions: {
    publish: 'Todo el mundo podrá leerlo, y lo leído no puede retirarse. ¿Publicarlo?',
    withdraw: 'Desaparece de inmediato de las páginas públicas. ¿Retirarlo?',
    wording: 'Donde sea público, estas palabras se muestran de inmediato. ¿Usarlas?',
    ownText: 'Volverá a mostrarse el texto registrado, de inmediato donde sea público. ¿Mostrarlo?',
  },
  wording: 'Redacción pública',
  wordingHint:
    'Sustituye al texto o al título, por ejemplo cuando nombra a personas. Si se deja vacía, se muestra el propio texto.',
  useWording: 'Usar esta redacción',
  reason: 'Motivo',
  reasonHint: 'Se conserva con quien decidió y nunca es público.',
  decisions: 'Todas las decisiones',
};
