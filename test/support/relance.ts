import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../api/app.ts';
import type { AppDeps } from '../../api/deps.ts';
import type { Database } from '../../db/database.ts';
import { defaultRetention } from '../../db/personal-data/retention.ts';
import { readOrCreateClock } from '../../db/installation.ts';
import { calendarTime, realMsUntil } from '../../domain/clock.ts';
import { defaultRoutineMailDays } from '../../domain/correspondence/timing.ts';
import { batchWorkflowId, campaignStreamId, followUpId, importWorkflowId } from '../../domain/ids.ts';
import type { Mailbox } from '../../api/mailbox.ts';
import type { OpenIdSettings } from '../../api/sign-in/openid-provider.ts';
import { readConfig } from '../../worker/config.ts';
import { createActivityDeps, createApiDeps } from '../../worker/create-parts.ts';
import { createRelanceWorker } from '../../worker/create-worker.ts';
import { openClient, openNativeConnection } from '../../worker/temporal-connection.ts';
import { addAccount, addSession, addToken, askAsAdministrator } from './administrator.ts';
import { openPGliteDatabase } from './databases.ts';
import { startSmtp } from './smtp.ts';
import { workflowBundle } from './workflow-bundle.ts';

export const linkSecret = randomBytes(32).toString('base64url');

export type RelanceWish = {
  /** Wall-clock milliseconds of one calendar day. */
  readonly dayMs?: number;
  readonly startsAt?: string;
  readonly database?: Database;
  /** Another server than the one that all tests share. */
  readonly address?: string;
  readonly hasWorker?: boolean;
  readonly routineMailDays?: number;
  /** Wall-clock milliseconds, for what signing in waits for. */
  readonly wallMs?: () => number;
  readonly openid?: OpenIdSettings;
  readonly mailbox?: Mailbox;
  readonly trustedProxies?: readonly string[];
  /** As RELANCE_PAYLOAD_KEYS has them: then what Temporal keeps is encrypted. */
  readonly payloadKeys?: string;
  /** Its own by default. One of an earlier installation finds that one's workflows again. */
  readonly taskQueue?: string;
  /** What the API is given otherwise than an installation gives it. */
  readonly api?: Partial<AppDeps>;
};

/** The whole of Relance in this process: a database, a task queue of its own on the tests' Temporal, a mail server, the API. */
export async function openRelance(wish: RelanceWish = {}) {
  const address = wish.address ?? process.env.RELANCE_TEST_TEMPORAL_ADDRESS ?? '';
  const namespace = process.env.RELANCE_TEST_TEMPORAL_NAMESPACE ?? '';
  const taskQueue = wish.taskQueue ?? `test-${randomBytes(6).toString('hex')}`;
  const database = wish.database ?? (await openPGliteDatabase());
  const settings = {
    ...readConfig({ TEMPORAL_NAMESPACE: namespace, RELANCE_PAYLOAD_KEYS: wish.payloadKeys }).temporal,
    address,
  };
  const link = await openClient(settings);
  const clock = await readOrCreateClock(database.kysely, {
    dayMs: wish.dayMs ?? 86_400_000,
    ...(wish.startsAt === undefined ? {} : { startsAt: wish.startsAt }),
  });
  const publicUrl = 'http://relance.example';
  const mailFrom = 'Relance <relance@relance.example>';
  const base = {
    database,
    clock,
    client: link.client,
    taskQueue,
    linkSecrets: [linkSecret] as const,
    linkKeyDays: 30,
    hasLinkChecking: false,
    publicUrl,
    mailFrom,
    senderName: 'Relance',
    ...(wish.wallMs === undefined ? {} : { wallMs: wish.wallMs }),
    ...(wish.openid === undefined ? {} : { openid: wish.openid }),
    ...(wish.trustedProxies === undefined ? {} : { trustedProxies: wish.trustedProxies }),
    retentionPeriods: defaultRetention,
  };
  const smtp = await startSmtp();
  const mail = {
    smtpUrl: smtp.url,
    from: mailFrom,
    bounceAddress: 'bounces@relance.example',
    routineMailDays: wish.routineMailDays ?? defaultRoutineMailDays,
  };

  const startWorker = async () => {
    const connection = await openNativeConnection(settings);
    const worker = await createRelanceWorker({
      ...createActivityDeps(base, mail),
      connection,
      namespace,
      workflowBundle: await workflowBundle(),
      payloadKeys: settings.payloadKeys,
    });
    const ended = worker.run();
    return {
      stop: async (): Promise<void> => {
        worker.shutdown();
        await ended;
        await connection.close();
      },
    };
  };
  let worker = wish.hasWorker === false ? undefined : await startWorker();
  const mailbox = wish.mailbox === undefined ? {} : { mailbox: wish.mailbox };
  const deps = { ...createApiDeps(base), ...mailbox, ...wish.api };
  const app = await buildApp({ logLevel: 'silent', ...deps });
  const administratorId = await addAccount(database.kysely);
  const token = await addToken(database.kysely, administratorId);
  askAsAdministrator(app, token);
  return {
    app,
    deps,
    links: deps.links,
    db: database.kysely,
    database,
    client: link.client,
    clock,
    smtp,
    taskQueue,
    /** Who asks here unless a test says otherwise, and their token. */
    administratorId,
    token,
    /** The secret of a new session of the administrator's. */
    signIn: () => addSession(database.kysely, administratorId),
    now: (): string => calendarTime(clock, Date.now()),
    /** Waits until the calendar shows an instant. */
    until: (instant: string): Promise<void> => wait(realMsUntil(clock, Date.now(), instant)),
    stopWorker: async (): Promise<void> => {
      await worker?.stop();
      worker = undefined;
    },
    startWorker: async (): Promise<void> => void (worker ??= await startWorker()),
    close: async (): Promise<void> => {
      await terminateAll();
      await worker?.stop();
      await app.close();
      await link.close();
      await smtp.stop();
      await database.close();
    },
  };

  /** What this file has started would otherwise go on beside the next one. */
  async function terminateAll(): Promise<void> {
    const campaigns = await database.kysely.selectFrom('campaigns').select('id').execute();
    for (const { id } of campaigns) {
      await link.client.schedule
        .getHandle(campaignStreamId(id))
        .delete()
        .catch(() => undefined);
      await terminate(campaignStreamId(id));
    }
    const rows = await database.kysely.selectFrom('follow_ups').select('recommendation_id').execute();
    const handles = rows.map(({ recommendation_id: id }) => link.client.workflow.getHandle(followUpId(id)));
    const batches = await database.kysely.selectFrom('batches').select('id').execute();
    handles.push(...batches.map(({ id }) => link.client.workflow.getHandle(batchWorkflowId(id))));
    const imports = await database.kysely.selectFrom('treaty_status_imports').select('id').execute();
    handles.push(...imports.map(({ id }) => link.client.workflow.getHandle(importWorkflowId(id))));
    await Promise.all(handles.map((handle) => handle.terminate('the test has ended').catch(() => undefined)));
  }

  async function terminate(workflowId: string): Promise<void> {
    await link.client.workflow
      .getHandle(workflowId)
      .terminate('the test has ended')
      .catch(() => undefined);
  }
}
export type Relance = Awaited<ReturnType<typeof openRelance>>;

export type Answer = {
  readonly status: number;
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
};

/** One request as a client sends it; bodies are JSON. */
export async function ask(app: FastifyInstance, request: string, body?: unknown, headers = {}): Promise<Answer> {
  const [method, url] = request.split(' ') as ['GET', string];
  const payload = body === undefined ? {} : { payload: body as object };
  const response = await app.inject({ method, url: url.startsWith('/v1') ? `/api${url}` : url, headers, ...payload });
  const isJson = /json/.test(String(response.headers['content-type']));
  return {
    status: response.statusCode,
    body: isJson && response.body !== '' ? response.json() : response.body,
    headers: response.headers,
  };
}

/** A State with its people, a source and one recommendation, all through the API. */
export async function register(app: FastifyInstance, over: object = {}) {
  const contact = async (name: string): Promise<string> =>
    (await ask(app, 'POST /v1/contacts', { name, address: `${name}@ministry.example`, timeZone: 'Europe/Ljubljana' }))
      .body.id;
  const people = {
    'focal-point': await contact('ana'),
    alternate: await contact('bor'),
    'validating-authority': await contact('vera'),
    'desk-officer': await contact('desk'),
    manager: await contact('chief'),
  };
  for (const [role, contactId] of Object.entries(people))
    await ask(app, `PUT /v1/states/SI/roles/${role}`, { contactId });
  const source = await ask(app, 'POST /v1/sources', { kind: 'mission', stateCode: 'SI', title: 'A mission' });
  const recommend = async (more: object = {}): Promise<string> =>
    (
      await ask(app, 'POST /v1/recommendations', {
        sourceId: source.body.id,
        stateCode: 'SI',
        text: 'Establish an ombudsman',
        playbook: 'general',
        position: 'supported',
        ...over,
        ...more,
      })
    ).body.id;
  return { people, sourceId: source.body.id as string, recommend, recommendationId: await recommend() };
}

export const command = (app: FastifyInstance, id: string, name: string, body: object = {}, headers = {}) =>
  ask(app, `POST /v1/recommendations/${id}/commands/${name}`, body, headers);

/** Asks again and again until the answer is there; fails with the last reason. */
export async function eventually<T>(look: () => Promise<T> | T, timeoutMs = 20_000): Promise<T> {
  for (const endsMs = Date.now() + timeoutMs; ;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > endsMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
