import { stateByCode } from '../domain/reference/states.ts';
import { addDays } from '../domain/time.ts';
import type { Api } from './api-client.ts';
import type { Form } from './people.ts';

type WithId = { readonly id: string };

/** Registers a focal point and a resident coordinator for each State, and our own side. Returns the addresses that answer. */
export async function registerCampaignPeople(api: Api, stateCodes: readonly string[]): Promise<ReadonlySet<string>> {
  const answering = new Set<string>();
  const contact = async (name: string, address: string, timeZone: string, institutionId?: string): Promise<string> => {
    const body = { name, address, timeZone, ...(institutionId === undefined ? {} : { institutionId }) };
    return (await api.post<WithId>('/contacts', body)).id;
  };
  const desk = await contact('Treaty section', 'treaties@relance.example', 'America/New_York');
  const manager = await contact('Manager', 'manager@relance.example', 'America/New_York');
  for (const [index, code] of stateCodes.entries()) {
    const timeZone = stateByCode(code)?.timeZone ?? 'UTC';
    const domain = `${code.toLowerCase()}.example`;
    const institution = { name: 'Ministry of Foreign Affairs', kind: 'ministry', stateCode: code };
    const { id: ministry } = await api.post<WithId>('/institutions', institution);
    const roles = {
      'focal-point': await contact('Treaty department', `treaties@${domain}`, timeZone, ministry),
      'resident-coordinator': await contact('Resident coordinator', `rc@un.${domain}`, timeZone),
      'desk-officer': desk,
      manager,
    };
    for (const [role, contactId] of Object.entries(roles))
      await api.put(`/states/${code}/roles/${role}`, { contactId });
    answering.add(`rc@un.${domain}`);
    if (index % 2 === 0) answering.add(`treaties@${domain}`);
  }
  return answering;
}

/** What a treaty department writes: that it is under way, never that it is done; only a deposit is. */
export const focalPointForms: readonly Form[] = [
  { choice: 'progress', note: 'The ministries have been consulted.', implementation: 'in-progress' },
  { choice: 'progress', note: 'The text is before parliament.', implementation: 'in-progress' },
  { choice: 'progress', note: 'The translation is being revised.', implementation: 'planned' },
];

const obstacles = ['', 'translation', 'parliament-calendar', '', 'reservations-debated', '', 'capacity'] as const;
let visits = 0;

/** What a resident coordinator says of a visit to the capital. */
export function deliveryForm(today: string): Form {
  visits += 1;
  return {
    choice: 'delivered',
    office: 'foreign-affairs',
    deliveredOn: today,
    note: 'Handed over and explained.',
    obstacle: obstacles[visits % obstacles.length] ?? '',
    nextStep: 'Meet the legal adviser',
    nextOn: addDays(today, 60),
  };
}
