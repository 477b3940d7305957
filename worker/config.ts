import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { defaultRetention } from '../db/personal-data/retention.ts';
import { defaultRoutineMailDays } from '../domain/correspondence/timing.ts';
import { openIdFrom, openIdSettings } from './openid-config.ts';
import { readPayloadKeys, type PayloadKey } from './payload-keys.ts';

/** A setting that stops the start: one line that names it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const flag = z
  .enum(['true', 'false', '1', '0'], 'must be true or false')
  .transform((value) => value === 'true' || value === '1');
const wholeNumber = (least: number, most: number, what: string) =>
  z.coerce.number(what).int(what).min(least, what).max(most, what);
const port = wholeNumber(0, 65_535, 'must be a port number, 0 to 65535');
const keptDays = (usual: number) => wholeNumber(1, 36_500, 'must be a number of days, 1 to 36500').default(usual);
const text = z.string().min(1);
const longSecret = z.string().min(32, 'must have at least 32 characters');
const url = (...protocols: readonly string[]) =>
  text.refine(
    (value) => protocols.includes(protocolOf(value)),
    `must be a URL beginning with ${protocols.join('// or ')}//`,
  );

const protocolOf = (value: string): string => {
  try {
    return new URL(value).protocol;
  } catch {
    return '';
  }
};

const proxies = z
  .string()
  .transform((list) => list.split(',').map((each) => each.trim()))
  .refine(
    (list) => list.every((each) => ipaddr.isValid(each) || ipaddr.isValidCIDR(each)),
    'must be addresses or ranges, as in: 127.0.0.1, 10.0.0.0/8',
  );

const settingsSchema = z.object({
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  TEMPORAL_ADDRESS: text.regex(/^[^\s:/]+:\d+$/, 'must be host:port').optional(),
  TEMPORAL_NAMESPACE: text.default('relance'),
  TEMPORAL_API_KEY: text.optional(),
  TEMPORAL_TLS: flag.optional(),
  TEMPORAL_TLS_CERT: text.optional(),
  TEMPORAL_TLS_KEY: text.optional(),
  TEMPORAL_TLS_CA: text.optional(),
  TEMPORAL_TASK_QUEUE: text.default('relance'),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: text
    .regex(/^[^\p{Cc}@]*[^\s@<]@[^\s@>]+>?$/u, 'must be an e-mail address, as in: Relance <relance@example.org>')
    .default('Relance <relance@relance.example>'),
  BOUNCE_ADDRESS: z.email('must be an e-mail address').default('bounces@relance.example'),
  INBOUND_SMTP_PORT: port.optional(),
  RELANCE_ROUTINE_MAIL_DAYS: wholeNumber(1, 31, 'must be a number of days, 1 to 31').default(defaultRoutineMailDays),
  RELANCE_MAIL_PER_SECOND: wholeNumber(1, 1_000, 'must be a whole number, 1 to 1000').default(50),
  RELANCE_MAIL_PER_MINUTE: wholeNumber(1, 60_000, 'must be a whole number, 1 to 60000').default(3_000),
  HOST: text.default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: url('http:', 'https:').optional(),
  RELANCE_TRUSTED_PROXIES: proxies.optional(),
  ...openIdSettings,
  RELANCE_SENDER_NAME: text.max(200).default('Relance'),
  RELANCE_PUBLIC_VIEW: flag.default(false),
  RELANCE_PUBLIC_LICENCE: text.max(300).optional(),
  RELANCE_PUBLIC_DELAY_DAYS: wholeNumber(0, 3_650, 'must be a number of days, 0 to 3650').default(0),
  RELANCE_DATA_DIR: text.default('.relance'),
  RELANCE_DAY_MS: wholeNumber(100, 86_400_000, 'must be milliseconds, 100 to 86400000').default(86_400_000),
  RELANCE_CLOCK_STARTS_AT: z.iso.datetime('must be an instant such as 1994-09-01T06:00:00Z').optional(),
  RELANCE_LINK_SECRET: longSecret.optional(),
  RELANCE_LINK_SECRET_BEFORE: longSecret.optional(),
  RELANCE_LINK_KEY_DAYS: wholeNumber(1, 365, 'must be a number of days, 1 to 365').default(30),
  RELANCE_CHECK_LINKS: flag.default(false),
  RELANCE_KEEP_REQUEST_ANSWERS_DAYS: keptDays(defaultRetention.requestAnswers),
  RELANCE_KEEP_MAILBOX_DAYS: keptDays(defaultRetention.mailbox),
  RELANCE_KEEP_ACCESS_LOG_DAYS: keptDays(defaultRetention.accessLog),
  RELANCE_PAYLOAD_KEYS: text.optional(),
  RELANCE_TEMPORAL_CLI: text.optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('warn'),
});

export type Config = ReturnType<typeof readConfig>;

/** All settings, read once. An empty variable counts as not set. Throws a `ConfigError` that names the first wrong one. */
export function readConfig(env: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) throw new ConfigError(firstProblem(parsed.error));
  const settings = parsed.data;
  if ((settings.TEMPORAL_TLS_CERT === undefined) !== (settings.TEMPORAL_TLS_KEY === undefined))
    throw new ConfigError('TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY belong together: set both or none');
  const openid = openIdFrom(settings);
  if (typeof openid === 'string') throw new ConfigError(openid);
  return {
    databaseUrl: settings.DATABASE_URL,
    temporal: {
      address: settings.TEMPORAL_ADDRESS,
      namespace: settings.TEMPORAL_NAMESPACE,
      taskQueue: settings.TEMPORAL_TASK_QUEUE,
      apiKey: settings.TEMPORAL_API_KEY,
      isTls:
        settings.TEMPORAL_TLS ?? (settings.TEMPORAL_API_KEY !== undefined || settings.TEMPORAL_TLS_CERT !== undefined),
      certFile: settings.TEMPORAL_TLS_CERT,
      keyFile: settings.TEMPORAL_TLS_KEY,
      caFile: settings.TEMPORAL_TLS_CA,
      cli: settings.RELANCE_TEMPORAL_CLI,
      payloadKeys: payloadKeysOf(settings.RELANCE_PAYLOAD_KEYS),
    },
    mail: {
      smtpUrl: settings.SMTP_URL,
      from: settings.MAIL_FROM,
      bounceAddress: settings.BOUNCE_ADDRESS,
      inboundPort: settings.INBOUND_SMTP_PORT,
      routineMailDays: settings.RELANCE_ROUTINE_MAIL_DAYS,
      maxPerSecond: settings.RELANCE_MAIL_PER_SECOND,
      maxPerMinute: settings.RELANCE_MAIL_PER_MINUTE,
    },
    http: {
      host: settings.HOST,
      port: settings.PORT,
      publicUrl: settings.PUBLIC_URL?.replace(/\/+$/, ''),
      trustedProxies: settings.RELANCE_TRUSTED_PROXIES,
    },
    openid,
    retention: {
      ...defaultRetention,
      requestAnswers: settings.RELANCE_KEEP_REQUEST_ANSWERS_DAYS,
      mailbox: settings.RELANCE_KEEP_MAILBOX_DAYS,
      accessLog: settings.RELANCE_KEEP_ACCESS_LOG_DAYS,
    },
    senderName: settings.RELANCE_SENDER_NAME,
    publicView: publicViewOf(settings),
    dataDir: settings.RELANCE_DATA_DIR,
    dayMs: settings.RELANCE_DAY_MS,
    clockStartsAt: settings.RELANCE_CLOCK_STARTS_AT && new Date(settings.RELANCE_CLOCK_STARTS_AT).toISOString(),
    linkSecret: settings.RELANCE_LINK_SECRET,
    linkSecretBefore: settings.RELANCE_LINK_SECRET_BEFORE,
    linkKeyDays: settings.RELANCE_LINK_KEY_DAYS,
    hasLinkChecking: settings.RELANCE_CHECK_LINKS,
    logLevel: settings.LOG_LEVEL,
  };
}

function payloadKeysOf(keys: string | undefined): readonly PayloadKey[] {
  try {
    return readPayloadKeys(keys);
  } catch (error) {
    throw new ConfigError((error as Error).message);
  }
}

/** Whoever takes open data must know what they may do with it, so it is not offered without a licence. */
function publicViewOf(settings: z.output<typeof settingsSchema>) {
  if (!settings.RELANCE_PUBLIC_VIEW) return undefined;
  const { RELANCE_PUBLIC_LICENCE: licence, RELANCE_PUBLIC_DELAY_DAYS: delayDays } = settings;
  if (licence === undefined)
    throw new ConfigError('RELANCE_PUBLIC_LICENCE: is missing: name the licence of the open data');
  return { licence, delayDays };
}

function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  return `${issue?.path.join('.') ?? 'The configuration'}: ${issue?.message ?? 'is wrong'}`;
}
