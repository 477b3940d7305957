import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { createCalendars, createStateCalendars } from '../activities/calendars.ts';
import { createCampaignSchedules, type CampaignSchedules } from '../activities/campaign-schedule.ts';
import { createEvidenceChecker } from '../activities/evidence/check-evidence.ts';
import { publicInternet } from '../activities/evidence/guarded-request.ts';
import { createForecaster } from '../activities/forecast.ts';
import type { ActivityDeps } from '../activities/index.ts';
import { createAdoptionPreviewer } from '../activities/preview-adoptions.ts';
import { createNoticePreviewer, createSamplePreviewer } from '../activities/preview-notice.ts';
import { settleIfParty } from '../activities/settle-if-party.ts';
import { createMailer, type MailSettings } from '../activities/mail/transport.ts';
import { createSimulator } from '../activities/simulation.ts';
import { createLinkSigner } from '../api/answer-links.ts';
import type { AppDeps, PublicViewSettings } from '../api/deps.ts';
import { answeredWithin, createGateway } from '../api/gateway.ts';
import type { SignInDeps } from '../api/sign-in/deps.ts';
import { createIdentify } from '../api/sign-in/identify.ts';
import { createOpenIdProvider, type OpenIdSettings } from '../api/sign-in/openid-provider.ts';
import { createPasswords } from '../api/sign-in/passwords.ts';
import { createSealer } from '../api/sign-in/sealer.ts';
import type { Database } from '../db/database.ts';
import { pendingMigrations } from '../db/migrate.ts';
import type { RetentionPeriods } from '../db/personal-data/retention.ts';
import { calendarTime, type Clock } from '../domain/clock.ts';
import type { HealthReport } from '../api/schemas/health.ts';
import { createBodyHash } from './body-hash.ts';
import { createInboundMailHandler } from './inbound-mail.ts';

export type PartsWish = {
  readonly database: Database;
  readonly clock: Clock;
  readonly client: Client;
  readonly taskQueue: string;
  /** What keeps the keys of answer links; the first one wraps. */
  readonly linkSecrets: readonly [string, ...string[]];
  readonly linkKeyDays: number;
  /** Whether addresses of evidence are looked behind. */
  readonly hasLinkChecking: boolean;
  readonly publicUrl: string;
  /** Whom mail is from: an address, or `Name <address>`. */
  readonly mailFrom: string;
  readonly senderName: string;
  readonly openid?: OpenIdSettings;
  readonly trustedProxies?: readonly string[];
  /** The wall clock, in milliseconds; tests let hours pass. */
  readonly wallMs?: () => number;
  readonly retentionPeriods: RetentionPeriods;
  readonly publicView?: PublicViewSettings;
};
const webFolder = fileURLToPath(new URL('../web/dist', import.meta.url));

export type MailWish = MailSettings & { readonly routineMailDays: number };

/** What the API needs, made from a database and a Temporal client. */
export function createApiDeps(wish: PartsWish): AppDeps {
  const { database, clock, client, taskQueue, publicUrl, mailFrom, senderName } = wish;
  const db = database.kysely;
  const calendars = createCalendars({ db });
  const gateway = createGateway({ client, taskQueue });
  const planning = { db, clock, calendars };
  const signIn = createSignInDeps(wish);
  return {
    db,
    clock,
    gateway,
    schedules: createSchedules(wish),
    publicUrl,
    senderName,
    ...(wish.publicView === undefined ? {} : { publicView: wish.publicView }),
    identify: createIdentify({ db, publicUrl, signIn }),
    signIn,
    retentionPeriods: wish.retentionPeriods,
    links: createLinkSigner({ db, secrets: wish.linkSecrets, keyDays: wish.linkKeyDays }),
    hashOfBody: createBodyHash(wish.linkSecrets[0]),
    previewNotice: createNoticePreviewer({ db, clock, calendars, publicUrl, mailFrom }),
    previewSample: createSamplePreviewer({ publicUrl, mailFrom }),
    stateCalendars: createStateCalendars({ db }),
    forecast: createForecaster(planning),
    simulate: createSimulator(planning),
    adoptions: createAdoptionPreviewer(planning),
    settle: (id) => settleIfParty({ db, clock, commands: gateway }, id),
    takeReturnedMail: createInboundMailHandler({ db, gateway }),
    health: createHealth(wish),
    ...(wish.hasLinkChecking ? { checkEvidence: createEvidenceChecker(db, publicInternet) } : {}),
    webFolder,
    ...(wish.trustedProxies === undefined ? {} : { trustedProxies: wish.trustedProxies }),
  };
}

const createSignInDeps = ({ linkSecrets, openid, wallMs }: PartsWish): SignInDeps => ({
  passwords: createPasswords(),
  sealer: createSealer(linkSecrets),
  wallMs: wallMs ?? Date.now,
  ...(openid === undefined ? {} : { openid: createOpenIdProvider(openid) }),
});

const scheduleDeadlineMs = 10_000;

/** The same that the worker has, for callers who must hear soon when Temporal is away. */
function createSchedules({ database, client, clock, taskQueue }: PartsWish): CampaignSchedules {
  const schedules = createCampaignSchedules({ db: database.kysely, client, clock, taskQueue });
  return {
    sync: (campaignId) => answeredWithin(client, scheduleDeadlineMs, () => schedules.sync(campaignId)),
    describe: (campaignId) => answeredWithin(client, scheduleDeadlineMs, () => schedules.describe(campaignId)),
  };
}

/** What activities need: the same, and a mail server. */
export function createActivityDeps(wish: PartsWish, mail: MailWish): ActivityDeps {
  const { database, clock, client, taskQueue, publicUrl } = wish;
  const db = database.kysely;
  const signer = createLinkSigner({ db, secrets: wish.linkSecrets, keyDays: wish.linkKeyDays });
  const gateway = createGateway({ client, taskQueue });
  return {
    db,
    clock,
    client,
    taskQueue,
    publicUrl,
    calendars: createCalendars({ db }),
    routineMailDays: mail.routineMailDays,
    mailer: createMailer(mail),
    commands: gateway,
    batches: gateway,
    retention: { periods: wish.retentionPeriods },
    links: {
      answerUrl: async (contactId, recommendationId, role, clusterId) => {
        const claim = { contactId, recommendationId, role, ...(clusterId === undefined ? {} : { clusterId }) };
        const token = await signer.sign(claim, calendarTime(clock, Date.now()));
        return `${publicUrl}/answer/${token}`;
      },
    },
  };
}

const healthDeadlineMs = 2_000;

const createHealth =
  ({ database, client }: PartsWish) =>
  async (): Promise<HealthReport> => {
    const [databasePart, temporal] = await Promise.all([
      checked(async () => {
        const pending = await pendingMigrations(database.kysely);
        if (pending.length > 0) throw new Error(`migrations are pending: ${pending.join(', ')}`);
      }),
      checked(() =>
        client.connection.withDeadline(Date.now() + healthDeadlineMs, () => client.workflowService.getSystemInfo({})),
      ),
    ]);
    return { isReady: databasePart.isReady && temporal.isReady, database: databasePart, temporal };
  };

/** A part that does not answer in time counts as away; what it says is for operators and holds no address. */
async function checked(ask: () => Promise<unknown>): Promise<HealthReport['database']> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), healthDeadlineMs + 500).unref();
  });
  return Promise.race([ask(), late]).then(
    () => ({ isReady: true }),
    (error: Error) => ({
      isReady: false,
      detail: error.message.startsWith('migrations') ? error.message : 'does not answer',
    }),
  );
}
