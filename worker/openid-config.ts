import { z } from 'zod';
import type { OpenIdSettings } from '../api/sign-in/openid-provider.ts';
import { grantSchema } from '../api/schemas/access.ts';
import { refusalOfGrants } from '../domain/access/grants.ts';

const text = z.string().min(1);

/** Tokens in the clear would be anybody's: without TLS only to a provider on this machine, as tests have one. */
const isSafeIssuer = (value: string): boolean => {
  const { protocol, hostname } = URL.canParse(value) ? new URL(value) : { protocol: '', hostname: '' };
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
};

/** `{"office": {"role": "manager"}, "desk": [{"role": "desk-officer", "scope": {…}}]}`; a role without a place holds everywhere. */
const roleMapSchema = z
  .record(text, z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]))
  .transform((map) =>
    Object.fromEntries(Object.entries(map).map(([value, given]) => [value, [given].flat().map(withPlace)])),
  )
  .pipe(z.record(text, z.array(grantSchema).min(1)))
  .refine((map) => Object.values(map).every((grants) => refusalOfGrants(grants) === undefined));

const withPlace = (grant: unknown): unknown =>
  typeof grant === 'object' && grant !== null && !('scope' in grant)
    ? { ...grant, scope: { kind: 'everywhere' } }
    : grant;

const fromJson = (value: string): unknown => {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
};

const mapProblem =
  'must be JSON that gives each value of the claim one grant or several: {"office": {"role": "manager"}}';

export const openIdSettings = {
  RELANCE_OIDC_ISSUER: text
    .refine(isSafeIssuer, 'must be an https:// address (http:// only on this machine)')
    .optional(),
  RELANCE_OIDC_CLIENT_ID: text.optional(),
  RELANCE_OIDC_CLIENT_SECRET: text.optional(),
  RELANCE_OIDC_NAME: text.max(100).default('OpenID Connect'),
  RELANCE_OIDC_SCOPE: text.default('openid email profile'),
  RELANCE_OIDC_ROLES_CLAIM: text.optional(),
  RELANCE_OIDC_ROLE_MAP: text
    .transform(fromJson)
    .refine((value) => roleMapSchema.safeParse(value).success, mapProblem)
    .transform((value) => roleMapSchema.parse(value))
    .optional(),
};
type Settings = z.output<z.ZodObject<typeof openIdSettings>>;

/** Undefined where nobody signs in elsewhere; a text that says what is missing. */
export function openIdFrom(settings: Settings): OpenIdSettings | undefined | string {
  const { RELANCE_OIDC_ISSUER: issuer, RELANCE_OIDC_CLIENT_ID: clientId } = settings;
  const { RELANCE_OIDC_CLIENT_SECRET: clientSecret, RELANCE_OIDC_ROLES_CLAIM: claim } = settings;
  const { RELANCE_OIDC_ROLE_MAP: map, RELANCE_OIDC_NAME: name, RELANCE_OIDC_SCOPE: scope } = settings;
  if (issuer === undefined && clientId === undefined) return undefined;
  if (issuer === undefined || clientId === undefined)
    return 'RELANCE_OIDC_ISSUER and RELANCE_OIDC_CLIENT_ID belong together: set both or none';
  if ((claim === undefined) !== (map === undefined))
    return 'RELANCE_OIDC_ROLES_CLAIM and RELANCE_OIDC_ROLE_MAP belong together: set both or none';
  return {
    issuer,
    clientId,
    name,
    scope,
    ...(clientSecret === undefined ? {} : { clientSecret }),
    ...(claim === undefined || map === undefined ? {} : { roles: { claim, map } }),
  };
}
