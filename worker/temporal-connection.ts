import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { readFile } from 'node:fs/promises';
import type { Config } from './config.ts';
import { dataConverterOf } from './encryption.ts';

type TemporalSettings = Omit<Config['temporal'], 'address'> & { readonly address: string };

export type TemporalLink = {
  readonly client: Client;
  readonly connection: Connection;
  readonly close: () => Promise<void>;
};

const connectTimeoutMs = 10_000;

/** The client's connection. It opens at the first call, so that an API can start while Temporal is away. */
export async function openClient(settings: TemporalSettings): Promise<TemporalLink> {
  const connection = Connection.lazy({ ...(await connectionOptions(settings)), connectTimeout: connectTimeoutMs });
  const client = new Client({ connection, namespace: settings.namespace, ...dataConverterOf(settings.payloadKeys) });
  return { client, connection, close: () => connection.close() };
}

/** The worker's connection; it must be there, so this fails with one clear line when it is not. */
export async function openNativeConnection(settings: TemporalSettings): Promise<NativeConnection> {
  try {
    return await NativeConnection.connect(await connectionOptions(settings));
  } catch (error) {
    throw new Error(`Temporal does not answer at ${settings.address}: ${(error as Error).message.split('\n')[0]}`, {
      cause: error,
    });
  }
}

async function connectionOptions({ address, apiKey, isTls, certFile, keyFile, caFile }: TemporalSettings) {
  const pair = certFile && keyFile ? { crt: await readFile(certFile), key: await readFile(keyFile) } : undefined;
  const ca = caFile ? await readFile(caFile) : undefined;
  const tls = {
    ...(pair ? { clientCertPair: pair } : {}),
    ...(ca ? { serverRootCACertificate: ca } : {}),
  };
  return { address, ...(isTls ? { tls } : {}), ...(apiKey ? { apiKey } : {}) };
}
