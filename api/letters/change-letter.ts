import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { editLetter, findLetter, type LetterRow } from '../../db/register/letters.ts';
import type { Schema } from '../../db/schema.ts';
import { composeLetter } from '../../domain/letters/compose.ts';
import { isEditable, type LetterStatus } from '../../domain/letters/letter.ts';
import { given } from '../given.ts';
import { Problem } from '../problems.ts';
import type { letterChangeBody } from '../schemas/letters.ts';

/** Another language writes the letter anew from the facts that it was drafted from; single parts stand as they are given. */
export async function changeLetter(
  db: Kysely<Schema>,
  row: LetterRow,
  version: number,
  { language = row.language, body = {} }: z.output<typeof letterChangeBody>,
): Promise<LetterRow> {
  requireEditable(row.status);
  const from = language === row.language ? row.body : composeLetter(row.kind, row.facts, language);
  const edited = await editLetter(db, { id: row.id, version }, { language, body: { ...from, ...given(body) } });
  if (edited !== undefined) return edited;
  requireEditable((await findLetter(db, row.id))?.status ?? row.status); // It may have been sent between reading and writing.
  throw new Problem('ChangedMeanwhile');
}

function requireEditable(status: LetterStatus): void {
  if (!isEditable(status)) throw new Problem(status === 'withdrawn' ? 'LetterWithdrawn' : 'LetterAlreadySent');
}
