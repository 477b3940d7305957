/** What stands around every screen, and what is said when something is empty, late or wrong. */
export type ShellWords = {
  readonly skip: string;
  readonly menu: string;
  readonly navigation: string;
  readonly language: string;
  readonly nav: Readonly<
    Record<
      | 'today'
      | 'recommendations'
      | 'states'
      | 'sources'
      | 'campaigns'
      | 'treaties'
      | 'people'
      | 'letters'
      | 'playbooks'
      | 'mailbox'
      | 'api',
      string
    >
  >;
  readonly tagline: string;
  /** No news arrives: figures may be a little old. */
  readonly notLive: string;
  /** Where a day lasts `{seconds}` seconds. */
  readonly pace: string;
  readonly loading: string;
  readonly close: string;
  readonly cancel: string;
  readonly removed: string;
  readonly undo: string;
  readonly back: string;
  readonly more: string;
  readonly none: string;
  readonly today: string;
  readonly copied: string;
  /** A time `{time}` by the clock of a `{place}`. */
  readonly timeThere: string;
  readonly inEnglish: string;
  readonly notFound: { readonly title: string; readonly text: string };
  readonly problem: {
    readonly title: string;
    readonly tryAgain: string;
    readonly serverSays: string;
    /** What to do about each kind of refusal. */
    readonly advice: Readonly<
      Record<'offline' | 'unavailable' | 'changed' | 'refused' | 'invalid' | 'missing' | 'tooMany' | 'internal', string>
    >;
  };
};
