import { ConfigError, readConfig } from '../../worker/config.ts';

test.each([
  ['DATABASE_URL', 'mysql://localhost/relance'],
  ['DATABASE_URL', 'not a URL'],
  ['TEMPORAL_ADDRESS', 'localhost'],
  ['TEMPORAL_TLS', 'perhaps'],
  ['SMTP_URL', 'http://mail.example'],
  ['BOUNCE_ADDRESS', 'bounces'],
  ['MAIL_FROM', 'Relance'],
  ['MAIL_FROM', 'Relance <relance@a.example>\nBcc: x@y.example'],
  ['INBOUND_SMTP_PORT', '70000'],
  ['PORT', 'three thousand'],
  ['PUBLIC_URL', 'relance.example'],
  ['RELANCE_DAY_MS', '10'],
  ['RELANCE_DAY_MS', '86400001'],
  ['RELANCE_CLOCK_STARTS_AT', 'next Monday'],
  ['RELANCE_LINK_SECRET', 'short'],
  ['RELANCE_LINK_SECRET_BEFORE', 'short'],
  ['RELANCE_LINK_KEY_DAYS', '0'],
  ['RELANCE_CHECK_LINKS', 'sometimes'],
  ['RELANCE_TRUSTED_PROXIES', 'proxy.example'],
  ['RELANCE_TRUSTED_PROXIES', '10.0.0.0/33'],
  ['RELANCE_ROUTINE_MAIL_DAYS', '0'],
  ['RELANCE_ROUTINE_MAIL_DAYS', '32'],
  ['RELANCE_ROUTINE_MAIL_DAYS', 'weekly'],
  ['RELANCE_KEEP_MAILBOX_DAYS', '0'],
  ['RELANCE_KEEP_ACCESS_LOG_DAYS', 'long'],
  ['RELANCE_MAIL_PER_SECOND', '0'],
  ['RELANCE_MAIL_PER_MINUTE', '1.5'],
  ['RELANCE_TRUSTED_PROXIES', 'the proxy'],
  ['RELANCE_OIDC_ISSUER', 'http://id.example'],
  ['RELANCE_OIDC_ROLE_MAP', '{not JSON'],
  ['RELANCE_OIDC_ROLE_MAP', '{"office":{"role":"king"}}'],
  ['RELANCE_OIDC_ROLE_MAP', '{"office":[]}'],
  ['RELANCE_OIDC_ROLE_MAP', '{"desk":{"role":"focal-point"}}'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s stops the start with one line that names it', (name, value) => {
  const read = (): unknown => readConfig({ [name]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(new RegExp(`^${name}: .+$`));
});

test('a certificate without its key names both', () => {
  expect(() => readConfig({ TEMPORAL_TLS_CERT: 'client.pem' })).toThrow('TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY');
});

test('a public address with a slash at its end makes the same links as one without', () => {
  expect(readConfig({ PUBLIC_URL: 'https://relance.example/' })).toEqual(
    readConfig({ PUBLIC_URL: 'https://relance.example' }),
  );
});

test('a sender is an address, with or without a name', () => {
  for (const from of ['relance@example.org', 'Relance <relance@example.org>', '"A, B" <a@b.example>'])
    expect(readConfig({ MAIL_FROM: from }).mail.from).toBe(from);
});

test('an empty variable is one that is not set, and nothing needs to be set', () => {
  expect(readConfig({ PORT: '', SMTP_URL: '' })).toEqual(readConfig({}));
});

test('an API key or a certificate means TLS, unless it is said otherwise', () => {
  expect(readConfig({}).temporal.isTls).toBe(false);
  expect(readConfig({ TEMPORAL_API_KEY: 'key' }).temporal.isTls).toBe(true);
  expect(readConfig({ TEMPORAL_API_KEY: 'key', TEMPORAL_TLS: 'false' }).temporal.isTls).toBe(false);
});

test('proxies are trusted by address or range, and nobody is unless it is said', () => {
  expect(readConfig({}).http.trustedProxies).toBeUndefined();
  const { http } = readConfig({ RELANCE_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,fd00::/8' });
  expect(http.trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);
});

test('addresses of evidence are looked behind only where it is said', () => {
  expect(readConfig({}).hasLinkChecking).toBe(false);
  expect(readConfig({ RELANCE_CHECK_LINKS: 'true' }).hasLinkChecking).toBe(true);
});

test('routine mail is weekly unless it is said otherwise', () => {
  expect(readConfig({}).mail).toMatchObject({ routineMailDays: 7, maxPerSecond: 50, maxPerMinute: 3_000 });
  expect(readConfig({ RELANCE_ROUTINE_MAIL_DAYS: '14' }).mail.routineMailDays).toBe(14);
});

describe('signing in elsewhere', () => {
  const provider = { RELANCE_OIDC_ISSUER: 'https://id.example', RELANCE_OIDC_CLIENT_ID: 'relance' };

  test('needs a provider and what we are called there, and a map for the claim of roles', () => {
    expect(readConfig({}).openid).toBeUndefined();
    expect(() => readConfig({ RELANCE_OIDC_CLIENT_ID: 'relance' })).toThrow('belong together');
    expect(() => readConfig({ ...provider, RELANCE_OIDC_ROLES_CLAIM: 'groups' })).toThrow('RELANCE_OIDC_ROLE_MAP');
    expect(readConfig(provider).openid).toMatchObject({ issuer: 'https://id.example', scope: 'openid email profile' });
  });

  test('a role without a place holds everywhere', () => {
    const desk = { role: 'desk-officer', scope: { kind: 'states', stateCodes: ['SI'], regions: ['african'] } };
    const map = JSON.stringify({ office: { role: 'manager' }, desk: [desk] });
    const { openid } = readConfig({ ...provider, RELANCE_OIDC_ROLES_CLAIM: 'groups', RELANCE_OIDC_ROLE_MAP: map });
    expect(openid?.roles).toEqual({
      claim: 'groups',
      map: { office: [{ role: 'manager', scope: { kind: 'everywhere' } }], desk: [desk] },
    });
  });
});
