import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { findSeen, statesOfSubjects, type KeptKind } from '../db/queries/subjects.ts';
import type { Schema } from '../db/schema.ts';
import { sightedDatabase } from '../db/sight.ts';
import type { Permission } from '../domain/access/permissions.ts';
import type { Principal } from '../domain/access/principal.ts';
import { isNowhere, reachesState, reachOf, touchesState, type Reach } from '../domain/access/reach.ts';
import { sightOf } from '../domain/access/sight.ts';
import type { RecommendationId } from '../domain/ids.ts';
import { principalOf } from './access.ts';
import { idsNamedBy } from './named.ts';
import type { PermissionPolicy, Subject, SubjectKind } from './policies/policy.ts';
import { Problem, type ProblemCode } from './problems.ts';

type Court = { readonly db: Kysely<Schema>; readonly policy: PermissionPolicy };
type Named = { readonly subject: Subject; readonly ids: readonly string[] };

/**
 * Whether somebody may do this to what the request names. What they cannot see is unknown to them, exactly as if it did
 * not exist; what they see and may not touch is refused. Whoever may do it everywhere is not asked: the route itself
 * says what does not exist.
 */
export async function judgeSubjects({ db, policy }: Court, request: FastifyRequest): Promise<void> {
  const principal = principalOf(request);
  const reach = reachOf(principal, policy.permission);
  if (reach.isEverywhere) return;
  const named = policy.subjects.map((subject) => ({ subject, ids: idsNamedBy(request, subject) }));
  if (!isEnough(policy.mustName, named)) throw new Problem('Forbidden');
  for (const each of named.filter(({ ids }) => ids.length > 0)) {
    if (each.subject.of === 'state') judgeStates(principal, reach, each, request.method === 'GET');
    else await judgeKept({ db, principal, reach }, each, each.subject.of, request.method === 'GET');
  }
}

const isEnough = (mustName: readonly SubjectKind[], named: readonly Named[]): boolean =>
  mustName.length === 0 || named.some(({ subject, ids }) => mustName.includes(subject.of) && ids.length > 0);

function judgeStates(principal: Principal, reach: Reach, { subject, ids }: Named, isReading: boolean): void {
  for (const code of ids) {
    if (isReading ? touchesState(reach, code) : reachesState(reach, code)) continue;
    const isSeen = touchesState(reachOf(principal, 'recommendations.read'), code);
    throw isSeen ? new Problem('Forbidden') : unknown('state', subject, [code]);
  }
}

type Judging = { readonly db: Kysely<Schema>; readonly principal: Principal; readonly reach: Reach };

async function judgeKept(
  { db, principal, reach }: Judging,
  { subject, ids }: Named,
  kind: KeptKind,
  isReading: boolean,
): Promise<void> {
  const seen = await findSeen(sightedDatabase(db, sightOf(principal)), kind, ids);
  const unseen = ids.filter((id) => !seen.has(id));
  if (unseen.length > 0) throw unknown(kind, subject, unseen);
  if (isReading) return;
  const within = sightedDatabase(db, { of: () => reach, contactId: null, actors: [] });
  const reached = kind === 'batch' ? seen : await findSeen(within, kind, ids);
  const states = (await statesOfSubjects(db, kind, ids)) ?? [];
  const isReached = ids.every((id) => reached.has(id));
  if (!isReached || !states.every((code) => code !== null && reachesState(reach, code))) throw new Problem('Forbidden');
}

type Change = { readonly principal: Principal; readonly permission: Permission; readonly id: RecommendationId };

/** Whether somebody has a permission for a recommendation. */
export async function mayChange(db: Kysely<Schema>, { principal, permission, id }: Change): Promise<boolean> {
  const reach = reachOf(principal, permission);
  if (reach.isEverywhere || isNowhere(reach)) return reach.isEverywhere;
  const within = sightedDatabase(db, { of: () => reach, contactId: null, actors: [] });
  return (await findSeen(within, 'recommendation', [id])).has(id);
}

const unknownCodes: Readonly<Record<SubjectKind, ProblemCode>> = {
  recommendation: 'UnknownRecommendation',
  contact: 'UnknownContact',
  institution: 'UnknownInstitution',
  source: 'UnknownSource',
  letter: 'UnknownLetter',
  notice: 'UnknownNotice',
  digest: 'UnknownDigest',
  cluster: 'UnknownCluster',
  dialogue: 'UnknownDialogue',
  campaign: 'UnknownCampaign',
  'world-event': 'UnknownWorldEvent',
  batch: 'UnknownBatch',
  state: 'UnknownState',
};

/** What an address names is not found; what a body names cannot be taken, and each is told by its path. */
function unknown(kind: SubjectKind, { at }: Subject, ids: readonly string[]): Problem {
  const [where, ...path] = at.split('.');
  if (where === 'params') return new Problem(unknownCodes[kind]);
  const noun = kind.replace('-', ' ');
  const fields = ids.map((id) => ({ path: `/${path.join('/')}`, message: `no such ${noun}: ${id}` }));
  return new Problem('UnprocessableReference', undefined, { fields });
}
