import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files below a folder with an ending, in a stable order. */
export const globSync = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();
