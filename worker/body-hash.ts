import { createHmac } from 'node:crypto';

/** HMAC-SHA-256 under a key of its own that follows from the installation's secret: whoever has the database alone can guess nothing. */
export function createBodyHash(secret: string): (canonicalBody: string) => string {
  const key = createHmac('sha256', secret).update('relance bodies of requests').digest();
  return (canonicalBody) => createHmac('sha256', key).update(canonicalBody).digest('hex');
}
