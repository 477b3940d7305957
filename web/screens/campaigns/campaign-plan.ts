import type { Schemas } from '../../client/types.ts';
import type { RegionalGroup } from '../../../domain/reference/states.ts';

/** A campaign as it stands in the form. */
export type Plan = {
  readonly title: string;
  readonly instruments: readonly string[];
  readonly scope: 'all' | 'group' | 'list';
  readonly regionalGroup: RegionalGroup;
  readonly stateCodes: readonly string[];
  readonly targetOn: string;
  readonly size: string;
  readonly everyDays: string;
  readonly letterOn: string;
};

export const emptyPlan: Plan = {
  title: '',
  instruments: [],
  scope: 'all',
  regionalGroup: 'african',
  stateCodes: [],
  targetOn: '',
  size: '25',
  everyDays: '7',
  letterOn: '',
};

export function bodyOf(plan: Plan): Schemas['CampaignBodyInput'] {
  const { title, instruments, targetOn, size, everyDays, letterOn } = plan;
  return {
    title,
    instruments,
    states: statesOf(plan),
    targetOn,
    wave: { size: Number(size), everyDays: Number(everyDays) },
    ...(letterOn === '' ? {} : { letterOn }),
  };
}

function statesOf({ scope, regionalGroup, stateCodes }: Plan): Schemas['CampaignBodyInput']['states'] {
  if (scope === 'group') return { kind: 'regional-group', regionalGroup };
  return scope === 'list' ? { kind: 'list', stateCodes } : { kind: 'all' };
}
