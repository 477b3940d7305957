/**
 * The determinism rules of domain/ and workflows/ that no general linter knows: no clock, no randomness, and nothing that
 * depends on the time zone or the locale of the machine. `Date.now()` and `new Date()` are replayed faithfully inside a
 * workflow, so there, and only there, they may stand.
 */
import { parseSync } from '@swc/core';
import { readFileSync } from 'node:fs';
import { globSync } from './lib/files.ts';

export type Breach = { readonly file: string; readonly line: number; readonly what: string };

const localGetters = /^(toLocale\w*|localeCompare|get(Hours|Minutes|Day|Date|Month|FullYear|TimezoneOffset))$/;

type Node = { readonly type?: string; readonly span?: { readonly start: number } } & Record<string, unknown>;

/** Breaches in one file's text. `isWorkflow` allows the clock that Temporal replays. */
export function findBreaches(file: string, text: string, isWorkflow: boolean): readonly Breach[] {
  // A module's span begins at its first token, which a leading semicolon makes the beginning of the file.
  const module = parseSync(`;${text}`, { syntax: 'typescript', target: 'es2022' }) as unknown as Node;
  const offset = module.span?.start ?? 0; // Spans count on from the files parsed before, in bytes.
  const bytes = Buffer.from(`;${text}`);
  const lineOf = (node: Node): number =>
    bytes
      .subarray(0, (node.span?.start ?? offset) - offset)
      .toString()
      .split('\n').length;
  const breaches: Breach[] = [];
  visit(module, (node) => {
    const what = breachOf(node, isWorkflow);
    if (what !== undefined) breaches.push({ file, line: lineOf(node), what });
  });
  return breaches;
}

function breachOf(node: Node, isWorkflow: boolean): string | undefined {
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date' && argumentsOf(node).length === 0)
    return isWorkflow ? undefined : 'new Date(): time comes in as a field `at`';
  if (node.type !== 'MemberExpression') return undefined;
  const [object, property] = [nameOf(node.object), nameOf(node.property)];
  if (object === 'Date' && property === 'now')
    return isWorkflow ? undefined : 'Date.now: time comes in as a field `at`';
  if (object === 'Math' && property === 'random')
    return isWorkflow ? undefined : 'Math.random: ids come in from the shell';
  return localGetters.test(property) ? `${property}: depends on the machine's zone or locale` : undefined;
}

const nameOf = (node: unknown): string => {
  const value = (node as Node | undefined)?.value;
  return typeof value === 'string' ? value : '';
};
const argumentsOf = (node: Node): readonly unknown[] => (Array.isArray(node.arguments) ? node.arguments : []);

function visit(node: unknown, see: (node: Node) => void): void {
  if (Array.isArray(node)) return node.forEach((each) => visit(each, see));
  if (typeof node !== 'object' || node === null) return;
  see(node as Node);
  for (const child of Object.values(node)) visit(child, see);
}

/** All breaches in the tree. */
const checkTree = (): readonly Breach[] =>
  ['domain', 'workflows'].flatMap((folder) =>
    globSync(folder, '.ts').flatMap((file) => findBreaches(file, readFileSync(file, 'utf8'), folder === 'workflows')),
  );

if (process.argv[1]?.endsWith('check-determinism.ts')) {
  const breaches = checkTree();
  for (const { file, line, what } of breaches) console.error(`${file}:${line} ${what}`);
  process.exitCode = breaches.length > 0 ? 1 : 0;
}
