/**
 * `npm run bench-screens`: what the screens ask of the API, on 250,000 recommendations in a PostgreSQL of its own, beside the
 * bare query, and what people with a role in some States or one institution wait for. Arguments: `--rows N --rounds N`. Ends with a table and with code 1 when a screen is too slow.
 */
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { sql, type CompiledQuery, type Kysely } from 'kysely';
import { parseArgs } from 'node:util';
import type { AppDeps } from '../api/deps.ts';
import { facetRoutes } from '../api/routes/facets.ts';
import { recommendationRoutes } from '../api/routes/recommendations.ts';
import { outcomeRoutes } from '../api/routes/outcomes.ts';
import { stateFigureRoutes } from '../api/routes/state-figures.ts';
import { timelineRoutes } from '../api/routes/timelines.ts';
import { todayRoutes } from '../api/routes/today.ts';
import { workRoutes } from '../api/routes/work.ts';
import { openDatabase } from '../db/database.ts';
import { countRecommendations } from '../db/queries/recommendations.ts';
import { sightedDatabase } from '../db/sight.ts';
import { sightOf } from '../domain/access/sight.ts';
import type { Grant } from '../domain/access/principal.ts';
import { migrateToLatest } from '../db/migrate.ts';
import type { Schema } from '../db/schema.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { fillPortfolio } from './portfolio.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '250000' }, rounds: { type: 'string', default: '30' } },
});
const mostMs = 300;
const now = '2026-11-25T09:00:00.000Z';

/** A clock that stands: dates that were made for it stay where they are. */
const standing = { realAt: new Date().toISOString(), calendarAt: now, dayMs: 1e15 };

const asked: Readonly<Record<string, string>> = {
  'list, next steps first': '/recommendations',
  'list, one State, by due date': '/recommendations?state=SI&sort=dueAt',
  'list, what is late': '/recommendations?reading=overdue,escalated',
  'list, a region and a theme': '/recommendations?region=african&theme=Torture',
  'list, a rare word': '/recommendations?q=word7',
  'list, two common words': '/recommendations?q=establish%20independent',
  'list, newest first, many ticks':
    '/recommendations?sort=createdAt&direction=desc&position=supported&implementation=in-progress&sdg=16',
  'figures of everything': '/recommendations/counts',
  'figures of a State': '/recommendations/counts?state=SI',
  'facet: States': '/recommendations/facets/state',
  'facet: themes': '/recommendations/facets/theme',
  'facet: sources': '/recommendations/facets/sourceId',
  'facet: standing': '/recommendations/facets/reading?state=SI',
  today: '/today',
  'State: figures and sources': '/states/SI/figures',
  'State: timeline': '/states/SI/timeline?limit=30',
  'State: timeline, follow-ups alone': '/states/SI/timeline?limit=30&kind=follow-up',
  'mission: what became of each': '/outcomes?sourceId=src_7&limit=200',
  'desk officer of five States: work': '/contacts/con_desk/work?limit=30',
  'desk officer of five States: load': '/contacts/con_desk/load',
  'manager of thirty States: work': '/contacts/con_manager/work?limit=30',
  'manager of thirty States: load': '/contacts/con_manager/load',
};

/** Whose every question is narrowed to what they reach; nobody of whoever sees everything. */
const readers: Readonly<Record<string, readonly Grant[]>> = {
  'a desk officer of six States': [
    {
      role: 'desk-officer',
      scope: { kind: 'states', stateCodes: ['SI', 'AF', 'AL', 'DZ', 'AD', 'AO'], regions: [] },
    },
  ],
  'a desk officer of a region': [
    { role: 'desk-officer', scope: { kind: 'states', stateCodes: ['SI'], regions: ['african'] } },
  ],
  'a focal point of one institution': [
    { role: 'focal-point', scope: { kind: 'institution', institutionId: 'ins_ministry', stateCode: 'SI' } },
  ],
};
const isAskedByAll = (path: string): boolean => /^\/(recommendations|today|states\/SI\/timeline)/.test(path);

/** All figures of a dashboard, as one would write them by hand over all rows. */
const byHand = `select status, rung, state_code, playbook_key, case when status <> 'open' then status
    when rung > 0 then 'escalated' when overdue_from <= '${now}' then 'overdue'
    when action_needed_from <= '${now}' then 'action-needed' else 'on-track' end as reading, count(*)
  from recommendation_lines group by 1, 2, 3, 4, 5`;
const mostOfByHand = 0.2;

const officeRoutes = [stateFigureRoutes, timelineRoutes, outcomeRoutes, workRoutes];

async function buildScreens(db: Kysely<Schema>) {
  const app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const deps = { db, clock: standing } as unknown as AppDeps;
  for (const routes of [facetRoutes, recommendationRoutes, todayRoutes, ...officeRoutes]) routes(app, deps);
  await app.ready();
  return app;
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? NaN;

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await act();
  return performance.now() - begin;
}

/** The figures of a dashboard must take a fraction of counting all rows; the two take turns, so that both find the same machine. */
async function compareWithHand(db: Kysely<Schema>): Promise<void> {
  const ours: number[] = [];
  const hand: number[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    hand.push(await timed(() => sql.raw(byHand).execute(db)));
    ours.push(await timed(() => countRecommendations(db, {}, now)));
  }
  const ratio = percentile(ours, 0.5) / percentile(hand, 0.5);
  if (ratio > mostOfByHand) process.exitCode = 1;
  console.log(
    `figures of everything: ${percentile(ours, 0.5).toFixed(1)} ms, by hand ${percentile(hand, 0.5).toFixed(1)} ms, ratio ${ratio.toFixed(2)}`,
  );
}

/** Asks each path again and again, beside the queries that it came to. */
async function measure(db: Kysely<Schema>, paths: readonly (readonly [string, string])[]): Promise<void> {
  const app = await buildScreens(db);
  for (const [name, path] of paths) {
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < Number(values.rounds); round += 1) {
      queries.length = 0;
      ours.push(
        await timed(async () => {
          const { statusCode, body } = await app.inject(path);
          if (statusCode !== 200) throw new Error(`${path}: ${body}`);
        }),
      );
      const captured = [...queries];
      bare.push(await timed(() => Promise.all(captured.map((query) => database.kysely.executeQuery(query)))));
    }
    const p95 = percentile(ours, 0.95);
    if (p95 > mostMs) process.exitCode = 1;
    console.log(
      [percentile(ours, 0.5), p95, percentile(bare, 0.95)].map((ms) => ms.toFixed(0)).join('\t'),
      `\t${name}`,
    );
  }
  await app.close();
}

const server = await startPostgres({ isDurable: true });
const queries: CompiledQuery[] = [];
const database = await openDatabase({ url: server.url, log: ({ query }) => void queries.push(query) });
try {
  await migrateToLatest(database.kysely);
  const filledMs = await timed(() => fillPortfolio(database.kysely, Number(values.rows), now));
  console.log(`${values.rows} recommendations, made in ${(filledMs / 1_000).toFixed(0)} s; milliseconds`);
  console.log(['API p50', 'API p95', 'bare p95', ''].join('\t'));
  await measure(database.kysely, Object.entries(asked));
  for (const [reader, grants] of Object.entries(readers)) {
    const principal = { actor: 'account:acc_x', accountId: 'acc_x', contactId: null, grants, tokenReach: null };
    console.log(`\nasked by ${reader}`);
    const paths = Object.entries(asked).filter(([, path]) => isAskedByAll(path));
    await measure(sightedDatabase(database.kysely, sightOf(principal)), paths);
  }
  await compareWithHand(database.kysely);
} finally {
  await database.close();
  await server.stop();
}
