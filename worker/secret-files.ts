import { readFileSync } from 'node:fs';
import { ConfigError } from './config.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Settings that hold a secret. Each is also read from the file that its name with `_FILE` names. */
export const secretSettings = [
  'DATABASE_URL',
  'SMTP_URL',
  'TEMPORAL_API_KEY',
  'RELANCE_LINK_SECRET',
  'RELANCE_LINK_SECRET_BEFORE',
  'RELANCE_OIDC_CLIENT_SECRET',
] as const;

/** The environment with the secrets from files in it, as containers hand them over. A line break at the end is not part of one. */
export function withSecretsFromFiles(env: Env): Env {
  const read = { ...env };
  for (const name of secretSettings) {
    const file = env[`${name}_FILE`];
    if (file === undefined || file === '') continue;
    if (env[name] !== undefined && env[name] !== '')
      throw new ConfigError(`${name} and ${name}_FILE say the same thing: set one of them`);
    read[name] = contentOf(`${name}_FILE`, file);
  }
  return read;
}

function contentOf(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new ConfigError(
      `${setting}: the file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no code'})`,
    );
  }
}
