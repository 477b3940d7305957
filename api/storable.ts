import type { FastifyRequest } from 'fastify';
import { Problem, type FieldProblem } from './problems.ts';

/** NUL, or half of a surrogate pair: no database keeps such text, and JSON hands it on without a word. */
const unstorable = /[\0\p{Surrogate}]/u;
const isStorable = (text: string): boolean => !unstorable.test(text);

export const unstorableText = 'The text holds a character that cannot be stored';

/**
 * Refuses text that the event log could never keep, wherever it stands in a request. Later would be too late: Temporal
 * takes the command, and its append is tried again for ever.
 */
export async function refuseUnstorable({ body, query, params }: FastifyRequest): Promise<void> {
  const inBody = unstorableIn(body);
  if (inBody.length > 0) throw new Problem('InvalidField', unstorableText, { fields: inBody });
  const inAddress = [...unstorableIn(query), ...unstorableIn(params)];
  if (inAddress.length > 0) throw new Problem('InvalidRequest', unstorableText, { fields: inAddress });
}

/** Walks without recursion: nesting is the caller's to choose. */
function unstorableIn(root: unknown): readonly FieldProblem[] {
  const found: FieldProblem[] = [];
  const waiting: { readonly path: string; readonly value: unknown }[] = [{ path: '', value: root }];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    const { path, value } = each;
    if (typeof value === 'string' && !isStorable(value))
      found.push({ path: path || '/', message: 'holds a character that cannot be stored' });
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    for (const [name, inner] of Object.entries(value)) waiting.push({ path: `${path}/${name}`, value: inner });
  }
  return found;
}
