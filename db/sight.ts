import {
  CommonTableExpressionNameNode,
  CommonTableExpressionNode,
  createQueryId,
  PostgresQueryCompiler,
  RawNode,
  SelectQueryNode,
  sql,
  type Kysely,
  type KyselyPlugin,
  type RootOperationNode,
} from 'kysely';
import type { Sight } from '../domain/access/sight.ts';
import { narrowedTables, narrowingOf, type Narrowed } from './narrowings.ts';
import type { Schema } from './schema.ts';

/**
 * The database as somebody sees it. Whatever is asked of it, each table that has secrets is first narrowed to what they
 * reach: `with letters as (select … from letters where …)` in front of the question itself, in which the name then means
 * the narrowed rows. So no query can forget it, be it a list, a count, a figure or the look-up of one id. Postgres
 * unfolds such a part into the question (`not materialized`), and uses the same indexes.
 *
 * Only questions are narrowed. What is written was judged before (api/judge.ts), and whoever opens a transaction writes:
 * inside it the rules of the house need the whole, such as who holds a role, whoever gave the command.
 */
export function sightedDatabase(db: Kysely<Schema>, sight: Sight): Kysely<Schema> {
  const narrowed = db.withPlugin(narrowingPlugin(sight));
  return new Proxy(narrowed, {
    get: (_, property) => {
      const owner = property === 'transaction' || property === 'startTransaction' ? db : narrowed;
      const value: unknown = Reflect.get(owner, property, owner);
      return typeof value === 'function' ? (value.bind(owner) as unknown) : value;
    },
  });
}

const narrowingPlugin = (sight: Sight): KyselyPlugin => ({
  transformQuery: ({ node }) => narrow(node, sight),
  transformResult: ({ result }) => Promise.resolve(result),
});

function narrow(node: RootOperationNode, sight: Sight): RootOperationNode {
  const text = new PostgresQueryCompiler().compileQuery(node, createQueryId()).sql;
  if (!/^\s*(select|with|\()/i.test(text)) return node;
  const tables = tablesIn(text);
  if (tables.length === 0) return node;
  const parts = tables.map((table) => partOf(table, sight));
  if (SelectQueryNode.is(node)) return withParts(node, parts);
  if (RawNode.is(node)) return behindParts(node, parts);
  throw new Error(`A question of the kind ${node.kind} cannot be narrowed`);
}

function partOf(table: Narrowed, sight: Sight): CommonTableExpressionNode {
  const name = CommonTableExpressionNameNode.create(table);
  const rows = CommonTableExpressionNode.create(name, sql`(${narrowingOf(table, sight)})`.toOperationNode());
  return CommonTableExpressionNode.cloneWith(rows, { materialized: false });
}

/** What a question defines itself comes after the narrowed tables, and sees them. */
function withParts(node: SelectQueryNode, parts: readonly CommonTableExpressionNode[]): SelectQueryNode {
  if (node.with?.recursive === true) throw new Error('A recursive question cannot be narrowed');
  return { ...node, with: { kind: 'WithNode', expressions: [...parts, ...(node.with?.expressions ?? [])] } };
}

/** Each narrowed table with how its name is found in a text, in the order of definition; made once for all questions. */
const names = (Object.keys(narrowedTables) as Narrowed[]).map(
  (table) => [table, new RegExp(`\\b${table}\\b`)] as const,
);

/** Every narrowed table that a question names, with those that its narrowing names in turn, in the order of definition. */
function tablesIn(text: string): readonly Narrowed[] {
  const found = new Set<Narrowed>();
  const add = (table: Narrowed): void => {
    if (found.has(table)) return;
    found.add(table);
    for (const other of narrowedTables[table].leansOn) add(other);
  };
  for (const [table, name] of names) if (name.test(text)) add(table);
  return names.flatMap(([table]) => (found.has(table) ? [table] : []));
}

/** Text that begins with a `with` of its own goes on behind ours. */
function behindParts(node: RawNode, parts: readonly CommonTableExpressionNode[]): RawNode {
  const [first = '', ...others] = node.sqlFragments;
  if (first.trim() === '') throw new Error('A question must begin with its own text to be narrowed');
  if (/^\s*with\s+recursive\s/i.test(first)) throw new Error('A recursive question cannot be narrowed');
  const isDefining = /^\s*with\s/i.test(first);
  const begin = isDefining ? `, ${first.replace(/^\s*with\s+/i, '')}` : ` ${first}`;
  const between = parts.slice(1).map(() => ', ');
  return RawNode.create(['with ', ...between, begin, ...others], [...parts, ...node.parameters]);
}
