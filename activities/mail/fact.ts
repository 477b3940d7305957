export type Fact = {
  readonly label: string;
  readonly value: string;
  /** Said in English to a reader of another language: playbooks hold their questions and rungs in English alone. */
  readonly isEnglish?: boolean;
};
