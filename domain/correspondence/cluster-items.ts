import { asksForAnswer, type NoticeKind } from '../follow-up/notices.ts';
import type { Role } from '../follow-up/roles.ts';

type Clustered = {
  readonly kind: NoticeKind;
  readonly role: Role;
  /** The cluster of the notice's recommendation, where it is in one. */
  readonly clusterId: string | null;
};

/** What a reader sees as one item: one notice, or all that ask for one answer. */
export type ReaderItem<T> = { readonly notice: T; readonly together: readonly T[] };

/**
 * Notices of one cluster that ask the same role become one item, in the place of the first of them. Notices that only
 * inform stay apart: each tells of its own recommendation.
 */
export function itemsOf<T extends Clustered>(notices: readonly T[]): readonly ReaderItem<T>[] {
  const items = new Map<unknown, { notice: T; together: T[] }>();
  for (const notice of notices) {
    const { kind, clusterId, role } = notice;
    const key = clusterId !== null && asksForAnswer(kind) ? `${clusterId} ${role}` : notice;
    const known = items.get(key);
    if (known === undefined) items.set(key, { notice, together: [] });
    else known.together.push(notice);
  }
  return [...items.values()];
}
