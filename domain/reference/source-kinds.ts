/** What recommendations come from. */
export const sourceKinds = [
  'mission',
  'upr-review',
  'treaty-body',
  'special-procedure',
  'regional-body',
  'secretary-general-letter',
] as const;
export type SourceKind = (typeof sourceKinds)[number];
