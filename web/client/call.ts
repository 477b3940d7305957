import { joinValues } from '../../domain/facets.ts';
import { waitForSignIn } from './session.ts';
import type { Routes, Schemas } from './types.ts';

export type Address = keyof Routes;
export type AnswerOf<A extends Address> = Routes[A]['answer'];
export type GetAddress = Extract<Address, `GET ${string}`>;

/** Only where the route has such a part must a call name it. */
type Part<K extends string, T> = T extends undefined ? unknown : { readonly [P in K]: T };
export type Wish<A extends Address> = Part<
  'path',
  keyof Routes[A]['path'] extends never ? undefined : Routes[A]['path']
> &
  Part<'body', Routes[A]['body']> & { readonly query?: Routes[A]['query'] };
/** `file`: a table, sent as it is. */
type Extra = {
  readonly key?: string;
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
  readonly file?: Blob;
};

/** A refusal of the API (RFC 9457), or a connection that failed: then it has the code `Offline`. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Schemas['Problem'];
  /** How long the server asks to wait; 0 when it does not say. */
  readonly waitSeconds: number;
  constructor(problem: Schemas['Problem'], waitSeconds = 0) {
    super(problem.detail);
    this.problem = problem;
    this.waitSeconds = waitSeconds;
  }
}

const offline: Schemas['Problem'] = {
  type: 'urn:relance:problem:Offline',
  title: 'No connection',
  status: 0,
  code: 'Offline',
  detail: 'The server does not answer',
};

/** One call of the API, typed by its address: `call('GET /states/{code}', { path: { code: 'SI' } })`. */
export async function call<A extends Address>(address: A, wish: Wish<A> & Extra): Promise<AnswerOf<A>> {
  const [method = 'GET', template = ''] = address.split(' ');
  const { path = {}, query = {}, body, key, ifMatch, signal, file } = wish as Loose;
  const response = await fetch(`/api/v1${filled(template, path)}${queryText(query)}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(file === undefined ? {} : { 'content-type': 'text/csv' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(file === undefined ? {} : { body: file }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(offline);
  });
  if (response.status === 204) return undefined as AnswerOf<A>;
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const problem = isProblem(answer) ? answer : { ...offline, status: response.status };
    if (problem.code === 'SignInRequired' && (await waitForSignIn())) return call(address, wish);
    throw new ApiProblem(problem, Number(response.headers.get('retry-after') ?? 0));
  }
  return answer as AnswerOf<A>;
}

type Loose = Extra & {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Query;
  readonly body?: unknown;
};

const isProblem = (answer: unknown): answer is Schemas['Problem'] =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'detail' in answer;

const filled = (template: string, path: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));

/** A query as addresses have it: lists as the API splits them, nothing for what is not asked. */
export type Query = Readonly<Record<string, string | number | boolean | readonly (string | number)[] | undefined>>;

export function queryText(query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] => {
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    return [[name, Array.isArray(value) ? joinValues(value.map(String)) : String(value)]];
  });
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
