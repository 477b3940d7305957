import type { Basis, Milestone } from '../playbook.ts';

/** A milestone in one line: key, title, the days within which it is usually reached, what proves it. */
export const milestone = (
  key: string,
  title: string,
  [fromDays, toDays]: readonly [number, number],
  evidence: readonly string[],
  basis: Basis = 'estimate',
): Milestone => ({ key, title, usually: { fromDays, toDays, basis }, evidence });
