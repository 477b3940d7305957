import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workflowBundle } from '../support/workflow-bundle.ts';
import { findBreaches } from '../../scripts/check-determinism.ts';
import { findBundleFaults } from '../../scripts/check-bundle.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the determinism check', () => {
  test.each([
    ['const at = new Date();', /new Date/],
    ['const at = Date.now();', /Date\.now/],
    ['const id = Math.random();', /Math\.random/],
    ['const day = at.getDay();', /getDay/],
    ['names.sort((a, b) => a.localeCompare(b));', /localeCompare/],
    ['const shown = at.toLocaleDateString("fr");', /toLocaleDateString/],
  ])('finds %s in the domain', (line, what) => {
    const [breach, ...others] = findBreaches('x.ts', `// first line\n${line}\n`, false);
    expect(others).toEqual([]);
    expect(breach).toMatchObject({ file: 'x.ts', line: 2, what: expect.stringMatching(what) });
  });

  test('lets a workflow read the clock that Temporal replays, and nobody the local zone', () => {
    expect(findBreaches('x.ts', 'const at = Date.now();', true)).toEqual([]);
    expect(findBreaches('x.ts', 'const day = at.getDay();', true)).toHaveLength(1);
    expect(findBreaches('x.ts', 'const day = new Date(at).getUTCDay();', false)).toEqual([]);
  });
});

describe('the bundle check', () => {
  test('passes the bundle of today', async () => {
    expect(findBundleFaults((await workflowBundle()).code)).toEqual([]);
  }, 60_000);

  test('finds a module that reaches out, and growth', () => {
    expect(findBundleFaults('require("node:fs")')).toHaveLength(1);
    expect(findBundleFaults('// ./node_modules/kysely/dist/index.js')).toHaveLength(1);
    expect(findBundleFaults(' '.repeat(2_200_001))).toHaveLength(1);
  });
});

describe('the import arrows', () => {
  let copy: string;
  beforeAll(async () => {
    // Beside the sources, so that their own paths are what the rules see.
    copy = await mkdtemp(join(root, '.relance-arrows-'));
    for (const folder of ['domain', 'workflows', 'activities', 'db', 'api', 'package.json', '.dependency-cruiser.cjs'])
      await cp(join(root, folder), join(copy, folder), { recursive: true });
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  test.each([
    ['domain/bad.ts', "import '../db/database.ts';", 'domain-imports-itself'],
    ['workflows/bad.ts', "import 'kysely';", 'workflows-run-on-domain'],
    ['db/bad.ts', "import '../api/app.ts';", 'db-knows-the-domain-and-the-contract'],
    ['api/bad.ts', "import '../db/event-store.ts';", 'api-writes-dialogue-and-treaties-alone'],
    ['api/bad.ts', "import '../db/log.ts';", 'api-writes-dialogue-and-treaties-alone'],
    ['db/dialogue-store-bad.ts', "import './event-store.ts';", 'dialogue-store-writes-dialogue-alone'],
    [
      'db/treaty-status-store-bad.ts',
      "import './projections/follow-up.ts';",
      'treaty-status-store-writes-treaty-status-alone',
    ],
  ])('%s with %s breaks %s', async (file, text, rule) => {
    await writeFile(join(copy, file), `${text}\nexport const bad = 1;\n`);
    const said = await cruise(copy, file.split('/')[0] ?? '');
    await rm(join(copy, file));
    expect(said).toContain(rule);
  });
});

function cruise(cwd: string, folder: string): Promise<string> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', '.dependency-cruiser.cjs', folder];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, env: { ...process.env, NODE_OPTIONS: '' } }, (_, out, err) =>
      resolve(out + err),
    );
  });
}
