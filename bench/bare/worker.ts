/** The peer's worker: Temporal's own loop and one activity, which sends by the same mailer. Settings: see bench/processes.ts. */
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import { createMailer } from '../../activities/mail/transport.ts';
import { buildWorkflowBundle } from '../../worker/build-bundle.ts';
import { readConfig } from '../../worker/config.ts';

const { temporal, mail } = readConfig(process.env);
const mailer = createMailer({ smtpUrl: mail.smtpUrl ?? '', from: mail.from, bounceAddress: mail.bounceAddress });

const activities = {
  remind: async (to: string, key: string): Promise<void> => {
    const text = 'What has been done since the last check-in, and what comes next?';
    const { outcome } = await mailer.send({
      digestId: key,
      to: { name: 'Focal point', address: to },
      language: 'en',
      subject: 'A reminder',
      text,
      html: `<p>${text}</p>`,
      at: new Date().toISOString(),
    });
    if (outcome !== 'accepted') throw new Error(outcome);
  },
};
export type BareActivities = typeof activities;

Runtime.install({ logger: new DefaultLogger('WARN') });
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: temporal.address ?? '' }),
  namespace: temporal.namespace,
  taskQueue: temporal.taskQueue,
  workflowBundle: await buildWorkflowBundle(fileURLToPath(new URL('./workflow.ts', import.meta.url))),
  activities,
});
await worker.run();
