/** What a page behind a mail's link says of an answer that is kept for later, and of what becomes of one that was sent. */
export type AfterWords = {
  /** Names the list of languages to those who hear it. */
  readonly languages: string;
  readonly save: string;
  readonly kept: Readonly<Record<'title' | 'nothingSent' | 'until' | 'goOn', string>>;
  /** A draft of a `{date}` is there. */
  readonly found: string;
  readonly open: string;
  readonly filledIn: string;
  /** Programs press buttons too: the choice is the person's to make again. `{choice}` is what it was. */
  readonly chooseAgain: string;
  readonly nothingToKeep: string;
  readonly erase: Readonly<Record<'label' | 'submit' | 'tick' | 'done', string>>;
  readonly next: Readonly<Record<'heading' | 'due' | 'mail' | 'whoSees', string>>;
  readonly who: Readonly<Record<'answer' | 'not-me' | 'view', string>>;
};
