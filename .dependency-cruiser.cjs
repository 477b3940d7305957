// The import arrows: what each folder may import, types included. docs/ARCHITECTURE.md has the table; where a folder may
// take only types from another one, .oxlintrc.json says so.
const never = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to });

module.exports = {
  forbidden: [
    never('domain-imports-itself', '^domain/', { pathNot: '^domain/' }),
    never('words-know-the-domain-alone', '^words/', { pathNot: '^(words|domain)/' }),
    never('workflows-run-on-domain', '^workflows/', {
      pathNot: '^(workflows|domain)/|^activities/contract|node_modules/@temporalio/(workflow|common)/',
    }),
    never('activities-do-not-reach-up', '^activities/', { path: '^(api|worker|web|test|bench|scripts|demo)/' }),
    never('activities-know-workflows-by-name', '^activities/', { path: '^workflows/(?!names|messages)' }),
    never('db-knows-the-domain-and-the-contract', '^db/', {
      path: '^(words|workflows|api|worker|web|test|bench|scripts|demo)/|^activities/(?!contract)',
    }),
    never('api-reads-registers-and-sends', '^api/', {
      path: '^(web|test|bench|scripts|demo)/|^workflows/(?!names|messages)',
    }),
    never('nobody-leans-on-screens', '^(domain|words|workflows|activities|db|api|worker)/', { path: '^web/' }),
    // A follow-up's stream belongs to its workflow, and the raw log to the stores: dialogue-store.ts is what the API has.
    never('api-writes-dialogue-alone', '^api/', { path: '^db/(event-store|log|projections|resolve-notices)' }),
    never('dialogue-store-writes-dialogue-alone', '^db/dialogue-store', {
      path: '^db/(event-store|projections/(?!dialogue)|resolve-notices)',
    }),
    never('nothing-leans-on-tests', '^(domain|words|workflows|activities|db|api|worker)/', {
      path: '^(test|bench|scripts)/',
    }),
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.cjs'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
