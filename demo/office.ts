import type { Api } from './api-client.ts';
import type { Sample, SampleState } from './sample.ts';

export type Registered = {
  readonly recommendationIds: readonly string[];
  /** Addresses of those who answer their mail; everybody else among the focal points is silent. */
  readonly answering: ReadonlySet<string>;
};
type WithId = { readonly id: string };
type Desk = { readonly focalPointIds: readonly string[] };

/** Registers the people and the recommendations and starts every follow-up. One focal point in four answers. */
export async function registerSample(api: Api, sample: Sample, say: (line: string) => void): Promise<Registered> {
  const answering = new Set<string>();
  const own = await registerOwnSide(api);
  const desks = new Map<string, Desk>();
  let person = 0;
  for (const state of sample.states) {
    const desk = await registerDesk(api, state, () => {
      person += 1;
      const address = `focal-point-${person}@${state.code.toLowerCase()}.example`;
      if (person % 4 === 1) answering.add(address);
      return { name: `Focal point ${person}`, address };
    });
    desks.set(state.code, desk);
    for (const [role, contactId] of Object.entries(own)) await assign(api, state.code, role, contactId);
  }

  const ids: string[] = [];
  for (const { body, recommendations } of sample.sources) {
    const source = await api.post<WithId>('/sources', body);
    for (const recommendation of recommendations) {
      const { id } = await api.post<WithId>('/recommendations', { sourceId: source.id, ...recommendation });
      const { focalPointIds } = desks.get(recommendation.stateCode) ?? { focalPointIds: [] };
      const focalPoint = focalPointIds[ids.length % Math.max(1, focalPointIds.length)];
      const assigned = focalPoint === undefined ? {} : { 'focal-point': focalPoint };
      await api.post(`/recommendations/${id}/commands/start-follow-up`, { assign: assigned });
      ids.push(id);
      if (ids.length % 50 === 0) say(`${ids.length} follow-ups started`);
    }
  }
  say(`${ids.length} follow-ups started; ${answering.size} of ${person} focal points answer their mail`);
  return { recommendationIds: ids, answering };
}

async function registerOwnSide(api: Api): Promise<Readonly<Record<string, string>>> {
  const contact = (name: string, address: string, timeZone: string) =>
    api.post<WithId>('/contacts', { name, address, timeZone });
  return {
    'desk-officer': (await contact('Desk officer', 'desk@relance.example', 'Europe/Zurich')).id,
    manager: (await contact('Manager', 'manager@relance.example', 'Europe/Zurich')).id,
    'resident-coordinator': (await contact('Resident coordinator', 'rc@un.example', 'Europe/Zurich')).id,
    'high-commissioner': (await contact('High Commissioner', 'hc@un.example', 'Europe/Zurich')).id,
  };
}

async function registerDesk(
  api: Api,
  { code, timeZone, focalPoints }: SampleState,
  nextPerson: () => { readonly name: string; readonly address: string },
): Promise<Desk> {
  const institution = { name: 'Ministry of Foreign Affairs', kind: 'ministry', stateCode: code };
  const { id: institutionId } = await api.post<WithId>('/institutions', institution);
  const contact = (body: { readonly name: string; readonly address: string }) =>
    api.post<WithId>('/contacts', { ...body, institutionId, timeZone });
  const focalPointIds: string[] = [];
  for (let each = 0; each < focalPoints; each += 1) focalPointIds.push((await contact(nextPerson())).id);
  const domain = `${code.toLowerCase()}.example`;
  const others = {
    alternate: await contact({ name: 'Alternate', address: `alternate@${domain}` }),
    'validating-authority': await contact({ name: 'Validating authority', address: `authority@${domain}` }),
    'permanent-mission': await contact({ name: 'Permanent mission', address: `mission@${domain}` }),
  };
  for (const [role, { id }] of Object.entries(others)) await assign(api, code, role, id);
  await assign(api, code, 'focal-point', focalPointIds[0] ?? '');
  return { focalPointIds };
}

const assign = (api: Api, stateCode: string, role: string, contactId: string): Promise<unknown> =>
  api.put(`/states/${stateCode}/roles/${role}`, { contactId });
