/** Writes `api/openapi.json` from the routes' own schemas. `--check` only compares. */
import { readFile, writeFile } from 'node:fs/promises';
import { describeApi } from './describe-api.ts';

const file = new URL('./openapi.json', import.meta.url);
const wanted = `${JSON.stringify(await describeApi(), null, 2)}\n`;
if (!process.argv.includes('--check')) await writeFile(file, wanted);
else if ((await readFile(file, 'utf8').catch(() => '')) !== wanted) {
  console.error('api/openapi.json is not what the routes say: npm run write-openapi');
  process.exitCode = 1;
}
