import { sql, type Kysely } from 'kysely';
import type { Position } from '../../domain/follow-up/events.ts';
import type { Status } from '../../domain/follow-up/events.ts';
import type { Asked } from '../../domain/repeats/chain.ts';
import type { Schema } from '../schema.ts';

export type SimilarQuery = {
  readonly stateCode: string;
  readonly text: string;
  /** More to look for than the text itself: see `searchTextOf`. */
  readonly searchText: string;
  readonly exceptId?: string;
};

export type Candidate = Asked & {
  readonly paragraph: string | null;
  readonly sourceTitle: string;
  readonly reportSymbol: string | null;
  readonly clusterId: string | null;
};

/** By shared words first, because that is what the index knows; then by letters too. The rule itself is the domain's. */
const mostByWords = 300;
const mostCandidates = 60;

/** What of one State's recommendations may ask the same: only candidates, judged by domain/repeats. */
export async function findSimilarCandidates(
  db: Kysely<Schema>,
  { stateCode, text, searchText, exceptId = '' }: SimilarQuery,
): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    with wanted as materialized (select recommendation_words(${stateCode}, ${searchText}) as words),
    by_words as (
      select r.id, r.text, common.count::float8 / greatest(cardinality(wanted.words), 1) as share
      from wanted, recommendations r,
        lateral (select count(*) from unnest(r.words) as word where word = any (wanted.words)) as common
      where r.words && (select words from wanted) and r.id <> ${exceptId}
      order by common.count desc, r.id
      limit ${mostByWords}
    ),
    best as (select id from by_words order by share + similarity(text, ${text}) desc, id limit ${mostCandidates})
    select r.id, r.text, r.paragraph, r.source_id as "sourceId", s.title as "sourceTitle",
      s.report_symbol as "reportSymbol", coalesce(s.starts_on, s.ends_on) as "askedOn",
      coalesce(f.position, r.position)::text as position, coalesce(f.status, 'not-started') as status,
      m.cluster_id as "clusterId"
    from best join recommendations r using (id) join sources s on s.id = r.source_id
    left join follow_ups f on f.recommendation_id = r.id left join cluster_members m on m.recommendation_id = r.id`.execute(
    db,
  );
  return rows satisfies readonly { readonly position: Position; readonly status: Status | 'not-started' }[];
}
