import { accountPolicies } from './policies/accounts.ts';
import { correspondencePolicies } from './policies/correspondence.ts';
import { followUpPolicies } from './policies/follow-ups.ts';
import { outsidePolicies } from './policies/outside.ts';
import type { Policies, Policy } from './policies/policy.ts';
import { referencePolicies } from './policies/reference.ts';
import { registerPolicies } from './policies/register.ts';

/**
 * Who may ask what: every route that there is, by method and address. A route that is missing here is not served: the
 * API refuses to be built (api/judge.ts). The tests of every role and the page docs/access.md are made from it.
 */
export const policies: Policies = {
  ...outsidePolicies,
  ...accountPolicies,
  ...registerPolicies,
  ...followUpPolicies,
  ...correspondencePolicies,
  ...referencePolicies,
};

/** Pages that a plugin brings, each file with a route of its own. */
const docs = 'GET /api/docs/*';

/** Fastify answers HEAD wherever it answers GET, and with the same policy. */
export function policyOf(table: Policies, method: string, url: string): Policy | undefined {
  const key = `${method === 'HEAD' ? 'GET' : method} ${url}`;
  return table[key.startsWith(docs.slice(0, -1)) ? docs : key];
}
