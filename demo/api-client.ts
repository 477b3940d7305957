/** A client of Relance's own HTTP API: the demo does nothing that a user could not do. */
export type Api = {
  readonly get: <T>(path: string) => Promise<T>;
  readonly post: <T>(path: string, body: object) => Promise<T>;
  readonly put: <T>(path: string, body: object) => Promise<T>;
  /** A table as a file. */
  readonly postTable: <T>(path: string, csv: string) => Promise<T>;
};

/** A problem document that the API answered with. */
export class Refused extends Error {
  readonly code: string;
  constructor(request: string, problem: { readonly code?: string; readonly detail?: string }) {
    super(`${request}: ${problem.code ?? 'no problem document'}: ${problem.detail ?? ''}`);
    this.code = problem.code ?? '';
  }
}

export function createApi(baseUrl: string, token: string): Api {
  const send = async <T>(method: string, path: string, body?: string, type = 'application/json'): Promise<T> => {
    const response = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body }),
    });
    const answer = (await response.json().catch(() => ({}))) as T & { code?: string; detail?: string };
    if (!response.ok) throw new Refused(`${method} ${path}`, answer);
    return answer;
  };
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, JSON.stringify(body)),
    put: (path, body) => send('PUT', path, JSON.stringify(body)),
    postTable: (path, csv) => send('POST', path, csv, 'text/csv'),
  };
}

/** Every item of a list, page after page. `path` has its filters and no cursor. */
export async function everyItem<T>(api: Api, path: string): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { items: readonly T[]; nextCursor: string | null } = await api.get(`${path}&limit=200${from}`);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
