import type { Kysely } from 'kysely';
import type { Bounce } from '../activities/contract.ts';
import { digestIdIn, domainOf } from '../activities/mail/addresses.ts';
import { readBounce } from '../activities/mail/read-bounce.ts';
import { findDigest } from '../db/queries/notices.ts';
import type { Schema } from '../db/schema.ts';
import type { ContactId } from '../domain/ids.ts';
import { listenForMail, type Listener } from './smtp-listener.ts';

export type BounceReporter = { readonly reportBounce: (contactId: ContactId, bounce: Bounce) => Promise<unknown> };

/** Reads one returned mail and tells the correspondence it belongs to. Rejects only when that cannot be told now. */
export type InboundMailHandler = (
  raw: Buffer | string,
  recipients?: readonly string[],
) => Promise<'bounce' | 'not-a-bounce' | 'unknown-digest'>;

export const createInboundMailHandler =
  ({ db, gateway }: { readonly db: Kysely<Schema>; readonly gateway: BounceReporter }): InboundMailHandler =>
  async (raw, recipients = []) => {
    const bounce = await readBounce(raw, recipients);
    if (bounce === undefined) return 'not-a-bounce';
    const digest = await findDigest(db, bounce.digestId);
    if (digest === undefined) return 'unknown-digest';
    await gateway.reportBounce(digest.contact_id, bounce);
    return 'bounce';
  };

/** Whether mail to an address is mail that has come back to us. */
export const isReturnPath = (address: string, bounceAddress: string): boolean =>
  domainOf(address).toLowerCase() === domainOf(bounceAddress).toLowerCase() &&
  (address.toLowerCase() === bounceAddress.toLowerCase() || digestIdIn(address) !== undefined);

export type InboundMailSettings = {
  readonly host: string;
  readonly port: number;
  readonly bounceAddress: string;
  readonly handle: InboundMailHandler;
};

/** In production: listens for what the mail servers of the world send back. */
export const startInboundMail = ({ host, port, bounceAddress, handle }: InboundMailSettings): Promise<Listener> =>
  listenForMail({
    host,
    port,
    takes: (recipient) => isReturnPath(recipient, bounceAddress),
    onMail: async (raw, { to }) => void (await handle(raw, to)),
  });
