import type { Grant } from '../../domain/access/principal.ts';
import { storeAlarmingPlaybook } from './letters.ts';
import { ask, command, eventually, register, type Relance } from './relance.ts';
import { bringTable, header } from './treaty-tables.ts';

/** An office in which there is one of everything that a screen shows, most of it of Slovenia; and who has which role in it. */
export async function fillRoleOffice(relance: Relance) {
  const { app } = relance;
  const post = async (path: string, body: object): Promise<any> => {
    const { status, body: answer } = await ask(app, `POST /v1/${path}`, body);
    if (status >= 300) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  await storeAlarmingPlaybook(relance.db);
  const { people, sourceId, recommend, recommendationId } = await register(app, { paragraph: '12' });
  const ministry = { name: 'Ministry of Justice', kind: 'ministry', stateCode: 'SI' };
  const { id: institutionId } = await post('institutions', ministry);
  const { headers } = await ask(app, `GET /v1/contacts/${people['focal-point']}`);
  const ifMatch = { 'if-match': String(headers.etag) };
  await ask(app, `PATCH /v1/contacts/${people['focal-point']}`, { institutionId }, ifMatch);
  await command(app, recommendationId, 'start-follow-up');
  const alarming = await recommend({ playbook: 'alarming', paragraph: '13', text: 'Close the old prison' });
  await command(app, alarming, 'start-follow-up');
  await command(app, alarming, 'assess', { assessment: 'E', reason: 'It was made larger' });
  const letterId = (await eventuallyOne(relance, `letters?recommendationId=${alarming}`)).id;
  const talk = { kind: 'meeting', heldOn: '2026-01-03', subject: 'Talks in Ljubljana', stateCodes: ['SI'] };
  const { id: meetingId } = await post('dialogue', { ...talk, sourceIds: [sourceId], shareable: 'They talked.' });
  await post('treaty-status/SI/CAT/commands/record-deposit', { on: '1993-07-16', how: 'accession' });
  const { id: campaignId } = await post('campaigns', {
    title: 'Universal ratification of CEDAW',
    instruments: ['CEDAW'],
    states: { kind: 'list', stateCodes: ['SI', 'KE'] },
    targetOn: '2030-12-31',
  });
  const appealId = await appealOf(relance, campaignId);
  await command(app, appealId, 'record-obstacle', { obstacle: 'translation', note: '' });
  const table = [header, 'CAT,SI,,1990-01-01,accession', 'CAT,Freedonia,,1990-01-01,accession'].join('\n');
  const importId = (await bringTable(app, table)).body.id;
  return { people, institutionId, sourceId, recommendationId, letterId, meetingId, campaignId, appealId, importId };
}
export type RoleOffice = Awaited<ReturnType<typeof fillRoleOffice>>;

const eventuallyOne = ({ app }: Relance, path: string): Promise<any> =>
  eventually(async () => {
    const { body } = await ask(app, `GET /v1/${path}`);
    if (body.items?.[0] === undefined) throw new Error(`Nothing yet at ${path}: ${JSON.stringify(body)}`);
    return body.items[0];
  });

const appealOf = (relance: Relance, campaignId: string): Promise<string> =>
  eventually(async () => {
    const { body } = await ask(relance.app, `GET /v1/campaigns/${campaignId}/remaining?instrument=CEDAW`);
    const id = body.states.find(({ stateCode }: any) => stateCode === 'SI')?.recommendationId;
    if (!id) throw new Error('The appeal to Slovenia has not begun');
    return id;
  });

/** One of each role, as small as the role can be. */
export function grantsOf({ institutionId }: RoleOffice): Readonly<Record<Grant['role'], Grant>> {
  const everywhere = { kind: 'everywhere' } as const;
  const slovenia = { kind: 'states', stateCodes: ['SI'], regions: [] } as const;
  const institution = { kind: 'institution', institutionId, stateCode: 'SI' } as const;
  return {
    administrator: { role: 'administrator', scope: everywhere },
    manager: { role: 'manager', scope: everywhere },
    'desk-officer': { role: 'desk-officer', scope: slovenia },
    'national-coordinator': { role: 'national-coordinator', scope: slovenia },
    'focal-point': { role: 'focal-point', scope: institution },
    'validating-authority': { role: 'validating-authority', scope: slovenia },
    'resident-coordinator': { role: 'resident-coordinator', scope: slovenia },
    'independent-assessor': { role: 'independent-assessor', scope: everywhere },
    auditor: { role: 'auditor', scope: everywhere },
  };
}
