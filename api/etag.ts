import { z } from 'zod';
import { Problem } from './problems.ts';

export const etagOf = (version: number): string => `"${version}"`;

export const ifMatchHeaders = z.object({
  'if-match': z.string().max(50).optional().meta({ description: 'The ETag that was read' }),
});

/** The version that a caller has read. One that is none of ours matches nothing. */
export function versionIn(headers: z.output<typeof ifMatchHeaders>): number {
  const sent = headers['if-match'];
  if (sent === undefined) throw new Problem('PreconditionRequired');
  const version = /^"(\d{1,9})"$/.exec(sent)?.[1];
  if (version === undefined) throw new Problem('ChangedMeanwhile');
  return Number(version);
}
