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
  /** Deletes all mail to an address. */
  readonly forget: (address: string) => Promise<void>;
  /** Deletes what is older than an instant; how many mails that were. */
  readonly forgetBefore: (instant: string) => Promise<number>;
};
