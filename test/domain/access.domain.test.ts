import fc from 'fast-check';
import { grantsFromClaims, refusalOfGrants } from '../../domain/access/grants.ts';
import { refusalOfPassword } from '../../domain/access/password-policy.ts';
import type { Grant } from '../../domain/access/principal.ts';
import { safeReturnPath } from '../../domain/access/return-path.ts';
import { endsAt, idleForMs, isOver, lastsForMs } from '../../domain/access/session-life.ts';
import {
  codeAttempts,
  failuresAfterAttempt,
  passwordAttempts,
  waitBeforeAttempt,
  type Failures,
} from '../../domain/access/sign-in-attempts.ts';

const owner = { email: 'vesna.novak@mfa.gov.si', name: 'Vesna Novak' };
const at = (ms: number): string => new Date(Date.UTC(2026, 0, 5) + ms).toISOString();

describe('a password', () => {
  test.each([
    'a quiet river under snow',
    'Dolga pot do Ljubljane',
    'xK3vQ9mT2pLw',
    'Wünsche-für-2031!',
    '长长的河流与安静的雪山之间有路',
    'one of eighty words '.repeat(12),
  ])('is taken whatever characters it is made of: %s', (password) =>
    expect(refusalOfPassword(password, owner)).toBeUndefined(),
  );

  test.each([
    ['eleven chars', 'PasswordTooShort', 'elevenchars'],
    ['empty', 'PasswordTooShort', ''],
    ['257 characters', 'PasswordTooLong', 'ab3x'.repeat(64) + 'z'],
    ['on the list', 'PasswordTooCommon', 'Counterstrike'],
    ['on the list in capitals', 'PasswordTooCommon', 'PEANUTBUTTER'],
    ['a common word and a year', 'PasswordTooCommon', 'Password2026!'],
    ['a common word in disguise', 'PasswordTooCommon', 'P@ssw0rd-P@ssw0rd'],
    ['a common word twice', 'PasswordTooCommon', 'welcomewelcome1'],
    ['one key held down', 'PasswordTooCommon', 'aaaaaaaaaaaaaaaa'],
    ['a row of figures', 'PasswordTooCommon', '123456789012'],
    ['a row of letters', 'PasswordTooCommon', 'abcdefghijklm'],
    ['the name of this program', 'PasswordTooCommon', 'relance-2026!'],
    ['their own name', 'PasswordNamesYou', 'vesnanovak12'],
    ['their own address', 'PasswordNamesYou', 'vesna.novak@mfa'],
  ])('%s is refused as %s', (_, refusal, password) => expect(refusalOfPassword(password, owner)).toBe(refusal));

  test('of random letters is never refused for what it says', () => {
    const letter = fc.constantFrom(...'bcdfghjkqvxz'.split(''));
    fc.assert(
      fc.property(fc.array(letter, { minLength: 16, maxLength: 60 }), (letters) => {
        fc.pre(new Set(letters).size > 5);
        expect(refusalOfPassword(letters.join(''), owner)).toBeUndefined();
      }),
    );
  });
});

describe('attempts to sign in', () => {
  /** Tries again and again as soon as it may; how often it could in a time. */
  const triesWithin = (policy: typeof passwordAttempts, ms: number): number => {
    let before: Failures | undefined;
    let nowMs = 0;
    for (let tries = 0; ; tries += 1) {
      nowMs += waitBeforeAttempt(policy, before, at(nowMs));
      if (nowMs > ms) return tries;
      before = failuresAfterAttempt(before, at(nowMs));
    }
  };

  test('five mistakes cost nothing, and no wait is longer than a quarter of an hour', () => {
    let before: Failures | undefined;
    for (let each = 0; each < 5; each += 1) {
      expect(waitBeforeAttempt(passwordAttempts, before, at(0))).toBe(0);
      before = failuresAfterAttempt(before, at(0));
    }
    expect(waitBeforeAttempt(passwordAttempts, before, at(0))).toBe(2_000);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), fc.integer({ min: 0, max: 10 ** 9 }), (failures, ms) => {
        const waitMs = waitBeforeAttempt(passwordAttempts, { failures, lastAt: at(0) }, at(ms));
        expect(waitMs).toBeGreaterThanOrEqual(0);
        expect(waitMs).toBeLessThanOrEqual(15 * 60_000);
        expect(waitBeforeAttempt(passwordAttempts, { failures, lastAt: at(0) }, at(ms + waitMs))).toBe(0);
      }),
    );
  });

  test('whoever guesses without pause gets some hundred guesses a day, and of codes too', () => {
    const day = 86_400_000;
    expect(triesWithin(passwordAttempts, day)).toBeLessThan(130);
    expect(triesWithin(codeAttempts, day)).toBeLessThan(130);
  });

  test('each wait is as long as the one before, or longer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (failures) => {
        const wait = (of: number): number =>
          waitBeforeAttempt(passwordAttempts, { failures: of, lastAt: at(0) }, at(0));
        expect(wait(failures + 1)).toBeGreaterThanOrEqual(wait(failures));
      }),
    );
  });

  test('a day after the last one all is forgotten', () => {
    const before = { failures: 1_000, lastAt: at(0) };
    expect(waitBeforeAttempt(passwordAttempts, before, at(86_400_000))).toBe(0);
    expect(failuresAfterAttempt(before, at(86_400_000)).failures).toBe(1);
  });
});

test('a session is over exactly when it says it ends', () => {
  const ms = fc.integer({ min: 0, max: lastsForMs + idleForMs });
  fc.assert(
    fc.property(ms, ms, (seenMs, nowMs) => {
      const times = { createdAt: at(0), rotatedAt: at(0), lastSeenAt: at(seenMs) };
      fc.pre(nowMs >= seenMs);
      expect(isOver(times, at(nowMs))).toBe(at(nowMs) >= endsAt(times));
    }),
  );
});

describe('claims', () => {
  const everywhere = { kind: 'everywhere' } as const;
  const map = {
    office: [{ role: 'manager', scope: everywhere }],
    'desk africa': [{ role: 'desk-officer', scope: { kind: 'states', stateCodes: [], regions: ['african'] } }],
    both: [
      { role: 'manager', scope: everywhere },
      { role: 'auditor', scope: everywhere },
    ],
  } as const satisfies Readonly<Record<string, readonly Grant[]>>;

  test.each([
    ['a list', { groups: ['office', 'unknown'] }, 'groups', map.office],
    ['one text', { groups: 'unknown office' }, 'groups', map.office],
    ['an object within', { realm_access: { roles: ['desk africa'] } }, 'realm_access.roles', map['desk africa']],
    ['a name that is an address', { 'https://un.example/roles': ['office'] }, 'https://un.example/roles', map.office],
    ['the same twice', { groups: ['office', 'both', 'office'] }, 'groups', map.both],
    ['nothing', {}, 'groups', []],
    ['no texts', { groups: [1, null, { office: true }] }, 'groups', []],
    ['the names of what every object has', { groups: ['constructor', '__proto__', 'toString'] }, 'groups', []],
  ])('in %s are worth what the map says', (_, claims, name, grants) => {
    expect(grantsFromClaims(claims, name, map)).toEqual(grants);
  });

  test('nobody is granted what the map does not hold, whatever the provider sends', () => {
    const worth = new Set(
      Object.values(map)
        .flat()
        .map((grant) => JSON.stringify(grant)),
    );
    fc.assert(
      fc.property(fc.object(), fc.string(), (claims, name) => {
        const granted = grantsFromClaims(claims as Record<string, unknown>, name, map);
        expect(granted.every((grant) => worth.has(JSON.stringify(grant)))).toBe(true);
        expect(refusalOfGrants(granted)).toBeUndefined();
      }),
    );
  });
});

describe('after signing in', () => {
  test.each(['/', '/recommendations?state=SI&overdue=true#top', '/states/SI'])('one goes on to %s', (path) =>
    expect(safeReturnPath(path)).toBe(path),
  );
  test.each([
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/ok\r\nset-cookie: x',
    'javascript:alert(1)',
    '/a b',
  ])('nobody is led away by %p', (path) => expect(safeReturnPath(path)).toBe('/'));
  test('whatever is wished for, the place is one of ours', () => {
    const hostile = fc.array(fc.constantFrom('/', '\\', '.', ':', '@', 'evil.example', '\t', '%2f', 'a'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(hostile, (parts) => {
        expect(new URL(safeReturnPath(parts.join('')), 'https://relance.example').host).toBe('relance.example');
      }),
    );
  });
});
