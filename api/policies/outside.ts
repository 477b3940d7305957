import { screens } from '../routes/web.ts';
import { anybody, byLink, may, type Policies } from './policy.ts';

const files = anybody('The screens themselves, which hold no word of the register');
/** It asks for an administrator itself: it is a page, and stands outside the API. */
const caught = may('accounts.manage', {}, { isEverywhereOnly: true });
const answer = byLink('Signed for one contact and one question: it has its own authority');

/** What stands beside the API, and what of the API asks nobody who they are. */
export const outsidePolicies: Policies = {
  'GET /': files,
  'GET /assets/*': files,
  ...Object.fromEntries(
    screens.flatMap((screen) => [
      [`GET /${screen}`, files],
      [`GET /${screen}/*`, files],
    ]),
  ),
  'GET /health/live': anybody('Whoever runs the service asks it, and it says yes or no'),
  'GET /health/ready': anybody('Whoever runs the service asks it, and it names parts and no fact'),
  'GET /answer/:token': answer,
  'POST /answer/:token': answer,
  'GET /calendars/:token': byLink('A secret address that one contact was given, and that can be taken away'),
  'GET /mailbox': caught,
  'GET /mailbox/:id': caught,
  'GET /api/docs': anybody('How to ask, and nothing of what is answered'),
  'GET /api/docs/*': anybody('How to ask, and nothing of what is answered'),
  'GET /api/v1/openapi.json': anybody('How to ask, and nothing of what is answered'),
  'GET /api/v1/installation': anybody('A screen must know the day before anybody has signed in'),
  'GET /api/v1/audit': may('audit.read', {}, { isEverywhereOnly: true, isLogged: true }),
  'GET /api/v1/actors': may('actors.read'),
};
