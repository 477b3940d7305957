import { languages } from '../../db/schema.ts';
import { languageNames } from '../../words/language-names.ts';
import { wordsFor } from '../../words/words.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';
import { scan, type Site } from '../support/scanner.ts';
import { escaped, linkFor, registerVoice, sendForm, timelineOf } from '../support/voices.ts';

let relance: Relance;
let given: Awaited<ReturnType<typeof register>>;
beforeAll(async () => {
  relance = await openRelance();
  given = await register(relance.app);
}, 60_000);
afterAll(() => relance.close());

const { answer, after } = wordsFor('en');
async function asked(): Promise<{ id: string; link: string }> {
  const id = await given.recommend();
  await command(relance.app, id, 'start-follow-up');
  await eventually(async () =>
    expect((await ask(relance.app, `GET /v1/recommendations/${id}`)).body.round).not.toBeNull(),
  );
  return { id, link: await newLink(id) };
}
const newLink = (id: string) => linkFor(relance.app, id, given.people['focal-point'], 'focal-point');
const drafts = () => relance.db.selectFrom('answer_drafts').selectAll().execute();
const save = (link: string, fields: Readonly<Record<string, string>>) =>
  sendForm(relance.app, link, { do: 'save', ...fields });
const open = (link: string) => sendForm(relance.app, link, { do: 'open' });
const typesOf = async (id: string) => (await timelineOf(relance.app, id)).map(({ type }) => type);

test('what is kept for later is in no event, is shown to nobody who only opens the link, and is erased by the answer', async () => {
  const { id, link } = await asked();
  const before = await typesOf(id);
  const kept = await save(link, { choice: 'implemented', note: 'Ask Mr Kralj', evidenceUrl: 'gazette.example/1' });
  expect([kept.statusCode, kept.body.includes(after.kept.nothingSent)]).toEqual([200, true]);
  expect(await typesOf(id)).toEqual(before);
  expect(JSON.stringify(await relance.db.selectFrom('events').selectAll().execute())).not.toContain('Kralj');

  const page = await relance.app.inject(link);
  expect(page.body).toContain(after.found.split('{date}')[0]);
  expect(page.body).not.toContain('Kralj');
  // A newer mail with the same question, but nobody else's.
  const again = await open(await newLink(id));
  expect(again.body).toContain('Ask Mr Kralj</textarea>');
  expect(again.body).toContain('value="gazette.example/1"');
  expect(again.body).toContain(escaped(after.chooseAgain.replace('{choice}', answer.choices.implemented.label)));
  expect(again.body).not.toMatch(/type="radio"[^>]* checked/);
  const others = await linkFor(relance.app, id, given.people.alternate, 'alternate');
  expect((await open(others)).body).not.toContain('Kralj');

  expect((await sendForm(relance.app, link, { choice: 'progress', note: 'A bill', do: 'send' })).statusCode).toBe(200);
  expect(await drafts()).toEqual([]);
  expect((await typesOf(id)).filter((type) => type === 'ProgressReported')).toHaveLength(1);
});

test('saving an empty form keeps nothing and overwrites nothing; a text that is too long is refused', async () => {
  const { link } = await asked();
  await save(link, { note: 'Half a sentence' });
  for (const fields of [{}, { note: '  ' }, { choice: 'progress' }] as const) {
    const { statusCode, body } = await save(link, fields);
    expect([statusCode, body.includes(after.nothingToKeep)]).toEqual([422, true]);
  }
  expect((await save(link, { note: 'x'.repeat(5_001) })).statusCode).toBe(422);
  expect((await open(link)).body).toContain('Half a sentence</textarea>');
  expect((await sendForm(relance.app, link, { do: 'erase' })).statusCode).toBe(422);
  expect(await drafts()).toHaveLength(1);
  const erased = await sendForm(relance.app, link, { do: 'erase', isErased: 'yes' });
  expect([erased.statusCode, erased.body.includes(after.erase.done)]).toEqual([200, true]);
  expect(await drafts()).toEqual([]);
});

test('what has expired is not found, and leaves with the next that is kept', async () => {
  const [old, other] = [await asked(), await asked()];
  await save(old.link, { note: 'Long ago' });
  await relance.db.updateTable('answer_drafts').set({ expires_at: '2020-01-01T00:00:00.000Z' }).execute();
  expect((await relance.app.inject(old.link)).body).not.toContain(after.open);
  expect((await open(old.link)).body).not.toContain('Long ago');
  await save(other.link, { note: 'Today' });
  expect((await drafts()).map(({ form }) => form.note)).toEqual(['Today']);
});

test('an independent voice keeps a view too', async () => {
  const { id } = await asked();
  const { contactId } = await registerVoice(relance.app, 'nhri', 'ombudsman');
  await ask(relance.app, 'PUT /v1/states/SI/roles/nhri', { contactId });
  const link = await linkFor(relance.app, id, contactId, 'nhri');
  await save(link, { choice: 'view', note: 'Nothing is seen' });
  const again = await open(link);
  expect(again.body).toContain('Nothing is seen</textarea>');
  expect(again.body).not.toMatch(/type="radio"[^>]* checked/);
  const sent = await sendForm(relance.app, link, { choice: 'view', note: 'Nothing is seen' });
  expect([sent.statusCode, sent.body.includes(after.who.view)]).toEqual([200, true]);
});

test('after an answer the page names the next date, the day of our next mail, and who reads it', async () => {
  const { id, link } = await asked();
  const { body } = await sendForm(relance.app, link, { choice: 'progress', note: 'A bill' });
  const { round } = (await ask(relance.app, `GET /v1/recommendations/${id}`)).body;
  expect(body).toContain(`<dt>${after.next.due}</dt><dd>${wordsFor('en').date(round.dueOn)}</dd>`);
  expect(body).toContain(`<dt>${after.next.mail}</dt>`);
  expect(body).toContain(escaped(after.who.answer));
  const moved = await sendForm(relance.app, (await asked()).link, { choice: 'not-me', note: 'Ask Ms Zupan' });
  expect(moved.body).toContain(escaped(after.who['not-me']));
  expect(moved.body).not.toContain(after.next.due);
});

test.each(languages)('the page is read in %s by its own name, and answers in that language', async (language) => {
  const { link } = await asked();
  const { answer: words, after: more, direction } = wordsFor(language);
  const page = await relance.app.inject(`${link}?lang=${language}`);
  expect(page.headers['content-language']).toBe(language);
  expect(page.body).toContain(`<html lang="${language}" dir="${direction}">`);
  for (const [code, name] of Object.entries(languageNames))
    expect(page.body.includes(`hreflang="${code}"`) && page.body.includes(`>${name}</a>`)).toBe(code !== language);
  const action = /<form method="post" action="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const sent = await sendForm(relance.app, action, { choice: 'progress', note: 'x' });
  expect(sent.body).toContain(escaped(words.thanks.progress));
  expect(sent.body).toContain(escaped(more.next.heading));
  expect((await relance.app.inject(`${link}?lang=xx&lang=yy`)).headers['content-language']).toBe('en');
});

describe('a mail scanner', () => {
  /** 10,000 in a long run; each makes some twenty requests. */
  const scanners = Number(process.env.RELANCE_TEST_SCANNERS ?? 40);
  const everything = async () => ({
    events: await relance.db.selectFrom('events').select('event_id').execute(),
    notices: await relance.db.selectFrom('notices').select(['notice_id', 'status']).orderBy('notice_id').execute(),
    contacts: await relance.db.selectFrom('contacts').selectAll().orderBy('id').execute(),
    drafts: await drafts(),
  });
  async function scanAll(site: Site, link: string, times: number): Promise<number> {
    let requests = 0;
    for (let number = 0; number < times; number += 1)
      requests += await scan(site, link, `10.1.${number >> 8}.${number % 256}`);
    return requests;
  }

  test('changes nothing, before a person has written anything and after; then the person answers once', async () => {
    const { id, link } = await asked();
    const untouched = await everything();
    const requests = await scanAll(relance.app, link, scanners);
    expect(await everything()).toEqual(untouched);
    await save(link, { choice: 'progress', note: 'A bill is drafted' });
    const withDraft = await everything();
    const more = await scanAll(relance.app, link, scanners);
    expect(await everything()).toEqual(withDraft);
    console.log(`${requests + more} requests of ${2 * scanners} scanners changed nothing`);
    const form = { nonce: 'the-nonce-of-a-person', choice: 'progress', note: 'A bill is drafted' };
    for (const _ of [1, 2]) expect((await sendForm(relance.app, link, form)).statusCode).toBe(200);
    expect((await typesOf(id)).filter((type) => type === 'ProgressReported')).toHaveLength(1);
  }, 600_000);

  test('the control: a page that acts when it is opened is found out', async () => {
    const { id, link } = await asked();
    const acting: Site = {
      inject: async (request) => {
        if (request.method === 'GET') await sendForm(relance.app, link, { choice: 'progress', note: 'Opened' });
        return relance.app.inject(request);
      },
    };
    await scan(acting, link, '10.2.0.1');
    expect(await typesOf(id)).toContain('ProgressReported');
  });
});
