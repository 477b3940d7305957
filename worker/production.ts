import type { Config } from './config.ts';
import { required } from './parts.ts';

/** What separate processes must share, and so cannot make up by themselves. */
export function requireProductionSettings(config: Config): { readonly address: string } {
  required(config.databaseUrl, 'DATABASE_URL');
  required(config.linkSecret, 'RELANCE_LINK_SECRET');
  required(config.http.publicUrl, 'PUBLIC_URL');
  return { address: required(config.temporal.address, 'TEMPORAL_ADDRESS') };
}
