import { findParticipant, nameKey } from '../reference/participant-names.ts';

/** What an office has decided that a written name means: the name's key, and the participant's code. */
export type Aliases = ReadonlyMap<string, string>;

/** Whom a name means: by a code or a name that everybody knows, and only then by what the office decided. */
export const readParticipant = (text: string, aliases: Aliases): string | undefined =>
  findParticipant(text)?.code ?? aliases.get(nameKey(text));
