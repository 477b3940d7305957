/** A mail that the local mailbox caught. */
export type CaughtMail = {
  readonly id: string;
  readonly receivedAt: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly messageId: string;
};
export type Mailbox = {
  /** Newest first. */
  readonly list: () => readonly CaughtMail[];
  readonly get: (id: string) => CaughtMail | undefined;
};
