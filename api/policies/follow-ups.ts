import type { Permission } from '../../domain/access/permissions.ts';
import { may, type Policies, type Policy } from './policy.ts';

const one = { recommendation: 'params.id' } as const;
const question = { isQuestion: true } as const;
const steer = may('follow-ups.steer', one);
const report = may('follow-ups.report', one);
const appeal = may('appeals.act', one);
const verify = may('follow-ups.verify', one);

/** By the name of the command as it stands in its address. */
const commands: Readonly<Record<string, Policy>> = {
  'start-follow-up': steer,
  'record-position': report,
  'assign-role': may('follow-ups.assign', { ...one, contact: 'body.contactId' }),
  'record-contact-unreachable': may('follow-ups.assign', one),
  'report-progress': report,
  'request-extension': report,
  'complete-milestone': report,
  'decide-extension': steer,
  pause: steer,
  resume: steer,
  'approve-escalation': may('letters.write', one),
  'dismiss-escalation': may('letters.write', one),
  'claim-implementation': may('follow-ups.claim', one),
  'reject-verification': verify,
  verify,
  close: steer,
  reopen: steer,
  assess: steer,
  'record-independent-view': may('independent-views.write', one),
  'report-delivery': appeal,
  'record-obstacle': appeal,
  'lift-obstacle': appeal,
  'arrange-twinning': appeal,
  'offer-help': appeal,
  'review-appeal': appeal,
  split: may('follow-ups.steer', { ...one, state: 'body.parts.stateCode' }),
  supersede: may('follow-ups.steer', { recommendation: ['params.id', 'body.successorId'] }),
  merge: may('follow-ups.steer', { recommendation: ['params.id', 'body.successorId'] }),
};

/** Which permission each command takes, by its name in an address; of adopting a playbook too, which has an address of its own. */
export const permissionsOfCommands: ReadonlyMap<string, Permission> = new Map([
  ...Object.entries(commands).flatMap(([name, policy]) =>
    policy.access === 'permission' ? [[name, policy.permission] as const] : [],
  ),
  ['adopt-playbook', 'playbooks.adopt'],
]);

/** What was recommended, what became of it, and what is done about it. */
export const followUpPolicies: Policies = {
  'GET /api/v1/recommendations': may('recommendations.read'),
  'POST /api/v1/recommendations': may('recommendations.register', { state: 'body.stateCode' }),
  'GET /api/v1/recommendations/counts': may('recommendations.read'),
  'GET /api/v1/recommendations/facets/:facet': may('recommendations.read'),
  'GET /api/v1/recommendations/export': may('recommendations.read', {}, { isLogged: true }),
  'GET /api/v1/recommendations/:id': may('recommendations.read', one),
  'GET /api/v1/recommendations/:id/timeline': may('recommendations.read', one),
  'GET /api/v1/recommendations/:id/views': may('recommendations.read', one),
  'GET /api/v1/recommendations/:id/forecast': may('simulations.run', one),
  'GET /api/v1/recommendations/:id/similar': may('recommendations.read', one),
  'POST /api/v1/recommendations/similar': may('recommendations.read', { state: 'body.stateCode' }, question),
  'GET /api/v1/recommendations/:id/instruments': may('recommendations.read', one),
  'PUT /api/v1/recommendations/:id/instruments': may('recommendations.register', one),
  'POST /api/v1/recommendations/:id/answer-links': may('answer-links.give', { ...one, contact: 'body.contactId' }),
  'GET /api/v1/outcomes': may('recommendations.read'),
  ...Object.fromEntries(
    Object.entries(commands).map(([name, policy]) => [`POST /api/v1/recommendations/:id/commands/${name}`, policy]),
  ),

  'POST /api/v1/clusters': may('recommendations.register', {
    state: 'body.stateCode',
    recommendation: 'body.recommendationIds',
  }),
  'GET /api/v1/clusters': may('recommendations.read'),
  'GET /api/v1/clusters/:id': may('recommendations.read', { cluster: 'params.id' }),
  'POST /api/v1/clusters/:id/members': may('recommendations.register', {
    cluster: 'params.id',
    recommendation: 'body.recommendationIds',
  }),
  'DELETE /api/v1/clusters/:id/members/:recommendationId': may('recommendations.register', { cluster: 'params.id' }),

  'POST /api/v1/playbook-adoptions/preview': may(
    'playbooks.adopt',
    { recommendation: 'body.recommendationIds' },
    question,
  ),
  'POST /api/v1/playbook-adoptions': may('playbooks.adopt', { recommendation: 'body.recommendationIds' }),
  'POST /api/v1/bulk-commands/preview': may(
    'follow-ups.steer',
    { recommendation: 'body.recommendationIds', contact: 'body.command.contactId' },
    question,
  ),
  'POST /api/v1/bulk-commands': may('follow-ups.steer', {
    recommendation: 'body.recommendationIds',
    contact: 'body.command.contactId',
  }),
  'GET /api/v1/batches': may('batches.read'),
  'GET /api/v1/batches/:id': may('batches.read', { batch: 'params.id' }),
  'POST /api/v1/simulations': may(
    'simulations.run',
    { recommendation: 'body.scope.recommendationId', source: 'body.scope.sourceId', state: 'body.scope.stateCode' },
    { ...question, mustName: ['recommendation', 'source', 'state'] },
  ),
};
