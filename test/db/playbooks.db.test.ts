import { findNewestPlaybook, listPlaybookVersions } from '../../db/queries/playbooks.ts';
import { saveOwnPlaybook, storeShippedPlaybooks } from '../../db/register/playbooks.ts';
import { playbookOf } from '../support/follow-up.ts';
import { describeOnBothDatabases } from '../support/databases.ts';

const at = '2026-01-05T10:00:00.000Z';
describeOnBothDatabases('playbooks of our own beside those that ship', (database) => {
  const db = () => database().kysely;
  const general = playbookOf('general');
  const edit = (title: string, expected: number) =>
    saveOwnPlaybook(db(), { playbook: { ...general, title }, expected, note: null, at });
  const ship = (version: number) => storeShippedPlaybooks(db(), [{ ...general, version, title: `Shipped ${version}` }]);
  const titles = async () =>
    (await listPlaybookVersions(db(), 'general')).map(({ playbook, origin, shippedVersion, isCurrent }) =>
      [playbook.version, playbook.title, origin, shippedVersion, isCurrent].join(' '),
    );

  test('an upgrade neither hides nor overwrites what was edited here, and is stored once', async () => {
    expect(await edit('Ours', 2)).toBe(3);
    await ship(3);
    await ship(3);
    expect(await titles()).toEqual([
      '3 Ours own  true',
      '4 Shipped 3 shipped 3 false',
      '2 General follow-up shipped 2 false',
    ]);
    expect((await findNewestPlaybook(db(), 'general'))?.title).toBe('Ours');
    expect(await edit('Ours, with theirs', 3)).toBe(5);
    await ship(4);
    await ship(5);
    expect((await titles()).slice(0, 4)).toEqual([
      '5 Ours, with theirs own  true',
      '7 Shipped 5 shipped 5 false',
      '6 Shipped 4 shipped 4 false',
      '4 Shipped 3 shipped 3 false',
    ]);
  });

  test('a key that was ours before something shipped under it stays ours', async () => {
    const mine = { ...general, key: 'climate', title: 'Our climate' };
    expect(await saveOwnPlaybook(db(), { playbook: mine, expected: null, note: null, at })).toBe(1);
    await storeShippedPlaybooks(db(), [{ ...general, key: 'climate', version: 1 }]);
    expect((await findNewestPlaybook(db(), 'climate'))?.title).toBe('Our climate');
    expect(await listPlaybookVersions(db(), 'climate')).toHaveLength(2);
  });

  test('where nothing was edited, an upgrade is what new follow-ups start with', async () => {
    await storeShippedPlaybooks(db(), [{ ...playbookOf('ratify'), version: 3, title: 'Newer' }]);
    expect((await findNewestPlaybook(db(), 'ratify'))?.title).toBe('Newer');
  });

  test('of ten who save at once from the same version, one saves', async () => {
    const ref = { ...playbookOf('legislation') };
    const saves = Array.from({ length: 10 }, () =>
      saveOwnPlaybook(db(), { playbook: ref, expected: 1, note: null, at }),
    );
    expect((await Promise.all(saves)).filter((version) => version === 2)).toHaveLength(1);
  });
});
