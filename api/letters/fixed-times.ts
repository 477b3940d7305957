import { strToU8, strFromU8, unzipSync, zipSync } from 'fflate';
import type { CalendarDate } from '../../domain/time.ts';

const properties = 'docProps/core.xml';

/** A package whose times say nothing but the date of the letter: the clock of the machine would make every copy another one. */
export function withFixedTimes(packed: Buffer, on: CalendarDate): Buffer {
  const at = `${on}T12:00:00.000Z`;
  const files = unzipSync(packed);
  const core = files[properties];
  if (core !== undefined)
    files[properties] = strToU8(
      strFromU8(core).replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag: string) => `${tag}${at}`),
    );
  // Noon of a day that every zone has: the format keeps local time, and none before 1980.
  return Buffer.from(zipSync(files, { mtime: new Date(1980, 0, 2, 12) }));
}
