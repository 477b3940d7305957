// `npm run check`: everything that is known to be right or wrong without running the program. Stops at the first fault.
import { installDependencies, run } from './lib/install.mjs';

await installDependencies();
const bin = (name) => `node_modules/.bin/${name}`;
const checks = [
  ['types', bin('tsc'), ['-p', '.']],
  ['types of the screens', bin('tsc'), ['-p', 'web']],
  ['lint', bin('oxlint'), ['--type-aware', '--deny-warnings', '.']],
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['determinism', process.execPath, ['--import', 'tsx', 'scripts/check-determinism.ts']],
  [
    'import arrows',
    bin('depcruise'),
    [
      '--config',
      '.dependency-cruiser.cjs',
      'domain',
      'words',
      'workflows',
      'activities',
      'db',
      'api',
      'worker',
      'demo',
      'bench',
    ],
  ],
  // Not among the dependencies: its parser has no complete set of platform packages, which would break a clean install.
  ['unused exports', 'npx', ['--yes', 'knip@5.70.0', '--no-progress']],
  ['workflow bundle', process.execPath, ['--import', 'tsx', 'scripts/check-bundle.ts']],
  ['schema.sql is current', process.execPath, ['--import', 'tsx', 'db/write-schema.ts', '--check']],
  ['openapi.json is current', process.execPath, ['--import', 'tsx', 'api/write-openapi.ts', '--check']],
  ['docs/access.md is current', process.execPath, ['--import', 'tsx', 'api/write-policies.ts', '--check']],
  ['web/client/types.ts is current', process.execPath, ['--import', 'tsx', 'scripts/write-web-types.ts', '--check']],
  ['size of the screens', process.execPath, ['scripts/check-web-size.mjs']],
];
const only = process.argv.slice(2);
for (const [name, command, args] of checks.filter(([name]) => only.length === 0 || only.includes(name))) {
  console.log(`# ${name}`);
  const code = await run(command, args);
  if (code === 0) continue;
  console.error(`Failed: ${name}`);
  process.exit(code);
}
