import { submitDialogueCommand, type DialogueSubmission } from '../db/dialogue-store.ts';
import { findDialogue, findDialogueLinks, type DialogueRow } from '../db/queries/dialogue.ts';
import type { DialogueRejection } from '../domain/dialogue/commands.ts';
import { dialogueView } from './dialogue-view.ts';
import type { AppDeps } from './deps.ts';
import { Problem } from './problems.ts';

/** Writes what a command asks for; every refusal becomes a problem. Says at which version the entry then is. */
export async function submitDialogue({ db }: Pick<AppDeps, 'db'>, submission: DialogueSubmission): Promise<number> {
  const result = await submitDialogueCommand(db, submission);
  if (result.outcome === 'conflict') throw new Problem('ChangedMeanwhile');
  if (result.outcome === 'rejected') throw rejected(result.rejected);
  return result.version;
}

/** The field that a refusal is about, where there is one. */
const paths: Readonly<Partial<Record<DialogueRejection, string>>> = {
  EmptySubject: '/subject',
  EmptyReason: '/reason',
  EmptyPoint: '/agreed',
  NobodyNamed: '/institutionIds',
  HeldInTheFuture: '/heldOn',
  PlannedInThePast: '/heldOn',
  EndsBeforeItBegins: '/endsOn',
  DirectionMissing: '/direction',
  DirectionNotApplicable: '/direction',
  LinkToItself: '/targetId',
  LinkNotPossible: '/to',
};

export function rejected(code: DialogueRejection): Problem {
  if (code === 'NotRecorded') return new Problem('UnknownDialogue');
  const path = paths[code];
  const problem = new Problem(code);
  return path === undefined ? problem : new Problem(code, undefined, { fields: [{ path, message: problem.message }] });
}

export async function requireDialogue({ db }: Pick<AppDeps, 'db'>, id: string): Promise<DialogueRow> {
  const row = await findDialogue(db, id);
  if (row === undefined) throw new Problem('UnknownDialogue');
  return row;
}

/** An entry as everybody may read it, with its version as an ETag. */
export async function shownDialogue(deps: Pick<AppDeps, 'db'>, id: string) {
  const row = await requireDialogue(deps, id);
  const body = dialogueView(row, await findDialogueLinks(deps.db, [id]));
  return { body, etag: `"${row.version}"` };
}
