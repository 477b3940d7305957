import { ask, command, eventually, type Relance } from '../support/relance.ts';

const people = {
  SI: ['Ana Kovač', 'Bor Zupan', 'Vera Novak'],
  KE: ['Wanjiru Kamau', 'Otieno Ouma', 'Amina Yusuf'],
  CL: ['Camila Rojas', 'Diego Soto', 'Elena Muñoz'],
} as const;
type Code = keyof typeof people;

const asks: Readonly<Record<Code, readonly (readonly [text: string, playbook: string, theme: string])[]>> = {
  SI: [
    [
      'Establish a national institution in line with the Paris Principles, with its own budget',
      'national-institution',
      'Institutions',
    ],
    ['Ratify the Convention for the Protection of All Persons from Enforced Disappearance', 'ratify', 'Ratification'],
    ['Bring conditions in the remand prison into line with the Nelson Mandela Rules', 'general', 'Detention'],
    ['Repeal the provision that makes insulting an official a crime', 'general', 'Expression'],
  ],
  KE: [
    ['Give the independent police oversight body powers to compel evidence', 'general', 'Accountability'],
    ['Ratify the Optional Protocol to the Convention against Torture', 'ratify', 'Ratification'],
    ['Register every child at birth, free of charge, in all counties', 'general', 'Children'],
  ],
  CL: [
    ['Consult indigenous peoples before licences are granted in their territories', 'general', 'Indigenous peoples'],
    ['Adopt a law that protects those who defend human rights', 'general', 'Defenders'],
    ['Set up a mechanism that searches for the disappeared', 'general', 'Enforced disappearance'],
  ],
};

/** A small office with three missions, made up: one State answers, one asks for more time, one stays silent. */
export async function playOffice({ app }: Relance) {
  const create = async (path: string, body: object): Promise<string> => {
    const answer = await ask(app, `POST /v1/${path}`, body);
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  };
  const office = {
    'desk-officer': await create('contacts', {
      name: 'Ines Laurent',
      address: 'ines@office.example',
      timeZone: 'Europe/Paris',
    }),
    manager: await create('contacts', {
      name: 'Samuel Adeyemi',
      address: 'samuel@office.example',
      timeZone: 'Europe/Paris',
    }),
  };
  const ids: Record<Code, string[]> = { SI: [], KE: [], CL: [] };
  for (const code of Object.keys(people) as Code[]) {
    const names = people[code];
    const roles = { ...office, ...(await holders(code, names)) };
    for (const [role, contactId] of Object.entries(roles))
      await ask(app, `PUT /v1/states/${code}/roles/${role}`, { contactId });
    const title = {
      SI: 'Visit of the Working Group, 2025',
      KE: 'Country mission, 2025',
      CL: 'Follow-up mission, 2025',
    }[code];
    const sourceId = await create('sources', {
      kind: 'mission',
      stateCode: code,
      title,
      startsOn: '2025-09-08',
      endsOn: '2025-09-19',
    });
    for (const [index, [text, playbook, theme]] of asks[code].entries()) {
      const more = { themes: [theme], paragraph: String(71 + index), position: index === 3 ? 'noted' : 'supported' };
      const id = await create('recommendations', { sourceId, stateCode: code, text, playbook, ...more });
      ids[code].push(id);
      await command(app, id, 'start-follow-up');
    }
  }
  await answer();
  return { shown: ids.SI[0] ?? '' };

  async function holders(code: Code, names: readonly [string, string, string]) {
    const contact = (name: string, index: number) =>
      create('contacts', {
        name,
        address: `contact${String(index)}.${code.toLowerCase()}@ministry.example`,
        timeZone: 'UTC',
      });
    return {
      'focal-point': await contact(names[0], 1),
      alternate: await contact(names[1], 2),
      'validating-authority': await contact(names[2], 3),
    };
  }

  async function answer(): Promise<void> {
    const [institution = '', treaty = '', prison = ''] = ids.SI;
    const must = (id: string, name: string, body: object): Promise<void> =>
      eventually(async () => {
        const { status, body: said } = await command(app, id, name, body);
        if (status >= 300) throw new Error(`${name}: ${JSON.stringify(said)}`);
      });
    await must(institution, 'report-progress', {
      note: 'A working group drafts the bill; the first reading is planned for the autumn session.',
      implementation: 'in-progress',
    });
    await must(institution, 'assess', {
      assessment: 'B',
      reason: 'A draft exists; independence of the budget is open',
    });
    await must(treaty, 'request-extension', {
      untilOn: '2027-06-30',
      reason: 'Parliament is dissolved until the elections',
    });
    await must(prison, 'claim-implementation', {
      note: 'The new wing opened in March; the old one is closed.',
      evidence: [{ url: 'https://gazette.example/2026/14', description: 'Ministerial order 14/2026' }],
    });
  }
}
