import type { Kysely } from 'kysely';
import { findPlaybook, listPlaybookKeys } from '../db/queries/playbooks.ts';
import type { Schema } from '../db/schema.ts';
import type { PlaybookRef } from '../domain/follow-up/events.ts';
import type { PlaybookDraft, PlaybookFault } from '../domain/playbooks/draft.ts';
import type { Playbook } from '../domain/playbooks/playbook.ts';
import { checkPlaybook } from '../domain/playbooks/validate.ts';
import { given } from './given.ts';
import { Problem } from './problems.ts';
import { emptyFields, wholePlaybookSchema, type PlaybookChanges } from './schemas/playbooks.ts';

export type NumberlessPlaybook = Omit<Playbook, 'version'>;
type Wish = PlaybookChanges & { readonly copyOf?: PlaybookRef | undefined };

/** What somebody wrote, laid over what they began from, and checked whole. */
export async function prepareOwnPlaybook(
  db: Kysely<Schema>,
  key: string,
  { copyOf, ...changes }: Wish,
  present?: Playbook,
): Promise<NumberlessPlaybook> {
  const base = copyOf === undefined ? present : await requireCopied(db, copyOf);
  const basedOn = base === undefined ? null : { key: base.key, version: base.version };
  const { version: _, basedOn: __, ...inherited } = base ?? { version: 0, basedOn: null };
  const whole = wholePlaybookSchema.safeParse({ ...emptyFields, ...inherited, ...given(changes), key });
  if (!whole.success)
    throw faulty(
      whole.error.issues.map(({ path }) => ({ code: 'Missing', path: `/${path.join('/')}`, says: 'is missing' })),
    );
  const { version: ___, ...playbook } = await checkedPlaybook(db, { ...whole.data, version: 1, basedOn });
  return playbook;
}

/** A playbook that somebody wrote, when nothing is wrong with it; where it stands in the request is put before each place. */
export async function checkedPlaybook(db: Kysely<Schema>, draft: PlaybookDraft, at = ''): Promise<Playbook> {
  const checked = checkPlaybook(draft, { playbooks: await listPlaybookKeys(db) });
  if ('faults' in checked) throw faulty(checked.faults.map((each) => ({ ...each, path: `${at}${each.path}` })));
  return checked.playbook;
}

async function requireCopied(db: Kysely<Schema>, copyOf: PlaybookRef): Promise<Playbook> {
  const found = await findPlaybook(db, copyOf);
  if (found !== undefined) return found;
  const fields = [{ path: '/copyOf', message: 'no such version of a playbook' }];
  throw new Problem('UnprocessableReference', undefined, { fields });
}

/** Each fault by its place, with its stable code before what it says. */
const faulty = (faults: readonly PlaybookFault[]): Problem =>
  new Problem('PlaybookFaulty', undefined, {
    fields: faults.map(({ code, path, says }) => ({ path: path || '/', message: `${code}: ${says}` })),
  });
