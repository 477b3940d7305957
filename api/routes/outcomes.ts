import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { findDialogue } from '../../db/queries/dialogue.ts';
import { listOutcomes, type OutcomeRow, type OutcomeScope } from '../../db/queries/outcomes.ts';
import { readCursor } from '../../db/queries/paging.ts';
import { findSource } from '../../db/register/sources.ts';
import { camel } from '../camel.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { Problem } from '../problems.ts';
import { problemResponses } from '../schemas/common.ts';
import { outcomeQuery, outcomeSchema } from '../schemas/outcomes.ts';
import { typed } from './route.ts';

const sort = { by: 'paragraph', direction: 'asc' } as const;

/** What became of each recommendation, in the order of the report: for pages that are read and printed whole. */
export function outcomeRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const page = z.object({ items: z.array(outcomeSchema), nextCursor: z.string().nullable() });
  const schema = {
    tags: ['Recommendations'],
    summary: 'What became of the recommendations of a source, of a conversation, or of a selection',
    querystring: outcomeQuery,
    response: { 200: page, ...problemResponses },
  };
  typed(instance).get('/outcomes', { schema }, async ({ query: { limit, cursor, ...wish } }) => {
    if (cursor !== undefined && typeof readCursor(sort, cursor)?.key !== 'string') throw new Problem('InvalidCursor');
    const scope = await scopeOf(deps, wish);
    const { lines, nextCursor } = await listOutcomes(
      deps.db,
      scope,
      { sort, limit, ...given({ cursor }) },
      nowOf(deps),
    );
    return { items: lines.map(outcomeView), nextCursor };
  });
}

type Wish = Pick<z.output<typeof outcomeQuery>, 'sourceId' | 'dialogueId' | 'id'>;

async function scopeOf({ db }: AppDeps, { sourceId, dialogueId, id }: Wish): Promise<OutcomeScope> {
  if (sourceId !== undefined) {
    if (!(await findSource(db, sourceId))) throw new Problem('UnknownSource');
    return { sourceId };
  }
  if (dialogueId !== undefined) {
    if (!(await findDialogue(db, dialogueId))) throw new Problem('UnknownDialogue');
    return { dialogueId };
  }
  return { ids: id ?? [] };
}

function outcomeView(whole: OutcomeRow) {
  const { sort_key: _, milestones, completed, last_words, closing, ...row } = whole;
  return {
    ...camel(row),
    milestones: { completed: milestones.filter((key) => key in completed).length, all: milestones.length },
    lastWords: last_words && { ...last_words, at: instantOf(last_words.at) },
    closing: closing && { ...closing, at: instantOf(closing.at) },
  };
}

/** Postgres writes an instant in JSON with the offset of its session. */
const instantOf = (at: string): string => new Date(at).toISOString();
