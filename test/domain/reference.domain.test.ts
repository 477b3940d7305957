import { stateByCode, states } from '../../domain/reference/states.ts';

const zones = new Set(Intl.supportedValuesOf('timeZone'));
/** Node lists the older spelling of some zones and accepts both. */
const isZone = (name: string): boolean => {
  if (zones.has(name)) return true;
  return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
};
const scripts = {
  ru: /^[\p{Script=Cyrillic}\s'’()—.-]+$/u,
  zh: /^[\p{Script=Han}（）]+$/u,
  ar: /^[\p{Script=Arabic}\s()-]+$/u,
};
const countBy = (key: 'regionalGroup' | 'membership') => {
  const counts: Record<string, number> = {};
  for (const state of states) counts[state[key]] = (counts[state[key]] ?? 0) + 1;
  return counts;
};

describe('the table of States', () => {
  it('has the 193 members and the two observers, each once', () => {
    expect(countBy('membership')).toEqual({ member: 193, observer: 2 });
    expect(new Set(states.map((state) => state.code)).size).toBe(195);
  });

  it('has the regional groups in the sizes that the United Nations publishes', () => {
    expect(countBy('regionalGroup')).toEqual({
      african: 54,
      'asia-pacific': 54,
      'eastern-european': 23,
      'latin-american-and-caribbean': 33,
      'western-european-and-others': 29,
      none: 2,
    });
  });

  it('names every State in six languages, each in its own script', () => {
    for (const { names } of states) {
      for (const name of Object.values(names)) expect(name.length).toBeGreaterThan(1);
      expect(names.ru).toMatch(scripts.ru);
      expect(names.zh).toMatch(scripts.zh);
      expect(names.ar).toMatch(scripts.ar);
    }
  });

  it('gives no two States one name', () => {
    for (const language of ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const)
      expect(new Set(states.map((state) => state.names[language])).size).toBe(195);
  });

  it('knows a real zone and a weekend of one or two days for each', () => {
    for (const { timeZone, weekend } of states) {
      expect(isZone(timeZone)).toBe(true);
      expect([1, 2]).toContain(weekend.length);
      for (const day of weekend) expect(day).toBeGreaterThanOrEqual(1);
    }
  });

  it('finds one by its code and nothing by a code that no State has', () => {
    expect(stateByCode('SI')?.names.fr).toBe('Slovénie');
    expect(stateByCode('EG')?.weekend).toEqual([5, 6]);
    expect(stateByCode('XX')).toBeUndefined();
  });
});
