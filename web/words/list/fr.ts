import type { ListWords } from '../list-words.ts';

export const listInFrench: ListWords<'fr'> = {
  search: 'Rechercher',
  searchHint: 'Mots de la recommandation',
  all: 'Toutes',
  found: {
    one: '{count} recommandation',
    many: '{count} de recommandations',
    other: '{count} recommandations',
  },
  filters: 'Filtrer',
  clear: 'Tout effacer',
  remove: 'Retirer\u00a0: {what}',
  unset: 'aucune',
  sort: 'Ordre',
  sorts: {
    nextStepAt: 'Prochaine date d’abord',
    dueAt: 'Échéance d’abord',
    createdAt: 'Les plus récentes d’abord',
    stateCode: 'Par État',
    rung: 'Échelon le plus élevé d’abord',
  },
  waitsFor: 'Attend',
  views: {
    title: 'Vues enregistrées',
    save: 'Enregistrer cette vue',
    name: 'Nom de la vue',
    none: 'Filtrez la liste, puis enregistrez-la ici pour tous.',
    remove: 'Supprimer\u00a0: {what}',
  },
  select: 'Sélectionner\u00a0: {text}',
  selectPage: 'Sélectionner tout ce qui est affiché',
  selected: { one: '{count} sélectionnée', many: '{count} sélectionnées', other: '{count} sélectionnées' },
  selectFound: {
    one: 'Sélectionner celle qui a été trouvée',
    many: 'Sélectionner les {count} trouvées',
    other: 'Sélectionner les {count} trouvées',
  },
  deselect: 'Annuler la sélection',
  actions: {
    pause: 'Suspendre',
    assign: 'Attribuer un rôle',
    adopt: 'Adopter un mode de suivi',
    export: 'Exporter en CSV',
  },
  bulk: {
    preview: 'Voir qui est concerné',
    concerned: {
      one: '{count} suivi est concerné.',
      many: '{count} de suivis sont concernés.',
      other: '{count} suivis sont concernés.',
    },
    left: {
      one: '{count} reste tel quel\u00a0:',
      many: '{count} restent tels quels\u00a0:',
      other: '{count} restent tels quels\u00a0:',
    },
    confirm: { one: 'Appliquer à {count}', many: 'Appliquer à {count}', other: 'Appliquer à {count}' },
    begun: 'C’est commencé, et cela continue si vous quittez cet écran.',
    progress: '{done} sur {total}',
    note: 'Motif (conservé avec le lot)',
  },
  empty: {
    title: 'Aucune recommandation pour le moment',
    text: 'Enregistrez une origine, par exemple une mission, et ce qu’elle a recommandé\u00a0: l’API les reçoit une à une.',
  },
  nothingFound: { title: 'Aucun résultat', text: 'Retirez un filtre, ou cherchez moins de mots.' },
};
