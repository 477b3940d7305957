/** The shipped playbooks, and `general` for what none of them was made for. */
export const proposablePlaybooks = [
  'ratify',
  'national-institution',
  'national-action-plan',
  'human-rights-education',
  'legislation',
  'regional-arrangement',
  'development-programmes',
  'vulnerable-groups',
  'general',
] as const;
export type ProposablePlaybook = (typeof proposablePlaybooks)[number];

/**
 * 3: the measure itself. 2.5: a wider measure of its kind. 2: the measure as such texts often word it, or the people it is for. 1.5: what such people
 * suffer from. 1: a hint.
 */
export type Weight = 1 | 1.5 | 2 | 2.5 | 3;

/** One sign that a text asks for what a playbook follows up. Matched in plain text: lower case, no accents. */
export type Signal = {
  readonly playbook: ProposablePlaybook;
  readonly weight: Weight;
  readonly pattern: RegExp;
  /** Said to people behind “because”. */
  readonly says: string;
};

/** Patterns match at the beginning of a word. */
export const sign = (
  playbook: ProposablePlaybook,
  weight: Weight,
  says: string,
  ...patterns: readonly string[]
): Signal => ({
  playbook,
  weight,
  says,
  pattern: new RegExp(`\\b(?:${patterns.join('|')})`, 'g'),
});
