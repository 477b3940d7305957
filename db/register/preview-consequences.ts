import type { Kysely } from 'kysely';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import type { DepositEntry } from '../../domain/follow-up/deposit-events.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { depositsOnRecord } from '../queries/deposits-on-record.ts';
import { asksOf, type Ask } from '../queries/open-asks.ts';
import { afterTelling, commandFor, depositsFor } from './settle.ts';
import type { Schema } from '../schema.ts';

export type PreviewedChange = {
  readonly participant: string;
  readonly instrument: string;
  readonly what: 'deposit' | 'denunciation';
};
export type PreviewedConsequences = PreviewedChange & {
  readonly closes: readonly RecommendationId[];
  readonly reopens: readonly RecommendationId[];
  /** Told, and left as they are. */
  readonly tells: readonly RecommendationId[];
};

/**
 * What changes of the status would do to the follow-ups, if they came one after the other; nothing is written. The rules themselves are
 * asked, so that a preview and what comes of it cannot differ.
 */
export async function previewConsequences(
  db: Kysely<Schema>,
  changes: readonly PreviewedChange[],
  at: Instant,
): Promise<readonly PreviewedConsequences[]> {
  const participants = [...new Set(changes.map(({ participant }) => participant))];
  const instruments = [...new Set(changes.map(({ instrument }) => instrument))];
  const asks = [
    ...(await asksOf(db, participants, instruments, 'open')),
    ...(await asksOf(db, participants, instruments, 'closed')),
  ];
  const known = await depositsOnRecord(db, participants, [...new Set(asks.flatMap((ask) => ask.asks))]);
  const imagined = asks.map((ask) => imagine(ask, depositsFor(ask, known), at));
  return changes.map((change) => previewOf(change, imagined, at));
}

/** A follow-up as it would be by now, told of what is on record already. */
type Imagined = { readonly ask: Ask; state: Ask['state'] };

const imagine = (ask: Ask, deposits: readonly DepositEntry[], at: Instant): Imagined => {
  const told = deposits.map((deposit) => commandFor(ask, deposit));
  return { ask, state: ask.state.status === 'closed' ? ask.state : afterTelling(ask.state, told, at).state };
};

function previewOf(change: PreviewedChange, all: readonly Imagined[], at: Instant): PreviewedConsequences {
  const closes: RecommendationId[] = [];
  const reopens: RecommendationId[] = [];
  const tells: RecommendationId[] = [];
  for (const each of all) {
    const { ask } = each;
    if (ask.stateCode !== change.participant || !ask.asks.includes(change.instrument)) continue;
    const before = each.state.status;
    const { isTold, state } = afterTelling(each.state, [commandOf(change, ask, at)], at);
    if (!isTold) continue;
    each.state = state;
    const list = before !== 'closed' && state.status === 'closed' ? closes : before === 'closed' ? reopens : tells;
    list.push(ask.recommendationId);
  }
  return { ...change, closes, reopens, tells };
}

/** Newer than anything on record. */
const asOf = Number.MAX_SAFE_INTEGER;

function commandOf({ instrument, what }: PreviewedChange, ask: Ask, at: Instant): PersonCommand {
  const nothing = { notification: null, inForceOn: null, firstReportDueOn: null, url: null } as const;
  const deposit = { instrument, on: at.slice(0, 10), precision: 'day', how: 'ratification', asOf, ...nothing } as const;
  if (what === 'deposit') return commandFor(ask, deposit);
  const { isWholeDemand } = ask;
  const because = 'denounced';
  return {
    type: 'RecordDenunciation',
    instrument,
    because,
    effectiveOn: null,
    notification: null,
    isWholeDemand,
    asOf,
  };
}
