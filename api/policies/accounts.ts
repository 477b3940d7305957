import { anybody, may, signedIn, type Policies } from './policy.ts';

const beginning = anybody('Here people become somebody: with a password, a code, or their organisation’s word');
const link = anybody('Whoever holds the one-time link chooses a password with it');
const own = signedIn('One’s own account, and nobody else’s');
const administration = may('accounts.manage', {}, { isEverywhereOnly: true, isLogged: true });
const personalData = may('personal-data.manage', {}, { isEverywhereOnly: true, isLogged: true });

/** Signing in, one’s own account, and the accounts of all others. */
export const accountPolicies: Policies = {
  'POST /api/v1/session': beginning,
  'POST /api/v1/session/second-factor': beginning,
  'GET /api/v1/session/openid': beginning,
  'GET /api/v1/session/openid/start': beginning,
  'GET /api/v1/session/openid/return': beginning,
  'POST /api/v1/session/links/reset': beginning,
  'GET /api/v1/session/links/:token': link,
  'POST /api/v1/session/links/:token/use': link,
  'GET /api/v1/session': own,
  'DELETE /api/v1/session': anybody('Whose session has ended already has signed out too'),

  'GET /api/v1/account': own,
  'GET /api/v1/account/personal-data': own,
  'PATCH /api/v1/account': own,
  'POST /api/v1/account/password': own,
  'GET /api/v1/account/sessions': own,
  'DELETE /api/v1/account/sessions/:id': own,
  'POST /api/v1/account/second-factor': own,
  'POST /api/v1/account/second-factor/confirm': own,
  'DELETE /api/v1/account/second-factor': own,
  'GET /api/v1/account/tokens': own,
  'POST /api/v1/account/tokens': own,
  'DELETE /api/v1/account/tokens/:id': own,

  'GET /api/v1/accounts': administration,
  'POST /api/v1/accounts': administration,
  'GET /api/v1/accounts/:id': administration,
  'PATCH /api/v1/accounts/:id': administration,
  'PUT /api/v1/accounts/:id/grants': administration,
  'POST /api/v1/accounts/:id/invitation': administration,
  'DELETE /api/v1/accounts/:id/sessions': administration,
  'GET /api/v1/accounts/:id/personal-data': personalData,
  'POST /api/v1/accounts/:id/erasure': personalData,
};
