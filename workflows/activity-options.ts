import * as wf from '@temporalio/workflow';
import type {
  BatchActivities,
  CampaignActivities,
  CorrespondenceActivities,
  FollowUpActivities,
  ImportActivities,
  PartActivities,
  RetentionActivities,
} from '../activities/contract.ts';

/**
 * A few quick tries inside the workflow task: 10 to 20 ms where a remote activity costs 100, and one history event
 * instead of three. What a crash leaves undone is done again on the next task, and every one of these is idempotent.
 */
const quick = { startToCloseTimeout: '5s', retry: { maximumAttempts: 2, initialInterval: '200ms' } } as const;

/** With the database away, the server keeps the retries: history stays short and no worker slot is held. */
const patient = { startToCloseTimeout: '30s', retry: { initialInterval: '1s', maximumInterval: '30s' } } as const;

/** The follow-up's activities, each quick at first and patient when that fails. */
export const followUpActivities = (): FollowUpActivities =>
  quickThenPatient(wf.proxyLocalActivities<FollowUpActivities>(quick), wf.proxyActivities<FollowUpActivities>(patient));

/** What one follow-up asks of another waits for the other's task, and so must not hold up its own. */
export const partActivities = (): PartActivities => wf.proxyActivities<PartActivities>(patient);

type Corresponding = CorrespondenceActivities & Pick<FollowUpActivities, 'wakeCorrespondence'>;

export const correspondenceActivities = (): Corresponding =>
  quickThenPatient(wf.proxyLocalActivities<Corresponding>(quick), wf.proxyActivities<Corresponding>(patient));

/**
 * Delivery talks to a mail server, which may be away for days: it is retried for ever, at least once in an hour of the
 * calendar, and composes afresh each time so that nothing stale goes out.
 */
export const deliveryActivities = (hourMs: number): Pick<CorrespondenceActivities, 'deliverDigest'> =>
  wf.proxyActivities<CorrespondenceActivities>({
    startToCloseTimeout: '60s',
    retry: { initialInterval: '1s', maximumInterval: Math.max(1_000, Math.min(hourMs, 300_000)) },
  });

/** A page takes seconds; a worker that dies in it is missed when its heartbeat fails to come. */
const paged = {
  startToCloseTimeout: '5m',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
} as const;

export const batchActivities = (): BatchActivities => wf.proxyActivities<BatchActivities>(paged);

/** What it deletes may be much after a long outage; tried again it goes on, a day later it is called off. */
export const retentionActivities = (): RetentionActivities =>
  wf.proxyActivities<RetentionActivities>({ ...patient, startToCloseTimeout: '10m', scheduleToCloseTimeout: '1 day' });

export const importActivities = (): ImportActivities => wf.proxyActivities<ImportActivities>(paged);

/** A page of a wave lasts some seconds and says so as it goes; a round of thousands is written in one go. */
export const campaignActivities = (): CampaignActivities => {
  const retry = { initialInterval: '1s', maximumInterval: '30s' } as const;
  const { beginAppeals } = wf.proxyActivities<CampaignActivities>({
    startToCloseTimeout: '5m',
    heartbeatTimeout: '30s',
    retry,
  });
  const { holdRounds, syncSchedule } = wf.proxyActivities<CampaignActivities>({ startToCloseTimeout: '2m', retry });
  return { beginAppeals, holdRounds, syncSchedule };
};

type Activity = (...args: never[]) => Promise<unknown>;

function quickThenPatient<T extends object>(quickly: T, patiently: T): T {
  return new Proxy(quickly, {
    get: (_, name) => {
      const first = Reflect.get(quickly, name) as Activity;
      const then = Reflect.get(patiently, name) as Activity;
      return (...args: never[]) => first(...args).catch((error) => retry(error, () => then(...args)));
    },
  });
}

function retry(error: unknown, patiently: () => Promise<unknown>): Promise<unknown> {
  if (wf.isCancellation(error) || isHopeless(error)) throw error;
  return patiently();
}

/** The activity itself has said that no later try can succeed. */
const isHopeless = (error: unknown): boolean =>
  error instanceof wf.ActivityFailure &&
  error.cause instanceof wf.ApplicationFailure &&
  error.cause.nonRetryable === true;
