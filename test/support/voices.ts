import type { FastifyInstance } from 'fastify';
import type { Language } from '../../db/schema.ts';
import { ask } from './relance.ts';

/** A contact who speaks for an institution, and holds no role by that. */
export async function registerVoice(app: FastifyInstance, kind: 'nhri' | 'ngo' | 'ministry', name: string) {
  const institution = await ask(app, 'POST /v1/institutions', { name: `The ${name}`, kind, stateCode: 'SI' });
  const contact = await ask(app, 'POST /v1/contacts', {
    name,
    address: `${name}@voices.example`,
    timeZone: 'Europe/Ljubljana',
    institutionId: institution.body.id,
  });
  return { contactId: contact.body.id as string, institutionId: institution.body.id as string };
}

/** The path of an answer link made on demand. */
export async function linkFor(app: FastifyInstance, id: string, contactId: string, role: string): Promise<string> {
  const { status, body } = await ask(app, `POST /v1/recommendations/${id}/answer-links`, { contactId, role });
  if (status !== 200) throw new Error(`no link: ${JSON.stringify(body)}`);
  return new URL(body.url).pathname;
}

export async function speak(app: FastifyInstance, contactId: string, language: Language): Promise<void> {
  const { headers } = await ask(app, `GET /v1/contacts/${contactId}`);
  const changed = await ask(app, `PATCH /v1/contacts/${contactId}`, { language }, { 'if-match': headers['etag'] });
  if (changed.status !== 200) throw new Error(`not changed: ${JSON.stringify(changed.body)}`);
}

let forms = 0;
/** Sends the form of a page as a browser does; each time another form unless it brings its own nonce. */
export const sendForm = (app: FastifyInstance, url: string, fields: Readonly<Record<string, string>>) =>
  app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams({ nonce: `nonce-of-form-${(forms += 1)}`, ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

/** As Eta escapes what it puts into a page. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

export const timelineOf = async (app: FastifyInstance, id: string): Promise<any[]> =>
  (await ask(app, `GET /v1/recommendations/${id}/timeline`)).body;
