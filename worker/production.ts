import { ConfigError, type Config } from './config.ts';
import { required } from './parts.ts';
import { isGuessable, passwordIn } from './guessable.ts';

/** What separate processes must share, and so cannot make up by themselves; none of it may be a secret that others know. */
export function requireProductionSettings(config: Config): { readonly address: string } {
  required(config.databaseUrl, 'DATABASE_URL');
  required(config.linkSecret, 'RELANCE_LINK_SECRET');
  required(config.http.publicUrl, 'PUBLIC_URL');
  refuseGuessable('RELANCE_LINK_SECRET', config.linkSecret);
  refuseGuessable('RELANCE_LINK_SECRET_BEFORE', config.linkSecretBefore);
  refuseGuessable('TEMPORAL_API_KEY', config.temporal.apiKey);
  refuseGuessable('DATABASE_URL', passwordIn(config.databaseUrl), 'its password');
  refuseGuessable('SMTP_URL', passwordIn(config.mail.smtpUrl), 'its password');
  return { address: required(config.temporal.address, 'TEMPORAL_ADDRESS') };
}

function refuseGuessable(setting: string, secret: string | undefined, what = 'it'): void {
  if (secret !== undefined && isGuessable(secret))
    throw new ConfigError(
      `${setting}: ${what} is short, an example or a default: make a random one (openssl rand -base64 32)`,
    );
}
