import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { bounceAddressOf, digestIdIn, messageIdOf, withoutAddresses } from '../../activities/mail/addresses.ts';
import { readBounce } from '../../activities/mail/read-bounce.ts';

const digestId = 'dig_01J8ZQ4W3V5XKJ2M9R7T6N0ABC';
const sample = (name: string): Buffer => readFileSync(new URL(`./bounces/${name}.eml`, import.meta.url));

describe('what comes back', () => {
  test.each([
    ['postfix-unknown-user', '5.1.1'],
    ['gmail-no-such-user', '5.1.1'],
    ['exchange-full-mailbox', '5.2.2'],
  ])('%s is a permanent failure of the digest that it returns', async (name, status) => {
    expect(await readBounce(sample(name))).toEqual({ digestId, status, isPermanent: true });
  });

  test('a delay is on record, but nobody loses a role for it', async () => {
    expect(await readBounce(sample('postfix-delayed'))).toEqual({ digestId, status: '4.4.1', isPermanent: false });
  });

  test.each(['out-of-office', 'delivered'])('%s is not a bounce', async (name) => {
    expect(await readBounce(sample(name), [bounceAddressOf(digestId, 'bounces@relance.example')])).toBeUndefined();
  });

  test('a report that names no mail of ours is left alone', async () => {
    const foreign = sample('postfix-unknown-user').toString().replaceAll(/dig_/gi, 'msg_');
    expect(await readBounce(foreign)).toBeUndefined();
    expect(await readBounce(foreign, ['bounces+DIG_01J8ZQ4W3V5XKJ2M9R7T6N0ABC@relance.example'])).toMatchObject({
      digestId,
    });
  });

  test('the status may stand in the diagnostic code alone', async () => {
    const text = sample('postfix-unknown-user').toString().replace('Status: 5.1.1', 'Status: 550');
    expect(await readBounce(text)).toMatchObject({ status: '5.1.1', isPermanent: true });
  });

  test('a temporary status is not permanent, even if the server has given up', async () => {
    const text = sample('postfix-unknown-user').toString().replace('Status: 5.1.1', 'Status: 4.4.7');
    expect(await readBounce(text)).toEqual({ digestId, status: '4.4.7', isPermanent: false });
  });

  test('nonsense is read without harm', async () => {
    const whole = sample('exchange-full-mailbox');
    const cut = fc.integer({ min: 0, max: whole.length }).map((at) => whole.subarray(0, at));
    const noise = fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes));
    const mixed = fc.tuple(cut, noise).map(([head, tail]) => Buffer.concat([head, tail]));
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, noise, mixed), async (raw) => {
        const bounce = await readBounce(raw);
        expect(bounce === undefined || bounce.digestId === digestId).toBe(true);
      }),
      { numRuns: 150 },
    );
    expect(await readBounce('')).toBeUndefined();
    expect(await readBounce(Buffer.alloc(2_000_000, 'x'))).toBeUndefined();
  });
});

describe('addresses', () => {
  test('the return path names the digest, also when a server has changed its case', () => {
    const address = bounceAddressOf(digestId, 'bounces@relance.example');
    expect(address).toBe('bounces+dig_01j8zq4w3v5xkj2m9r7t6n0abc@relance.example');
    for (const text of [
      address,
      address.toUpperCase(),
      `<${address}>`,
      messageIdOf(digestId, 'relance.example'),
      digestId,
    ])
      expect(digestIdIn(text)).toBe(digestId);
    for (const text of ['', 'bounces@relance.example', 'dig_short@x', '+@', 'a+b@c'])
      expect(digestIdIn(text)).toBeUndefined();
  });

  test('what goes on record of a server’s answer names nobody', () => {
    expect(withoutAddresses('550 5.1.1 <ana.novak@ministry.example>: no such user')).toBe(
      '550 5.1.1 <address>: no such user',
    );
    expect(withoutAddresses('550 ana.novak@ministry.example\r\n unknown')).toBe('550 <address> unknown');
    expect(withoutAddresses('x'.repeat(900))).toHaveLength(300);
  });
});
