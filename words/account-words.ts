/** What mails about somebody's own account say. */
export type AccountWords = Readonly<
  Record<
    'reset' | 'invitation',
    {
      readonly subject: string;
      /** Why this mail has come. */
      readonly intro: string;
      /** On the link. */
      readonly action: string;
      /** How long the link is good for, and that it is good once. */
      readonly validity: string;
      /** For whoever did not expect it. */
      readonly unasked: string;
    }
  >
>;
