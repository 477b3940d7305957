import { pictureOf } from '../../domain/forecast/picture.ts';
import { shippedPlaybooks } from '../../domain/playbooks/shipped/all.ts';
import { general } from '../../domain/playbooks/shipped/general.ts';
import { ratify } from '../../domain/playbooks/shipped/ratify.ts';

const startedOn = '2026-01-05';

test('rounds that are answered come at the interval, each with its reminders before', () => {
  const { answered } = pictureOf(general, startedOn, 400);
  const checkIns = answered.filter(({ kind }) => kind === 'check-in').map(({ day }) => day);
  expect(checkIns).toEqual([90, 180, 270, 360]);
  const reminders = answered.filter(({ kind, day }) => kind === 'reminder' && day < 90).map(({ day }) => day);
  expect(reminders).toEqual([60, 76, 87]);
  expect(answered.some(({ kind }) => kind === 'rung' || kind === 'ladder-end')).toBe(false);
});

test('silence is reminded of, climbs every rung in order and ends', () => {
  const { silent } = pictureOf(general, startedOn, 600);
  const rungs = silent.flatMap((mark) => (mark.kind === 'rung' ? [[mark.rung, mark.day]] : []));
  expect(rungs).toEqual([
    [1, 157],
    [2, 187],
    [3, 217],
    [4, 247],
    [5, 277],
    [6, 307],
  ]);
  expect(silent.find(({ kind }) => kind === 'ladder-end')).toMatchObject({ day: 367 });
  const after = silent.flatMap((mark) => (mark.kind === 'reminder' && mark.offsetDays > 0 ? [mark.offsetDays] : []));
  expect(after.slice(0, 4)).toEqual([3, 10, 30, 60]);
});

test('milestones, limits and the Treaty Event stand where the playbook says', () => {
  const picture = pictureOf(ratify, startedOn, 1_000);
  expect(picture.milestones.at(-1)).toMatchObject({ key: 'deposit', isClosing: true, usually: { toDays: 1_825 } });
  expect(picture.limits.map(({ key, day }) => [key, day])).toEqual([
    ['stalled-12', 365],
    ['stalled-24', 730],
  ]);
  const [treatyEvent, ...others] = picture.events;
  expect(treatyEvent?.dates.map(({ on }) => on)).toEqual(['2026-09-22', '2027-09-28', '2028-09-26']);
  expect(others.every(({ dates }) => dates.length === 0)).toBe(true);
});

test.each(shippedPlaybooks)('$key is drawn over ten years, in order and within bounds', (playbook) => {
  const { answered, silent } = pictureOf(playbook, startedOn, 3_650);
  for (const marks of [answered, silent]) {
    const days = marks.map(({ day }) => day);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(Math.min(...days)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...days)).toBeLessThanOrEqual(3_650);
  }
});
