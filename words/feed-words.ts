/** What a calendar says of a date, in the title of an entry. A State or a text stands behind a colon. */
export type FeedWords = {
  /** The calendar's own name, of letters and spaces alone: its format has no room for more. */
  readonly name: string;
  readonly due: string;
  readonly opens: string;
  readonly target: string;
  readonly limit: string;
  readonly agreed: string;
  readonly planned: string;
  readonly labels: Readonly<Record<'question' | 'source' | 'roles' | 'place', string>>;
};
