import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NotFound } from './not-found.tsx';
import { readAddress, writeAddress } from './address.ts';
import { Gate } from './gate.tsx';
import { versionsOf } from '../screens/playbooks/version.ts';
import { viewOf } from '../screens/recommendations/view.ts';

/** Every screen is a file that a browser loads when it is asked for. The server knows their first parts: api/routes/web.ts. */
const root = createRootRoute({ component: Gate, notFoundComponent: NotFound });

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../screens/today/today.tsx'), 'Today'),
});

const recommendations = createRoute({
  getParentRoute: () => root,
  path: '/recommendations',
  validateSearch: viewOf,
  component: lazyRouteComponent(() => import('../screens/recommendations/recommendations.tsx'), 'Recommendations'),
});

const recommendation = createRoute({
  getParentRoute: () => root,
  path: '/recommendations/$id',
  component: lazyRouteComponent(() => import('../screens/recommendation/recommendation.tsx'), 'Recommendation'),
});

const proof = createRoute({
  getParentRoute: () => root,
  path: '/recommendations/$id/proof',
  component: lazyRouteComponent(() => import('../screens/recommendation/proof.tsx'), 'Proof'),
});

const playbooks = createRoute({
  getParentRoute: () => root,
  path: '/playbooks',
  component: lazyRouteComponent(() => import('../screens/playbooks/list.tsx'), 'Playbooks'),
});

const playbook = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$key',
  validateSearch: versionsOf,
  component: lazyRouteComponent(() => import('../screens/playbooks/read.tsx'), 'PlaybookScreen'),
});

const editPlaybook = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$key/edit',
  validateSearch: versionsOf,
  component: lazyRouteComponent(() => import('../screens/playbooks/edit.tsx'), 'EditPlaybook'),
});

const comparePlaybooks = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$key/compare',
  validateSearch: versionsOf,
  component: lazyRouteComponent(() => import('../screens/playbooks/compare.tsx'), 'ComparePlaybooks'),
});

const adoptPlaybook = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$key/adopt',
  validateSearch: versionsOf,
  component: lazyRouteComponent(() => import('../screens/playbooks/adopt.tsx'), 'AdoptPlaybook'),
});

const batch = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/batches/$id',
  component: lazyRouteComponent(() => import('../screens/playbooks/batch.tsx'), 'BatchScreen'),
});

const ofPlaybooks = [playbooks, playbook, editPlaybook, comparePlaybooks, adoptPlaybook, batch] as const;

/** Screens with an address of their own, by what loads them. */
const at = <const Path extends string>(path: Path, component: Parameters<typeof createRoute>[0]['component']) =>
  createRoute({ getParentRoute: () => root, path, component: component as never });

const register = [
  at(
    '/states',
    lazyRouteComponent(() => import('../screens/states/states.tsx'), 'States'),
  ),
  at(
    '/states/$code',
    lazyRouteComponent(() => import('../screens/states/state.tsx'), 'State'),
  ),
  at(
    '/sources',
    lazyRouteComponent(() => import('../screens/sources/sources.tsx'), 'Sources'),
  ),
  at(
    '/sources/new',
    lazyRouteComponent(() => import('../screens/register/new-source.tsx'), 'NewSource'),
  ),
  at(
    '/sources/$id',
    lazyRouteComponent(() => import('../screens/sources/source.tsx'), 'Source'),
  ),
  at(
    '/sources/$id/add',
    lazyRouteComponent(() => import('../screens/register/add-recommendations.tsx'), 'AddRecommendations'),
  ),
  at(
    '/contacts',
    lazyRouteComponent(() => import('../screens/people/people.tsx'), 'People'),
  ),
  at(
    '/contacts/$id',
    lazyRouteComponent(() => import('../screens/people/contact.tsx'), 'Contact'),
  ),
  at(
    '/institutions',
    lazyRouteComponent(() => import('../screens/people/people.tsx'), 'People'),
  ),
  at(
    '/institutions/$id',
    lazyRouteComponent(() => import('../screens/people/institution.tsx'), 'Institution'),
  ),
  at(
    '/letters',
    lazyRouteComponent(() => import('../screens/letters/letters.tsx'), 'Letters'),
  ),
  at(
    '/letters/$id',
    lazyRouteComponent(() => import('../screens/letters/letter.tsx'), 'LetterScreen'),
  ),
  at(
    '/meetings',
    lazyRouteComponent(() => import('../screens/meetings/meeting.tsx'), 'Selection'),
  ),
  at(
    '/meetings/$id',
    lazyRouteComponent(() => import('../screens/meetings/meeting.tsx'), 'Meeting'),
  ),
];

const ofCampaigns = [
  at(
    '/campaigns',
    lazyRouteComponent(() => import('../screens/campaigns/campaigns.tsx'), 'Campaigns'),
  ),
  at(
    '/campaigns/new',
    lazyRouteComponent(() => import('../screens/campaigns/new-campaign.tsx'), 'NewCampaign'),
  ),
  at(
    '/campaigns/$id',
    lazyRouteComponent(() => import('../screens/campaigns/campaign.tsx'), 'CampaignScreen'),
  ),
  at(
    '/treaties',
    lazyRouteComponent(() => import('../screens/treaties/treaties.tsx'), 'Treaties'),
  ),
  at(
    '/treaties/$key',
    lazyRouteComponent(() => import('../screens/treaties/treaty.tsx'), 'Treaty'),
  ),
  at(
    '/treaties/imports',
    lazyRouteComponent(() => import('../screens/imports/imports.tsx'), 'Imports'),
  ),
  at(
    '/treaties/imports/$id',
    lazyRouteComponent(() => import('../screens/imports/import.tsx'), 'ImportScreen'),
  ),
];
const ofAccess = [
  at(
    '/sign-in',
    lazyRouteComponent(() => import('../screens/sign-in/sign-in.tsx'), 'SignIn'),
  ),
  at(
    '/sign-in/forgotten',
    lazyRouteComponent(() => import('../screens/sign-in/forgotten.tsx'), 'Forgotten'),
  ),
  at(
    '/sign-in/link',
    lazyRouteComponent(() => import('../screens/sign-in/link.tsx'), 'PasswordLink'),
  ),
  at(
    '/account',
    lazyRouteComponent(() => import('../screens/account/account.tsx'), 'OwnAccount'),
  ),
  at(
    '/accounts',
    lazyRouteComponent(() => import('../screens/accounts/accounts.tsx'), 'Accounts'),
  ),
  at(
    '/accounts/$id',
    lazyRouteComponent(() => import('../screens/accounts/account.tsx'), 'AccountScreen'),
  ),
  at(
    '/audit',
    lazyRouteComponent(() => import('../screens/audit/audit.tsx'), 'Audit'),
  ),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([
    today,
    recommendations,
    recommendation,
    proof,
    ...register,
    ...ofPlaybooks,
    ...ofCampaigns,
    ...ofAccess,
  ]),
  parseSearch: readAddress,
  stringifySearch: writeAddress,
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  // eslint-disable-next-line typescript/consistent-type-definitions -- the library merges this interface.
  interface Register {
    router: typeof router;
  }
}
