import { itemsOf } from '../../domain/correspondence/cluster-items.ts';
import type { NoticeKind } from '../../domain/follow-up/notices.ts';
import type { Role } from '../../domain/follow-up/roles.ts';

const notice = (id: string, clusterId: string | null, kind: NoticeKind = 'check-in', role: Role = 'focal-point') => ({
  id,
  clusterId,
  kind,
  role,
});
const shown = (notices: readonly ReturnType<typeof notice>[]): readonly string[] =>
  itemsOf(notices).map((item) => [item.notice, ...item.together].map(({ id }) => id).join('+'));

test('what one cluster asks of one role is one item, in the place of the first', () => {
  const notices = [notice('a', 'c1'), notice('b', null), notice('c', 'c2'), notice('d', 'c1', 'reminder-after')];
  expect(shown(notices)).toEqual(['a+d', 'b', 'c']);
});

test('what only informs, and what another role is asked, stays apart', () => {
  const notices = [notice('a', 'c1'), notice('b', 'c1', 'closed'), notice('c', 'c1', 'check-in', 'alternate')];
  expect(shown(notices)).toEqual(['a', 'b', 'c']);
});

test('no cluster, no grouping; nothing is lost', () => {
  expect(shown([notice('a', null), notice('b', null)])).toEqual(['a', 'b']);
  expect(shown([])).toEqual([]);
});
