/** `npm run worker`: one of as many workers as are wanted. */
import { createActivityDeps, createApiDeps } from './create-parts.ts';
import { startInboundMail } from './inbound-mail.ts';
import { openAccountMail, openBase, openTheDatabase, openWorker, waitForTemporal } from './open-parts.ts';
import { required } from './parts.ts';
import { requireProductionSettings } from './production.ts';
import { runProcess } from './run-process.ts';

await runProcess(async (running) => {
  const { config, progress } = running;
  const { address } = requireProductionSettings(config);
  const smtpUrl = required(config.mail.smtpUrl, 'SMTP_URL');

  const database = await openTheDatabase(running);
  const base = await openBase(running, database, address);
  await waitForTemporal(running, base, address);

  const { bounceAddress, inboundPort } = config.mail;
  if (inboundPort !== undefined) {
    const handle = createApiDeps(base).takeReturnedMail;
    const inbound = await startInboundMail({ host: config.http.host, port: inboundPort, bounceAddress, handle });
    running.closeLater('the listener for returned mail', inbound.stop);
    progress.say(`Returned mail is taken on port ${inbound.port}`);
  }
  const activityDeps = createActivityDeps(base, { ...config.mail, smtpUrl });
  await openWorker(running, address, activityDeps);
  openAccountMail(running, base, activityDeps.mailer);
  progress.say(`A worker runs on ${address}, task queue ${config.temporal.taskQueue}`);
});
