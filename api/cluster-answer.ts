import { isLinkRevoked } from '../db/register/answer-link-revocations.ts';
import { memberIdsOf } from '../db/register/clusters.ts';
import { listHolders } from '../db/queries/follow-ups.ts';
import { getRecommendation } from '../db/queries/recommendations.ts';
import { resolveRole } from '../domain/follow-up/roles.ts';
import { findAsked, type Asked } from './asked.ts';
import { nowOf, type AppDeps } from './deps.ts';

/**
 * All that a link answers. A cluster's link speaks for whatever its contact is asked about in the cluster now, and for
 * the recommendation that it was sent for, which may have left the cluster since; any other link speaks for one.
 */
export async function findAllAsked(deps: AppDeps, asked: Asked): Promise<readonly Asked[]> {
  const { clusterId, recommendationId } = asked.claim;
  const members = clusterId === undefined ? [] : await memberIdsOf(deps.db, clusterId);
  const all: Asked[] = [asked];
  for (const id of members) {
    if (id === recommendationId || !(await isTheirs(deps, asked, id))) continue;
    const claim = { ...asked.claim, recommendationId: id };
    if (await isLinkRevoked(deps.db, claim)) continue;
    const other = await findAsked(deps, claim);
    if (other !== undefined) all.push({ ...other, contact: asked.contact });
  }
  return all;
}

/**
 * Somebody else's recommendation may share the cluster: the link does not answer for them. Whoever stands in for a leave
 * answers for all of it as its holder does, who may answer from there too.
 */
async function isTheirs({ db, ...deps }: AppDeps, { claim }: Asked, id: string): Promise<boolean> {
  const now = nowOf(deps);
  const row = await getRecommendation(db, id, now);
  if (row?.status == null) return false;
  const takers = [undefined, now].map(async (at) =>
    resolveRole(claim.role, await listHolders(db, id, row.state_code, at)),
  );
  return (await Promise.all(takers)).some((taken) => taken?.contactId === claim.contactId);
}
