import type { AddressInfo } from 'node:net';
import { accessRoles, type AccessRole } from '../../domain/access/principal.ts';
import { addAccount, addSession } from '../support/administrator.ts';
import { openBrowser, signInBrowser } from '../support/browser.ts';
import { openRelance, type Relance } from '../support/relance.ts';
import { fillRoleOffice, grantsOf, type RoleOffice } from '../support/role-office.ts';
import { walker, type Seen } from '../support/walk.ts';

let relance: Relance;
let office: RoleOffice;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let home = '';
beforeAll(async () => {
  relance = await openRelance({ startsAt: '2026-01-05T06:00:00.000Z' });
  office = await fillRoleOffice(relance);
  await relance.app.listen({ port: 0, host: '127.0.0.1' });
  home = `http://127.0.0.1:${(relance.app.server.address() as AddressInfo).port}`;
  browser = await openBrowser(() => home);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await relance?.close();
});

/** One of each, whoever asks: what is not theirs says so, and asks for nothing. */
const screens = (): Readonly<Record<string, string>> => ({
  recommendation: `/recommendations/${office.recommendationId}`,
  appeal: `/recommendations/${office.appealId}`,
  proof: `/recommendations/${office.recommendationId}/proof`,
  state: '/states/SI',
  'another state': '/states/KE',
  source: `/sources/${office.sourceId}`,
  'new source': '/sources/new',
  person: `/contacts/${office.people['focal-point']}`,
  institution: `/institutions/${office.institutionId}`,
  letter: `/letters/${office.letterId}`,
  meeting: `/meetings/${office.meetingId}`,
  campaign: `/campaigns/${office.campaignId}`,
  'new campaign': '/campaigns/new',
  treaty: '/treaties/CAT',
  imports: '/treaties/imports',
  import: `/treaties/imports/${office.importId}`,
  playbook: '/playbooks/general',
  'edit playbook': '/playbooks/general/edit',
  'adopt playbook': '/playbooks/general/adopt',
  account: '/account',
});

/** What a screen is read with, and what is everybody's own: neither changes what the office has. */
const harmless = /^(Print|Filter|Saved views|Show more|The same as a table|Try again|Entries .*|.*: \d+)$/;
/** What is not theirs does not exist for them, and says so. */
const isNotTheirs = (fault: string): boolean => /: 404 |It does not exist, or does no longer/.test(fault);

async function walkAs(role: AccessRole): Promise<Readonly<Record<string, Seen>>> {
  const reader = await browser.reader('en');
  const id = await addAccount(relance.db, { grants: [grantsOf(office)[role]], name: role });
  await signInBrowser(reader.page.context(), home, { signIn: () => addSession(relance.db, id) });
  await reader.open('/');
  const links = reader.page.getByRole('navigation', { name: 'Main navigation' }).locator('a:not([href^="/api"])');
  const offered = await Promise.all((await links.all()).map(async (link) => (await link.getAttribute('href')) ?? ''));
  const go = walker(reader.page);
  const seen: Record<string, Seen> = {};
  const all = { ...Object.fromEntries(offered.map((address) => [address, address])), ...screens() };
  for (const [name, address] of Object.entries(all))
    seen[name] = await go(address, name === 'appeal' ? '#main [aria-label="The appeal"]' : 'h1');
  seen['browser'] = { offers: [], faults: reader.complaints.filter((text) => !/status of 404/.test(text)) };
  await reader.page.context().close();
  return seen;
}

/** What each role is offered that changes something, screen by screen; a screen that is not named offers it nothing. */
const answers = ['Report progress', 'Report as implemented', 'More ▾'];
const ofAppeal = ['Record an obstacle', 'Twin with a party', 'Offer help', 'Record a review'];
const running = ['Pause', 'Change title, dates and waves', 'Take in States', 'Leave out a State', 'End the campaign'];
const ofPlaybook = ['Edit a copy', 'Move running follow-ups to this version'];
const importing = ['Record it', 'Judge again', 'Remember Freedonia', 'Decide 2'];
const appealed = ['Report progress', 'Record a milestone', 'Report as implemented', 'More ▾'];
const desk = {
  recommendation: answers,
  appeal: [...appealed, 'Lift The text is not translated', ...ofAppeal],
  state: ['Give a role'],
  source: ['Add recommendations'],
  letter: ['Edit', 'Approve', 'Dismiss'],
  treaty: ['Record'],
};
const manager = {
  ...desk,
  'another state': ['Give a role'],
  campaign: running,
  import: importing,
  playbook: ofPlaybook,
};
const tables: Readonly<Record<AccessRole, Readonly<Record<string, readonly string[]>>>> = {
  administrator: manager,
  manager: manager,
  'desk-officer': { ...desk, playbook: ofPlaybook.slice(1) },
  'national-coordinator': { recommendation: answers, appeal: appealed },
  'focal-point': { recommendation: answers, appeal: appealed },
  'validating-authority': {},
  'resident-coordinator': { appeal: ['Lift The text is not translated', ...ofAppeal] },
  'independent-assessor': { recommendation: ['More ▾'], appeal: ['More ▾'] },
  auditor: {},
};
const key = [
  'recommendation',
  'appeal',
  'state',
  'another state',
  'source',
  'letter',
  'campaign',
  'treaty',
  'import',
  'playbook',
];

test.each(accessRoles)(
  'the %s meets no refusal, and no button that would be refused',
  async (role) => {
    const seen = await walkAs(role);
    const changing = Object.entries(seen).map(
      ([name, { offers }]) => [name, offers.filter((each) => !harmless.test(each))] as const,
    );
    const offered = Object.fromEntries(changing.filter(([name, offers]) => key.includes(name) && offers.length > 0));
    const faults = Object.values(seen).flatMap((each) => each.faults.filter((fault) => !isNotTheirs(fault)));
    expect({ faults, offered }).toEqual({ faults: [], offered: tables[role] });
    if (role === 'auditor')
      expect(changing.filter(([name, offers]) => name !== 'account' && offers.length > 0)).toEqual([]);
  },
  60_000,
);
