import { may, type Policies } from './policy.ts';

const treaty = { state: 'params.participant' } as const;
const ofTheOffice = { isEverywhereOnly: true } as const;
const treatyCommands = [
  'record-signature',
  'record-domestic-act',
  'record-deposit',
  'record-reservation',
  'record-declaration',
  'record-objection',
  'withdraw-statement',
  'denounce',
  'correct-entry',
] as const;

/** What the whole office works with: treaties as their depositary publishes them, playbooks, dates of the world. */
export const referencePolicies: Policies = {
  'GET /api/v1/playbooks': may('reference.read'),
  'POST /api/v1/playbooks': may('playbooks.write', {}, ofTheOffice),
  'GET /api/v1/playbooks/:key': may('reference.read'),
  'PUT /api/v1/playbooks/:key': may('playbooks.write', {}, ofTheOffice),
  'GET /api/v1/playbooks/:key/versions/:version': may('reference.read'),
  'POST /api/v1/playbook-proposals': may('reference.read', {}, { isQuestion: true }),
  'GET /api/v1/base-rates': may('reference.read'),

  'GET /api/v1/world-events': may('reference.read'),
  'POST /api/v1/world-events': may('dates.write', { state: 'body.stateCode' }, { mustName: ['state'] }),
  'GET /api/v1/world-events/:id': may('reference.read'),
  'PUT /api/v1/world-events/:id': may(
    'dates.write',
    { 'world-event': 'params.id', state: 'body.stateCode' },
    { mustName: ['state'] },
  ),
  'DELETE /api/v1/world-events/:id': may('dates.write', { 'world-event': 'params.id' }),
  'POST /api/v1/world-events/:id/replanning': may('dates.write', { 'world-event': 'params.id' }),

  'GET /api/v1/instruments': may('reference.read'),
  'GET /api/v1/instruments/:key': may('reference.read'),
  'GET /api/v1/instruments/:key/parties': may('reference.read'),
  'GET /api/v1/participants': may('reference.read'),
  'GET /api/v1/treaty-status': may('reference.read'),
  'GET /api/v1/treaty-status/:participant/:instrument': may('reference.read'),
  ...Object.fromEntries(
    treatyCommands.map((name) => [
      `POST /api/v1/treaty-status/:participant/:instrument/commands/${name}`,
      may('treaties.write', treaty),
    ]),
  ),

  'GET /api/v1/treaty-status-imports': may('imports.read', {}, ofTheOffice),
  'POST /api/v1/treaty-status-imports': may('treaties.import', {}, ofTheOffice),
  'GET /api/v1/treaty-status-imports/:id': may('imports.read', {}, ofTheOffice),
  'POST /api/v1/treaty-status-imports/:id/judge': may('treaties.import', {}, ofTheOffice),
  'POST /api/v1/treaty-status-imports/:id/apply': may('treaties.import', {}, ofTheOffice),
  'GET /api/v1/treaty-status-imports/:id/rows': may('imports.read', {}, ofTheOffice),
  'GET /api/v1/treaty-status-imports/:id/rows/:number': may('imports.read', {}, ofTheOffice),
  'PUT /api/v1/treaty-status-imports/:id/rows/:number/decision': may('treaties.import', {}, ofTheOffice),
  'GET /api/v1/participant-aliases': may('imports.read', {}, ofTheOffice),
  'GET /api/v1/participant-aliases/:alias': may('imports.read', {}, ofTheOffice),
  'PUT /api/v1/participant-aliases/:alias': may('treaties.import', {}, ofTheOffice),
  'DELETE /api/v1/participant-aliases/:alias': may('treaties.import', {}, ofTheOffice),
};
