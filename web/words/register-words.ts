/** What is said while recommendations are registered. */
export type RegisterWords = Readonly<
  Record<
    | 'lead'
    | 'paste'
    | 'pasteHint'
    | 'look'
    | 'again'
    | 'preview'
    | 'one'
    | 'text'
    | 'remove'
    | 'proposed'
    | 'sure'
    | 'likely'
    | 'ask'
    | 'target'
    | 'startNow'
    | 'startHint'
    | 'submit'
    | 'progress'
    | 'doneAll'
    | 'doneStarted'
    | 'someFailed'
    | 'toSource'
    | 'empty'
    | 'tooMany'
    | 'taken',
    string
  >
>;
