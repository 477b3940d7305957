import type { Schemas } from '../client/types.ts';

export type LineKind = Schemas['TimelineLine']['kind'];

/** What the list and the page of States say. */
export type StateWords = Readonly<
  Record<
    | 'search'
    | 'noneFound'
    | 'figures'
    | 'all'
    | 'noneYet'
    | 'people'
    | 'nobody'
    | 'giveRole'
    | 'role'
    | 'person'
    | 'give'
    | 'away'
    | 'unreachable'
    | 'bySource'
    | 'total'
    | 'notStarted'
    | 'open'
    | 'late'
    | 'closed'
    | 'timeline'
    | 'order'
    | 'newest'
    | 'oldest'
    | 'show'
    | 'emptyTimeline'
    | 'calendar'
    | 'thereNow'
    | 'weekend'
    | 'daysOff'
    | 'noDaysOff'
    | 'letterLanguage'
    | 'anyLanguage'
    | 'treaties'
    | 'noTreaties'
    | 'party'
    | 'signed'
    | 'left'
    | 'save'
    | 'region',
    string
  >
> & {
  readonly lines: Readonly<Record<LineKind, string>>;
};
