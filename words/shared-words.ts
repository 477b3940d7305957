import type { Assessment, ClosureReason, Implementation } from '../domain/follow-up/events.ts';
import type { NoticeKind } from '../domain/follow-up/notices.ts';
import type { Role } from '../domain/follow-up/roles.ts';

/**
 * What mails, pages and screens all name: one meaning per word, wherever it is read. It stands apart from what only mails
 * and pages say, so that a browser that opens the screens does not load that too.
 */
export type SharedWords = {
  readonly implementations: Readonly<Record<Implementation, string>>;
  /** The grades of the Human Rights Committee in words. */
  readonly assessments: Readonly<Record<Assessment, string>>;
  readonly closures: Readonly<Record<ClosureReason, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  /** What each kind of notice is called, for whoever chooses among them. */
  readonly notices: Readonly<Record<NoticeKind, string>>;
};
