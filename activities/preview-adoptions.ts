import { findStates } from '../db/queries/states.ts';
import { calendarTime, type Clock } from '../domain/clock.ts';
import type { Command, Rejection } from '../domain/follow-up/commands.ts';
import { decide } from '../domain/follow-up/decide.ts';
import type { PlaybookRef } from '../domain/follow-up/events.ts';
import type { StartedState } from '../domain/follow-up/state.ts';
import type { RecommendationId } from '../domain/ids.ts';
import type { PlanningContext } from '../domain/plan/context.ts';
import { previewAdoption, type AdoptionPreview } from '../domain/plan/preview-adoption.ts';
import { termsOf, type Playbook } from '../domain/playbooks/playbook.ts';
import { planningContext, type PlanningDeps } from './plan-next.ts';

export type AdoptionsWish = {
  readonly playbook: Playbook;
  readonly ids: readonly RecommendationId[];
  readonly reason: string;
};
export type JudgedAdoptions = {
  readonly concerned: readonly RecommendationId[];
  /** How many it does not concern, by the reason. */
  readonly notConcerned: Readonly<Partial<Record<Rejection, number>>>;
};
export type AdoptionPreviewer = {
  /** Whom a version concerns: each state is asked, none is changed. */
  readonly judge: (wish: AdoptionsWish) => Promise<JudgedAdoptions>;
  /** What would change, follow-up by follow-up. */
  readonly preview: (
    wish: AdoptionsWish,
  ) => Promise<readonly { readonly recommendationId: RecommendationId; readonly preview: AdoptionPreview }[]>;
};

const statesAtOnce = 500;

export function createAdoptionPreviewer(deps: PlanningDeps & { readonly clock: Clock }): AdoptionPreviewer {
  const now = () => calendarTime(deps.clock, Date.now());

  const judge: AdoptionPreviewer['judge'] = async ({ playbook, ids, reason }) => {
    const { key, version } = playbook;
    const command = { type: 'AdoptPlaybook', at: now(), playbook: { key, version }, terms: termsOf(playbook), reason };
    const concerned: RecommendationId[] = [];
    const notConcerned: Partial<Record<Rejection, number>> = {};
    for (let from = 0; from < ids.length; from += statesAtOnce) {
      const page = ids.slice(from, from + statesAtOnce);
      const states = await findStates(deps.db, page);
      for (const id of page) {
        const because = refusalBy(command as Command, states.get(id));
        if (because === undefined) concerned.push(id);
        else notConcerned[because] = (notConcerned[because] ?? 0) + 1;
      }
    }
    return { concerned, notConcerned };
  };

  const preview: AdoptionPreviewer['preview'] = async ({ playbook, ids, reason }) => {
    const contextOf = rememberContexts(deps);
    const states = await findStates(deps.db, ids);
    const at = now();
    const previewOne = async (state: StartedState | undefined): Promise<AdoptionPreview> => {
      if (state === undefined) return { isConcerned: false, because: 'NotStarted' };
      const present = await contextOf(state, state.playbook);
      return previewAdoption(state, { at, reason, present, adopted: { ...present, playbook } });
    };
    return Promise.all(
      ids.map(async (recommendationId) => ({
        recommendationId,
        preview: await previewOne(states.get(recommendationId)),
      })),
    );
  };

  return { judge, preview };
}

function refusalBy(command: Command, state: StartedState | undefined): Rejection | undefined {
  const decision = decide(command, state ?? { status: 'not-started' });
  return 'rejected' in decision ? decision.rejected : undefined;
}

/** Most of a selection is of one State and one playbook: what plans are made with is read once for each. */
function rememberContexts(deps: PlanningDeps) {
  const known = new Map<string, Promise<PlanningContext>>();
  return ({ stateCode }: StartedState, playbook: PlaybookRef): Promise<PlanningContext> => {
    const key = [stateCode, playbook.key, playbook.version].join(' ');
    const context = known.get(key) ?? planningContext(deps, { stateCode, playbook });
    known.set(key, context);
    return context;
  };
}
