import { randomBytes } from 'node:crypto';

/** Who plays the administrator, and may be signed in as in a browser. */
export type Administrator = { readonly email: string; readonly password: string; readonly token: string };

/** Uses the set-up link as its reader would, and makes a token for the play. */
export async function becomeAdministrator(address: string, linkSecret: string): Promise<Administrator> {
  const email = 'demo@relance.example';
  const password = randomBytes(12).toString('base64url');
  const use = { email, password, name: 'Demonstration' };
  const used = await post(`${address}/api/v1/session/links/${linkSecret}/use`, use);
  const cookie = used.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const made = await post(
    `${address}/api/v1/account/tokens`,
    { name: 'The play', reach: 'write', days: 7 },
    { cookie },
  );
  const { token } = (await made.json()) as { readonly token: string };
  return { email, password, token };
}

async function post(url: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    // As a browser says of a page's own requests.
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Signing in failed: ${response.status} ${await response.text()}`);
  return response;
}
