import type { PlaybookDraft, PlaybookFault } from '../../../domain/playbooks/draft.ts';
import type { Playbook } from '../../../domain/playbooks/playbook.ts';
import { checkPlaybook } from '../../../domain/playbooks/validate.ts';
import type { Schemas } from '../../client/types.ts';

/** What a stored version says, without what is known about it. Rungs are numbered by their place. */
export function draftOf(stored: Schemas['Playbook']): PlaybookDraft {
  const { origin: _, shippedVersion: __, isCurrent: ___, note: ____, createdAt: _____, ladder, ...said } = stored;
  return { ...said, ladder: ladder.map(({ rung: ______, ...rung }) => rung) };
}

export type Checked = { readonly playbook: Playbook | undefined; readonly faults: readonly PlaybookFault[] };

/** The same check as the server makes, at every key that is pressed. */
export function checked(draft: PlaybookDraft, keys: readonly string[]): Checked {
  const found = checkPlaybook(draft, { playbooks: keys });
  return 'faults' in found ? { playbook: undefined, faults: found.faults } : { playbook: found.playbook, faults: [] };
}

/** A stored version as the engine has it: it was checked when it was saved, though by the rules of its time. */
export const storedPlaybook = (stored: Schemas['Playbook']): Playbook => draftOf(stored) as Playbook;

/** What is sent of a draft: no number, and nothing about where it comes from. */
export function bodyOf(draft: PlaybookDraft) {
  const { version: _, basedOn: __, ...said } = draft;
  return { ...said, ladder: said.ladder.map(({ rung: ___, ...rung }) => rung) };
}

const partsOf = (path: string): readonly string[] => path.split('/').slice(1);

/** What stands at a place, `/ladder/2/afterDays`. */
export const valueAt = (whole: unknown, path: string): unknown =>
  partsOf(path).reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], whole);

/** A copy with another value at a place; `undefined` takes the field away. */
export function withValue<T>(whole: T, path: string, value: unknown): T {
  return replaced(whole, partsOf(path), value) as T;
}

function replaced(inner: unknown, [part, ...others]: readonly string[], value: unknown): unknown {
  if (part === undefined) return value;
  if (Array.isArray(inner))
    return inner.map((each, index) => (String(index) === part ? replaced(each, others, value) : each));
  const { [part]: old, ...rest } = (inner ?? {}) as Record<string, unknown>;
  const next = replaced(old, others, value);
  if (next === undefined) return rest;
  return part in ((inner ?? {}) as object)
    ? Object.fromEntries(Object.entries(inner as object).map(([name, each]) => [name, name === part ? next : each]))
    : { ...rest, [part]: next };
}

/** A title of a playbook is English: within another language it keeps its own direction. */
export const apart = (text: string): string => `\u2068${text}\u2069`;
