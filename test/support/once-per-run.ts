import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What is dear to make and the same for every file of tests: whoever needs it first makes it, the others read it. Two who need it at
 * the same moment both make it, which harms nobody.
 */
export async function oncePerRun(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const folder = process.env.RELANCE_TEST_FOLDER;
  if (folder === undefined) return make();
  const file = join(folder, name);
  if (existsSync(file)) return readFile(file);
  const made = await make();
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, made);
  await rename(draft, file);
  return made;
}
