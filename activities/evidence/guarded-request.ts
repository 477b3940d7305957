import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export type Guard = {
  /** All addresses that a name has now. */
  readonly resolve: (hostname: string) => Promise<readonly string[]>;
  readonly isPublic: (address: string) => boolean;
  readonly ports: readonly number[];
  readonly timeoutMs: number;
};
export type Answered = { readonly status: number; readonly location: string | undefined };

/** The address of a request leads where ours must not go; nothing was connected to. */
export class NotPublic extends Error {
  override readonly name = 'NotPublic';
}

export const publicInternet: Guard = {
  resolve: async (hostname) => (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address),
  isPublic: isPublicAddress,
  ports: [80, 443],
  timeoutMs: 8_000,
};

const defaultPorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/**
 * Asks one address and follows nothing. The name is resolved once, every address that it has is judged, and the connection
 * goes to the very address that was judged: so no second answer of a name server counts. Only the head of the answer is
 * read. Throws `NotPublic` before any connection, and whatever the network says.
 */
export async function requestGuarded(url: URL, guard: Guard): Promise<Answered> {
  const address = await judgedAddress(url, guard);
  const ask = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = ask(
      url,
      {
        agent: false,
        signal: AbortSignal.timeout(guard.timeoutMs),
        headers: { 'user-agent': 'Relance (does this evidence answer?)', accept: '*/*' },
        lookup: (_hostname, { all }, done) => {
          const family = isIP(address);
          if (all === true) done(null, [{ address, family }]);
          else done(null, address, family);
        },
      },
      (response: IncomingMessage) => {
        response.destroy();
        resolve({ status: response.statusCode ?? 0, location: response.headers.location });
      },
    );
    request.on('error', reject);
    request.end();
  });
}

async function judgedAddress(url: URL, { resolve, isPublic, ports }: Guard): Promise<string> {
  const ownPort = defaultPorts[url.protocol];
  if (ownPort === undefined) throw new NotPublic('neither http nor https');
  if (url.username !== '' || url.password !== '') throw new NotPublic('credentials in the address');
  if (!ports.includes(url.port === '' ? ownPort : Number(url.port))) throw new NotPublic('another port');
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(hostname) === 0 ? await resolve(hostname) : [hostname];
  const [first] = addresses;
  if (first === undefined || !addresses.every(isPublic)) throw new NotPublic('not an address of the public internet');
  return first;
}
