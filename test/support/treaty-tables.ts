import type { FastifyInstance } from 'fastify';
import { instrumentFacts } from '../../domain/reference/instruments/instruments.ts';
import { participants } from '../../domain/reference/participants.ts';
import { addDays } from '../../domain/time.ts';
import { ask, eventually, type Answer } from './relance.ts';

/** Sends a table as a client does: the file is the body. */
export async function bringTable(
  app: FastifyInstance,
  table: string | Buffer,
  { query = 'source=Invented', headers = {} as Record<string, string> } = {},
): Promise<Answer> {
  const response = await app.inject({
    method: 'POST',
    url: `/api/v1/treaty-status-imports?${query}`,
    headers: { 'content-type': 'text/csv', ...headers },
    payload: table,
  });
  return { status: response.statusCode, body: response.json(), headers: response.headers };
}

export async function applied(app: FastifyInstance, id: string, timeoutMs = 60_000): Promise<any> {
  const answer = await ask(app, `POST /v1/treaty-status-imports/${id}/apply`, {});
  if (answer.status !== 202) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return appliedOf(app, id, timeoutMs);
}

export const appliedOf = (app: FastifyInstance, id: string, timeoutMs = 60_000): Promise<any> =>
  eventually(async () => {
    const { body } = await ask(app, `GET /v1/treaty-status-imports/${id}`);
    if (body.status !== 'applied') throw new Error(`It is ${body.status}: ${JSON.stringify(body.results)}`);
    return body;
  }, timeoutMs);

export const rowsOf = async (app: FastifyInstance, id: string, query = ''): Promise<readonly any[]> =>
  (await ask(app, `GET /v1/treaty-status-imports/${id}/rows?limit=200&${query}`)).body.items;

export const header = 'treaty,participant,signature_date,consent_date,consent_type';

/** A table in which so many States accede to every treaty, each on a day of its own after the adoption. */
export function inventedTable(stateCount: number): string {
  const states = participants.filter(({ kind }) => kind === 'member').slice(0, stateCount);
  const lines = instrumentFacts.flatMap(({ key, adoptedOn }) =>
    states.map(({ code }, index) => `${key},${code},,${addDays(adoptedOn, 100 + index)},accession`),
  );
  return [header, ...lines].join('\n');
}
