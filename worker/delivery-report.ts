import { randomBytes } from 'node:crypto';

export type Undelivered = {
  /** The return path of the mail: whom the report goes to. */
  readonly returnPath: string;
  readonly recipient: string;
  readonly messageId: string;
  readonly at: Date;
};

/** What a mail server sends back for an address that it does not know (RFC 3464), as a whole message. */
export function deliveryReport({ returnPath, recipient, messageId, at }: Undelivered): Buffer {
  const boundary = randomBytes(12).toString('hex');
  const date = at.toUTCString().replace('GMT', '+0000');
  return Buffer.from(
    [
      'From: Mail Delivery System <mailer-daemon@localhost>',
      `To: ${returnPath}`,
      'Subject: Undelivered Mail Returned to Sender',
      `Date: ${date}`,
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
      '',
      `--${boundary}`,
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'The recipient is unknown to the local mailbox.',
      '',
      `--${boundary}`,
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; localhost',
      `Arrival-Date: ${date}`,
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 no such user',
      '',
      `--${boundary}`,
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${messageId}`,
      '',
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  );
}
