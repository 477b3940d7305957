import { languageWanted } from '../../api/reader-language.ts';
import { languages, type Language } from '../../db/schema.ts';
import { noticeKinds } from '../../domain/follow-up/notices.ts';
import { wordsFor } from '../../words/words.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let id: string;
let people: Awaited<ReturnType<typeof register>>['people'];
let link: string;
beforeAll(async () => {
  relance = await openRelance();
  ({ recommendationId: id, people } = await register(relance.app));
  expect((await command(relance.app, id, 'start-follow-up')).status).toBe(200);
  const claim = { contactId: people['focal-point'], recommendationId: id, role: 'focal-point' } as const;
  link = `/answer/${await relance.links.sign(claim, relance.now())}`;
}, 60_000);
afterAll(() => relance.close());

async function speak(language: Language, contactId = people['focal-point']): Promise<void> {
  const { headers } = await ask(relance.app, `GET /v1/contacts/${contactId}`);
  const changed = await ask(
    relance.app,
    `PATCH /v1/contacts/${contactId}`,
    { language },
    { 'if-match': String(headers['etag']) },
  );
  expect(changed.status).toBe(200);
}

const post = (fields: Readonly<Record<string, string>>) =>
  relance.app.inject({
    method: 'POST',
    url: link,
    payload: new URLSearchParams({ nonce: 'a-nonce-of-mine', ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
/** As Eta escapes what it puts into a page. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

describe.each(languages)('the answer page in %s', (language) => {
  const { answer: words, stateName, direction } = wordsFor(language);
  beforeAll(() => speak(language));

  test('is in the language of the contact, whatever the browser asks for', async () => {
    const browser = { 'accept-language': language === 'en' ? 'fr' : 'en' };
    const { body, headers } = await ask(relance.app, `GET ${link}`, undefined, browser);
    expect(headers['content-language']).toBe(language);
    expect(body).toContain(`<html lang="${language}" dir="${direction}">`);
    const { title, legend, submit, footer, choices, stage } = words;
    const said = [
      title,
      legend,
      submit,
      footer,
      choices['not-me'].hint,
      stage.names['partly-implemented'],
      stateName('SI'),
    ];
    for (const each of said) expect(body).toContain(escaped(each));
    expect(body).toContain('<blockquote dir="auto">Establish an ombudsman');
    expect(body.includes('<h1 lang="en" dir="ltr">')).toBe(language !== 'en');
    if (language !== 'en') expect(body).not.toContain(wordsFor('en').answer.legend);
  });

  test('says in that language what is missing or wrong', async () => {
    const { wrong, missing } = words;
    const cases: readonly (readonly [Record<string, string>, string])[] = [
      [{}, wrong.choice],
      [{ choice: 'progress', note: 'x'.repeat(5_001) }, wrong.form],
      [{ choice: 'implemented', note: 'Done', evidenceUrl: 'ftp://x' }, wrong.evidenceUrl],
      [{ choice: 'more-time', note: 'Late', untilOn: '2026-02-31' }, wrong.untilOn],
      [{ choice: 'progress', note: '' }, missing.note],
      [{ choice: 'not-me', note: '' }, missing.whomToAsk],
      [{ choice: 'implemented', note: 'Done' }, missing.evidenceUrl],
      [{ choice: 'more-time', note: 'Late' }, missing.untilOn],
    ];
    for (const [fields, error] of cases) {
      const { statusCode, body, headers } = await post(fields);
      expect([statusCode, headers['content-language']]).toEqual([422, language]);
      expect(body).toContain(`role="alert">${escaped(error)}</p>`);
    }
  });

  test('says in that language why an answer is refused, and thanks for one that is taken', async () => {
    const refused = await post({ choice: 'more-time', note: 'Late', untilOn: '2020-01-01' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain(escaped(words.refused.ExtensionNotLater));
    expect(refused.body).toContain(escaped(words.nothingSent));
    const taken = await post({ choice: 'progress', note: 'A bill', nonce: `nonce-${language}-1` });
    expect([taken.statusCode, taken.headers['content-language']]).toEqual([200, language]);
    expect(taken.body).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(taken.body).toContain(escaped(words.thanks.progress));
    const { body } = await ask(relance.app, `GET ${link}`);
    expect(body).toMatch(/<dd>[^<]+\p{N}[^<]+A bill/u);
  });

  test('says in the language of the browser that a link is not valid', async () => {
    const wish = { 'accept-language': `sw, ${language}-XX;q=0.9, de;q=0.8` };
    for (const method of ['GET', 'POST']) {
      const { status, body, headers } = await ask(relance.app, `${method} /answer/no-such-link`, undefined, wish);
      expect([status, headers['content-language']]).toEqual([403, language]);
      expect(body).toContain(escaped(words.linkNotValid.why));
      expect(body).toContain(`dir="${direction}"`);
    }
  });
});

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['de, sw', 'en'],
  ['fr-CH, fr;q=0.9, en;q=0.8', 'fr'],
  ['en;q=0.3, ar-EG;q=0.7', 'ar'],
  ['zh;q=0, es', 'es'],
  ['*;q=0.1;;=,,', 'en'],
] as const)('who asks for %s reads %s', (asked, read) => expect(languageWanted(asked)).toBe(read));

describe('a preview', () => {
  let noticeId: string;
  beforeAll(async () => {
    await speak('ru', people['desk-officer']);
    const body = { untilOn: '2029-12-01', reason: 'Elections' };
    expect((await command(relance.app, id, 'request-extension', body)).status).toBe(200);
    noticeId = await eventually(async () => {
      const { items } = (await ask(relance.app, `GET /v1/notices?recommendationId=${id}`)).body;
      return items.find(({ kind }: { kind: string }) => kind === 'decision-wanted').noticeId;
    });
  });
  const rows = () => relance.db.selectFrom('notices').selectAll().orderBy('notice_id').execute();
  const eventCount = () => relance.db.selectFrom('events').select('event_id').execute();

  test('shows a notice on record in each language, and changes nothing', async () => {
    const before = [await rows(), await eventCount()];
    for (const language of languages) {
      const { mail, date, direction } = wordsFor(language);
      const headline = mail.dated['decision-wanted'].replace('{date}', date('2029-12-01'));
      const html = await ask(relance.app, `GET /v1/notices/${noticeId}/preview?language=${language}`);
      expect(html).toMatchObject({
        status: 200,
        headers: {
          'content-language': language,
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
        },
      });
      expect(html.body).toContain(escaped(headline));
      expect(html.body).toContain(`dir="${direction}"`);
      const text = await ask(relance.app, `GET /v1/notices/${noticeId}/preview?language=${language}&format=text`);
      expect(text.headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(text.body).toContain(headline);
      expect(text.body).toContain('desk'); // Their own name: it is a manager who looks.
    }
    expect([await rows(), await eventCount()]).toEqual(before);
  });

  test('is in the reader’s own language when none is asked for', async () => {
    const { headers, body } = await ask(relance.app, `GET /v1/notices/${noticeId}/preview`);
    expect(headers['content-language']).toBe('ru');
    expect(body).toContain('Требуется Ваше решение');
  });

  test('shows a notice that nobody takes as written to its role', async () => {
    const { notice_id } = (await rows())[0]!;
    await relance.db.updateTable('notices').set({ contact_id: null }).where('notice_id', '=', notice_id).execute();
    const { status, body } = await ask(relance.app, `GET /v1/notices/${notice_id}/preview?language=fr`);
    expect(status).toBe(200);
    expect(body).toContain('Bonjour fonctionnaire chargé du dossier,');
  });

  test('of any kind with invented facts has a link that opens nothing', async () => {
    for (const language of languages)
      for (const kind of noticeKinds) {
        const { status, headers, body } = await ask(
          relance.app,
          `GET /v1/notice-previews?kind=${kind}&language=${language}&format=text`,
        );
        expect([status, headers['content-language']]).toEqual([200, language]);
        const opened = /http:\/\/relance\.example(\/answer\/\S+)/.exec(body)?.[1];
        expect(opened).toBe('/answer/preview');
      }
    expect((await relance.app.inject('/answer/preview')).statusCode).toBe(403);
  });

  test('of what does not exist is a problem document that names the field', async () => {
    const unknown = await ask(relance.app, 'GET /v1/notices/no-such-notice/preview?language=fr');
    expect(unknown).toMatchObject({ status: 404, body: { code: 'UnknownNotice' } });
    for (const [query, path] of [
      ['notice-previews?kind=no-such-kind&language=fr', '/kind'],
      ['notice-previews?language=fr', '/kind'],
      ['notice-previews?kind=closed&language=xx', '/language'],
      ['notice-previews?kind=closed&format=pdf', '/format'],
      [`notices/${noticeId}/preview?language=xx`, '/language'],
      ['notice-kinds?language=xx', '/language'],
    ])
      expect(await ask(relance.app, `GET /v1/${query}`)).toMatchObject({
        status: 400,
        body: { code: 'InvalidRequest', fields: [{ path }] },
      });
  });

  test('of every kind is offered by name', async () => {
    const { body } = await ask(relance.app, 'GET /v1/notice-kinds?language=es');
    expect(body.map(({ kind }: { kind: string }) => kind)).toEqual(noticeKinds);
    expect(body).toContainEqual({ kind: 'closed', name: 'Cierre del seguimiento' });
  });
});
