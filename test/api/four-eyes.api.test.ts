import { wordsFor } from '../../words/words.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';
import { escaped, linkFor, sendForm, timelineOf } from '../support/voices.ts';

let relance: Relance;
let given: Awaited<ReturnType<typeof register>>;
/** Whoever asks says so: sign-in itself is not what is tested here. */
beforeAll(async () => {
  relance = await openRelance({
    api: {
      identify: ({ headers }) => {
        const accountId = String(headers['x-who'] ?? 'acc_admin');
        const contactId = typeof headers['x-contact'] === 'string' ? headers['x-contact'] : null;
        return Promise.resolve({
          actor: `account:${accountId}`,
          accountId,
          contactId,
          grants: [{ role: 'administrator', scope: { kind: 'everywhere' } }],
          tokenReach: null,
        });
      },
    },
  });
  given = await register(relance.app, { playbook: 'vulnerable-groups' });
}, 60_000);
afterAll(() => relance.close());

const { validation, view } = wordsFor('en');
const evidence = { url: 'https://gazette.example/1', description: 'Act 12' };

/** A claim by the focal point's own link. */
async function claimed() {
  const id = await given.recommend();
  await command(relance.app, id, 'start-follow-up');
  const link = await linkFor(relance.app, id, given.people['focal-point'], 'focal-point');
  const sent = await sendForm(relance.app, link, {
    choice: 'implemented',
    note: 'The act is in force',
    evidenceUrl: evidence.url,
  });
  expect(sent.statusCode).toBe(200);
  return { id, link: await linkFor(relance.app, id, given.people['validating-authority'], 'validating-authority') };
}
const one = async (id: string) => (await ask(relance.app, `GET /v1/recommendations/${id}`)).body;
const verifyBy = (id: string, headers: object) =>
  command(relance.app, id, 'verify', { evidence }, { 'idempotency-key': crypto.randomUUID(), ...headers });

test('a person without an account signs from the mail, and a third person verifies', async () => {
  const { id, link } = await claimed();
  expect(await one(id)).toMatchObject({ waitsFor: 'validation', status: 'under-verification' });
  expect((await one(id)).allowedCommands).toEqual(expect.arrayContaining(['validate', 'decline-validation']));
  expect(await verifyBy(id, {})).toMatchObject({ status: 409, body: { code: 'NotValidated' } });

  const page = await relance.app.inject(link);
  expect(page.body).toContain(escaped(validation.title));
  expect(page.body).toContain(evidence.url);
  expect(page.body).not.toContain(escaped(view.noEvidence));
  expect((await sendForm(relance.app, link, { choice: 'validate', note: '' })).statusCode).toBe(422);
  const signed = await sendForm(relance.app, link, { choice: 'validate', note: 'We have seen the gazette' });
  expect([signed.statusCode, signed.body.includes(validation.thanks.validate)]).toEqual([200, true]);
  expect(await one(id)).toMatchObject({ waitsFor: 'verification' });

  // The same two people, signed in: the account of a contact is the contact.
  for (const role of ['focal-point', 'validating-authority'] as const)
    expect(await verifyBy(id, { 'x-who': `acc_${role}`, 'x-contact': given.people[role] })).toMatchObject({
      status: 403,
      body: { code: 'SamePerson' },
    });
  expect(await verifyBy(id, { 'x-who': 'acc_desk' })).toMatchObject({ status: 200 });
  const types = (await timelineOf(relance.app, id)).map(({ type }) => type);
  expect(types).toEqual(
    expect.arrayContaining(['ImplementationClaimed', 'ClaimValidated', 'ImplementationVerified', 'FollowUpClosed']),
  );
});

test('what the authority sends back goes on, and the focal point is told', async () => {
  const { id, link } = await claimed();
  const sent = await sendForm(relance.app, link, { choice: 'decline', note: 'The act has no budget' });
  expect([sent.statusCode, sent.body.includes(validation.thanks.decline)]).toEqual([200, true]);
  expect(await one(id)).toMatchObject({ status: 'open' });
  const { body } = await ask(relance.app, `GET /v1/notices?recommendationId=${id}`);
  expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual(
    expect.arrayContaining(['validation-wanted', 'claim-rejected']),
  );
  // Nothing waits any more: the link opens the page of whoever answers.
  await eventually(async () => expect((await relance.app.inject(link)).body).not.toContain(escaped(validation.title)));
});

test('one account that does everything is refused, however often it asks', async () => {
  const id = await given.recommend();
  await command(relance.app, id, 'start-follow-up');
  await command(relance.app, id, 'claim-implementation', { note: 'Done', evidence: [evidence] });
  expect(await command(relance.app, id, 'validate', { note: 'Signed' })).toMatchObject({
    status: 403,
    body: { code: 'SamePerson' },
  });
});

test('an old link of somebody who no longer is the authority has nothing to sign', async () => {
  const { id, link } = await claimed();
  await command(relance.app, id, 'assign-role', { role: 'validating-authority', contactId: given.people.alternate });
  expect((await relance.app.inject(link)).body).not.toContain(escaped(validation.title));
});
