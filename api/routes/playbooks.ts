import canonicalize from 'canonicalize';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listPlaybookVersions, type PlaybookVersion } from '../../db/queries/playbooks.ts';
import { saveOwnPlaybook } from '../../db/register/playbooks.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { etagOf, ifMatchHeaders, versionIn } from '../etag.ts';
import { prepareOwnPlaybook, type NumberlessPlaybook } from '../prepare-playbook.ts';
import { Problem } from '../problems.ts';
import { idempotencyHeaders, problemResponses } from '../schemas/common.ts';
import { newPlaybookBody, playbookChangeBody, playbookSchema } from '../schemas/playbooks.ts';
import { typed } from './route.ts';

const tags = ['Playbooks'];
const params = z.object({ key: z.string().max(60) });
const versionParams = params.extend({ version: z.coerce.number().int().min(1).max(999_999_999) });
const many = { 200: z.array(playbookSchema), ...problemResponses };
const one = { 200: playbookSchema, ...problemResponses };

export function playbookRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  const list = { tags, summary: 'What new follow-ups start with: the current version of each', response: many };
  app.get('/playbooks', { schema: list }, async () =>
    (await listPlaybookVersions(db)).filter(({ isCurrent }) => isCurrent).map(view),
  );

  const versions = { tags, summary: 'Every version, the current one first', params, response: many };
  app.get('/playbooks/:key', { schema: versions }, async ({ params: { key } }, reply) => {
    const found = await requireVersions(deps, key);
    return reply.header('etag', etagOf(found[0].playbook.version)).send(found.map(view));
  });

  app.get(
    '/playbooks/:key/versions/:version',
    { schema: { tags, params: versionParams, response: one } },
    async ({ params: { key, version } }) => view(await requireVersion(deps, key, version)),
  );

  const create = {
    tags,
    summary: 'A playbook of our own, written whole or copied from a version of another',
    headers: idempotencyHeaders,
    body: newPlaybookBody,
    response: { 201: playbookSchema, ...problemResponses },
  };
  app.post('/playbooks', { schema: create }, async ({ body }, reply) => {
    const { key, note, ...wish } = body;
    const playbook = await prepareOwnPlaybook(db, key, wish);
    const version = await saveOwnPlaybook(db, { playbook, expected: null, note: note ?? null, at: nowOf(deps) });
    const saved = version === undefined ? await requireSame(deps, playbook) : await requireVersion(deps, key, version);
    return reply.status(201).header('etag', etagOf(saved.playbook.version)).send(view(saved));
  });

  const save = {
    tags,
    summary: 'Saves the next version: nothing is overwritten, and running follow-ups keep theirs',
    params,
    headers: ifMatchHeaders,
    body: playbookChangeBody,
    response: one,
  };
  app.put('/playbooks/:key', { schema: save }, async ({ params: { key }, headers, body }, reply) => {
    const expected = versionIn(headers);
    const [current] = await requireVersions(deps, key);
    if (current.playbook.version !== expected) throw new Problem('ChangedMeanwhile');
    const { note, ...wish } = body;
    const playbook = await prepareOwnPlaybook(db, key, wish, current.playbook);
    const version = await saveOwnPlaybook(db, { playbook, expected, note: note ?? null, at: nowOf(deps) });
    if (version === undefined) throw new Problem('ChangedMeanwhile');
    return reply.header('etag', etagOf(version)).send(view(await requireVersion(deps, key, version)));
  });
}

type Versions = readonly [PlaybookVersion, ...PlaybookVersion[]];

async function requireVersions({ db }: AppDeps, key: string): Promise<Versions> {
  const [current, ...others] = await listPlaybookVersions(db, key);
  if (current === undefined) throw new Problem('UnknownPlaybook');
  return [current, ...others];
}

async function requireVersion(deps: AppDeps, key: string, version: number): Promise<PlaybookVersion> {
  const found = (await requireVersions(deps, key)).find(({ playbook }) => playbook.version === version);
  if (found === undefined) throw new Problem('UnknownPlaybook');
  return found;
}

/** The first try saved it and its answer was lost; anything else under the key is somebody else's. */
async function requireSame(deps: AppDeps, playbook: NumberlessPlaybook): Promise<PlaybookVersion> {
  const asked = canonicalize({ ...playbook, version: 0 });
  const found = (await requireVersions(deps, playbook.key)).find(
    (stored) => stored.origin === 'own' && canonicalize({ ...stored.playbook, version: 0 }) === asked,
  );
  if (found === undefined)
    throw new Problem('PlaybookExists', undefined, { fields: [{ path: '/key', message: 'is taken' }] });
  return found;
}

const view = ({ playbook, ...stored }: PlaybookVersion) => ({
  ...playbook,
  ...stored,
  ladder: playbook.ladder.map((rung, index) => ({ rung: index + 1, ...rung })),
});
