/**
 * `npm run record-histories`: plays follow-ups on a real Temporal server and keeps their histories, which every later
 * version must replay. What is kept is never recorded anew: a history that is there stays, and a new kind gets a new name.
 */
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { correspondenceId, followUpId } from '../../domain/ids.ts';
import { findOrGetTemporalCli } from '../../worker/temporal-cli.ts';
import { startTemporalServer } from '../../worker/temporal-server.ts';
import { takeStep } from '../support/appeals.ts';
import { denunciation, deposit, recordEntry, startBatches } from '../support/treaty-status.ts';
import { ask, command, eventually, openRelance, register } from '../support/relance.ts';
import { timelineOf } from '../support/voices.ts';

const dayMs = 300;
Runtime.install({ logger: new DefaultLogger('WARN') });
const cli = await findOrGetTemporalCli((line) => console.error(line));
const server = await startTemporalServer({ cli, namespace: 'relance' });
process.env.RELANCE_TEST_TEMPORAL_NAMESPACE = server.namespace;
const relance = await openRelance({ address: server.address, dayMs, startsAt: '2026-01-05T06:00:00.000Z' });
const { app, client } = relance;

try {
  await keep('answered-verified-closed', answeredVerifiedClosed);
  await keep('paused-and-extended', pausedAndExtended);
  await keep('renewed', renewed);
  await keep('delivered', delivered);
  await keep('bounced', bounced);
  await keep('appeal', appeal);
  await keep('silent-until-approval', silentUntilApproval);
  await keep('split-into-parts', async () => ({ workflowId: followUpId((await split()).whole) }));
  await keep('closed-by-deposit', closedByDeposit);
  await keep('reopened-by-denunciation', reopenedByDenunciation);
  await keep('part-of-a-whole', async () => ({ workflowId: followUpId((await split()).part) }));
} finally {
  await relance.close();
  await server.stop();
}
process.exit();

type Recorded = { readonly workflowId: string; readonly runId?: string };

async function keep(name: string, play: () => Promise<Recorded>): Promise<void> {
  const file = fileURLToPath(new URL(`./${name}.json`, import.meta.url));
  if (existsSync(file)) return;
  const { workflowId, runId } = await play();
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  // Who ran it, and where, is nobody's business.
  const text = historyToJSON(history).replaceAll(/("identity": *)"[^"]*"/g, '$1"recorder"');
  writeFileSync(file, `${text}\n`);
  console.log(`${name}: ${history.events?.length} events, ${text.length} bytes`);
}

async function started(over: object = {}): Promise<string> {
  const { recommendationId } = await register(app, over);
  await must(recommendationId, 'start-follow-up');
  await settled(recommendationId);
  return recommendationId;
}

async function must(id: string, name: string, body: object = {}): Promise<void> {
  const { status, body: answer } = await command(app, id, name, body);
  if (status !== 200) throw new Error(`${name}: ${JSON.stringify(answer)}`);
}

async function lineOf(id: string) {
  return (await ask(app, `GET /v1/recommendations/${id}`)).body;
}

/** Until nothing is left to be planned. */
async function settled(id: string): Promise<void> {
  await until(async () => (await lineOf(id)).process?.planning === null);
}

function until(isSo: () => Promise<boolean>, timeoutMs = 30_000): Promise<void> {
  const look = async (): Promise<void> => {
    if (!(await isSo())) throw new Error('It did not come to pass');
  };
  return eventually(look, timeoutMs);
}

async function answeredVerifiedClosed(): Promise<Recorded> {
  const id = await started();
  await must(id, 'report-progress', { note: 'A bill is in parliament', implementation: 'in-progress' });
  await settled(id);
  await must(id, 'record-position', { position: 'noted' });
  const evidence = { url: 'https://gazette.example/1', description: 'The act' };
  await must(id, 'claim-implementation', { evidence: [evidence] });
  await must(id, 'reject-verification', { reason: 'The act has no budget' });
  await settled(id);
  await must(id, 'claim-implementation', { evidence: [evidence] });
  await must(id, 'verify', { evidence });
  return { workflowId: followUpId(id) };
}

async function pausedAndExtended(): Promise<Recorded> {
  const id = await started();
  await must(id, 'pause', { reason: 'Elections' });
  await must(id, 'resume');
  await settled(id);
  const untilOn = new Date(Date.parse(relance.now()) + 200 * 86_400_000).toISOString().slice(0, 10);
  await must(id, 'request-extension', { untilOn, reason: 'The committee meets in summer' });
  await must(id, 'decide-extension', { isGranted: true, reason: 'Granted once' });
  await settled(id);
  await until(async () => (await ask(app, `GET /v1/recommendations/${id}/timeline`)).body.some(isStep), 120_000);
  await must(id, 'close', { reason: 'not-applicable', note: 'Not a matter of the State' });
  return { workflowId: followUpId(id) };
}

function isStep({ type }: { readonly type: string }): boolean {
  return type === 'StepFellDue';
}

/** The second run: it began by folding what the first had written. */
async function renewed(): Promise<Recorded> {
  const id = await started();
  const handle = client.workflow.getHandle(followUpId(id));
  const { runId: firstRunId } = await handle.describe();
  for (let each = 1; (await handle.describe()).runId === firstRunId; each += 1)
    await must(id, 'report-progress', { note: `Answer ${each}` });
  await must(id, 'report-progress', { note: 'The answer after' });
  await settled(id);
  return { workflowId: followUpId(id) };
}

async function delivered(): Promise<Recorded> {
  const { contactId } = await mailed();
  const workflowId = correspondenceId(contactId);
  await until(async () => (await client.workflow.getHandle(workflowId).describe()).status.name === 'COMPLETED');
  return { workflowId };
}

/** A focal point who has got a digest. */
async function mailed(): Promise<{ readonly contactId: string; readonly digestId: string }> {
  const { recommendationId: id, people } = await register(app);
  await must(id, 'start-follow-up');
  const contactId = people['focal-point'];
  const digest = async () => (await ask(app, `GET /v1/digests?contactId=${contactId}`)).body[0];
  await until(async () => (await digest())?.status === 'accepted', 60_000);
  return { contactId, digestId: (await digest()).digestId };
}

async function bounced(): Promise<Recorded> {
  const { contactId, digestId } = await mailed();
  const handle = client.workflow.getHandle(correspondenceId(contactId));
  const bounce = { digestId, isPermanent: true, status: '5.1.1' };
  await client.workflow.signalWithStart('correspondWithContact', {
    workflowId: correspondenceId(contactId),
    taskQueue: relance.taskQueue,
    args: [{ contactId }],
    signal: 'reportBounce',
    signalArgs: [bounce],
  });
  await until(async () => (await handle.describe()).status.name === 'COMPLETED');
  return { workflowId: correspondenceId(contactId) };
}

/** The steps of a campaign, with reminders beside the rounds, and a report of the resident coordinator. */
async function appeal(): Promise<Recorded> {
  const { recommend } = await register(app);
  const id = await recommend({ text: 'Ratify CEDAW', playbook: 'appeal' });
  await must(id, 'start-follow-up');
  await settled(id);
  const today = relance.now().slice(0, 10);
  await takeStep(relance, id, { step: 'letter', dueOn: today });
  await takeStep(relance, id, { step: 'delivery', dueOn: today });
  await takeStep(relance, id, { step: 'treaty-event', dueOn: '2026-09-22' });
  await takeStep(relance, id, { step: 'yearly-review', dueOn: today });
  await takeStep(relance, id, { step: 'yearly-review', dueOn: today });
  const reminders = async (): Promise<number> => (await timelineOf(app, id)).filter(isStep).length;
  await until(async () => (await reminders()) >= 2, 120_000);
  await must(id, 'pause', { reason: 'Elections' });
  await takeStep(relance, id, { step: 'delivery', key: 'delivery-2', dueOn: null });
  await must(id, 'resume');
  await settled(id);
  const on = relance.now().slice(0, 10);
  const said = { office: 'parliament', deliveredOn: on, note: 'A bill will be tabled', obstacle: 'translation' };
  await must(id, 'report-delivery', {
    ...said,
    nextOn: new Date(Date.parse(on) + 20 * 86_400_000).toISOString().slice(0, 10),
  });
  await settled(id);
  await must(id, 'lift-obstacle', { obstacle: 'translation' });
  await must(id, 'review-appeal', { outcome: 'go-on', note: 'On its way' });
  await must(id, 'close', { reason: 'not-applicable', note: 'Not a matter of the State' });
  return { workflowId: followUpId(id) };
}

async function partsOf(id: string): Promise<readonly { recommendationId: string; status: string }[]> {
  return (await lineOf(id)).parts ?? [];
}

/** A whole that has closed with the last of its two parts. */
async function split(): Promise<{ readonly whole: string; readonly part: string }> {
  const whole = await started();
  await must(whole, 'split', { parts: [{ text: 'Draft a law' }, { text: 'Train judges' }] });
  await until(async () => (await partsOf(whole)).every((part) => part.status === 'open'));
  const [part = '', other = ''] = (await partsOf(whole)).map(({ recommendationId }) => recommendationId);
  await must(part, 'report-progress', { note: 'A draft is ready', implementation: 'in-progress' });
  for (const id of [part, other])
    await must(id, 'close', { reason: 'not-applicable', note: 'Not a matter of the State' });
  await until(async () => (await lineOf(whole)).status === 'closed');
  return { whole, part };
}

/** A ratification of two treaties, with a claim that waits: the first deposit is a part, the second closes. */
async function closedByDeposit(): Promise<Recorded> {
  const id = await started({ playbook: 'ratify', text: 'Ratify CEDAW and its Optional Protocol' });
  await news(['SI', 'CEDAW'], deposit('2026-01-06'));
  await until(async () => (await typesOf(id)).includes('DepositRecorded'));
  await settled(id);
  const evidence = [{ url: 'https://gazette.example/1', description: 'The act' }];
  await must(id, 'claim-implementation', { evidence });
  await settled(id);
  await news(['SI', 'OP-CEDAW'], deposit('2026-01-06'));
  await until(async () => (await lineOf(id)).status === 'closed');
  return { workflowId: followUpId(id) };
}

/** The run that the denunciation has begun: it folds what the deposit had closed. */
async function reopenedByDenunciation(): Promise<Recorded> {
  const id = await started({ playbook: 'ratify', text: 'Ratify CAT' });
  await news(['SI', 'CAT'], deposit('2026-01-06'));
  await until(async () => (await lineOf(id)).status === 'closed');
  await news(['SI', 'CAT'], denunciation('2026-01-06'));
  await until(async () => (await lineOf(id)).status === 'open');
  await settled(id);
  await must(id, 'report-progress', { note: 'The government reconsiders' });
  await settled(id);
  return { workflowId: followUpId(id) };
}

async function news(...[status, entry]: [readonly [string, string], Parameters<typeof recordEntry>[3]]): Promise<void> {
  await startBatches(relance, await recordEntry(relance.db, status, relance.now(), entry));
}

async function typesOf(id: string): Promise<readonly string[]> {
  return (await ask(app, `GET /v1/recommendations/${id}/timeline`)).body.map(({ type }: { type: string }) => type);
}

async function silentUntilApproval(): Promise<Recorded> {
  const id = await started();
  await until(async () => (await lineOf(id)).draft !== null, 200_000);
  await must(id, 'approve-escalation', { rung: 3 });
  await settled(id);
  return { workflowId: followUpId(id) };
}
