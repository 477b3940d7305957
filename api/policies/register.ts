import { may, signedIn, type Policies } from './policy.ts';

const state = { state: 'params.code' } as const;
const contact = { contact: 'params.id' } as const;
const institution = { institution: 'params.id' } as const;
const personal = { isLogged: true } as const;
const ofState = { mustName: ['state'] } as const;

/** States, their people and institutions, where recommendations come from, and who has what to do. */
export const registerPolicies: Policies = {
  'GET /api/v1/states': may('reference.read'),
  'GET /api/v1/states/:code': may('reference.read'),
  'GET /api/v1/states/:code/roles': may('contacts.read', state),
  'GET /api/v1/states/:code/people': may('contacts.read', state, personal),
  'GET /api/v1/states/:code/letter-language': may('letters.read', state),
  'PUT /api/v1/states/:code/letter-language': may('contacts.write', state),
  'PUT /api/v1/states/:code/roles/:role': may('contacts.write', { ...state, contact: 'body.contactId' }),
  'GET /api/v1/states/:code/calendar': may('reference.read'),
  'PUT /api/v1/states/:code/weekend': may('dates.write', state),
  'DELETE /api/v1/states/:code/weekend': may('dates.write', state),
  'GET /api/v1/states/:code/holidays': may('reference.read'),
  'PUT /api/v1/states/:code/holidays/:date': may('dates.write', state),
  'DELETE /api/v1/states/:code/holidays/:date': may('dates.write', state),
  'GET /api/v1/states/:code/figures': may('recommendations.read', state),
  'GET /api/v1/states/:code/timeline': may('recommendations.read', state),
  'GET /api/v1/states/:code/cluster-suggestions': may('recommendations.register', state),
  'GET /api/v1/states/:code/treaty-status': may('reference.read'),

  'GET /api/v1/sources': may('recommendations.read'),
  'POST /api/v1/sources': may('recommendations.register', { state: 'body.stateCode' }, ofState),
  'GET /api/v1/sources/:id': may('recommendations.read', { source: 'params.id' }),
  'GET /api/v1/sources/:id/timeline': may('recommendations.read', { source: 'params.id' }),

  'GET /api/v1/institutions': may('contacts.read'),
  'POST /api/v1/institutions': may('contacts.write', { state: 'body.stateCode' }, ofState),
  'GET /api/v1/institutions/:id': may('contacts.read', institution),
  'GET /api/v1/institutions/:id/work': may('contacts.read', institution),
  'GET /api/v1/institutions/:id/load': may('contacts.read', institution),

  'GET /api/v1/contacts': may('contacts.read', {}, personal),
  'POST /api/v1/contacts': may('contacts.write', { institution: 'body.institutionId' }, { mustName: ['institution'] }),
  'GET /api/v1/contacts/:id': may('contacts.read', contact, personal),
  'PATCH /api/v1/contacts/:id': may('contacts.write', { ...contact, institution: 'body.institutionId' }),
  'GET /api/v1/contacts/:id/absences': may('contacts.read', contact, personal),
  'POST /api/v1/contacts/:id/absences': may('contacts.write', contact),
  'DELETE /api/v1/contacts/:id/absences/:absenceId': may('contacts.write', contact),
  'GET /api/v1/contacts/:id/calendar-feed': may('contacts.write', contact),
  'POST /api/v1/contacts/:id/calendar-feed': may('contacts.write', contact),
  'DELETE /api/v1/contacts/:id/calendar-feed': may('contacts.write', contact),
  'GET /api/v1/contacts/:id/work': may('contacts.read', contact),
  'GET /api/v1/contacts/:id/load': may('contacts.read', contact),

  'POST /api/v1/hand-overs/preview': may(
    'contacts.write',
    { contact: ['body.from.contactId', 'body.to.contactId'], institution: 'body.from.institutionId' },
    { isQuestion: true },
  ),
  'POST /api/v1/hand-overs': may('contacts.write', {
    contact: ['body.from.contactId', 'body.to.contactId'],
    institution: 'body.from.institutionId',
  }),

  'GET /api/v1/saved-views': may('saved-views.read'),
  'POST /api/v1/saved-views': may('saved-views.write'),
  'DELETE /api/v1/saved-views/:id': may('saved-views.write'),
  'GET /api/v1/today': may('recommendations.read'),
  'GET /api/v1/changes': signedIn('It tells only of what its reader sees, and never what has changed'),
};
