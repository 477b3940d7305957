/**
 * `npm run write-screenshots`: plays a few months of made-up follow-ups and keeps what a manager sees of them, as docs/screens/.
 * The screens must be built. Dates begin on a fixed day; how far the calendar has come when a picture is taken differs by hours.
 */
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { openDatabase } from '../../db/database.ts';
import { migrateToLatest } from '../../db/migrate.ts';
import { findOrGetTemporalCli } from '../../worker/temporal-cli.ts';
import { startTemporalServer } from '../../worker/temporal-server.ts';
import { ask, eventually, openRelance } from '../support/relance.ts';
import { signInBrowser } from '../support/browser.ts';
import { playOffice } from './office.ts';

const folder = fileURLToPath(new URL('../../docs/screens/', import.meta.url));
const dayMs = 250;

Runtime.install({ logger: new DefaultLogger('WARN') });
const cli = await findOrGetTemporalCli((line) => console.error(line));
const server = await startTemporalServer({ cli, namespace: 'relance' });
process.env.RELANCE_TEST_TEMPORAL_NAMESPACE = server.namespace;
const database = await openDatabase({ memory: true });
await migrateToLatest(database.kysely);
const relance = await openRelance({ address: server.address, dayMs, startsAt: '2026-01-05T06:00:00.000Z', database });
try {
  const { shown } = await playOffice(relance);
  await eventually(async () => {
    const { body } = await ask(relance.app, 'GET /v1/today');
    if (body.approvals.count === 0 || body.late.total === 0) throw new Error('nothing is late yet');
  }, 180_000);
  await relance.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = relance.app.server.address() as AddressInfo;
  await takePictures(`http://127.0.0.1:${String(port)}`, {
    today: '/',
    recommendations: '/recommendations',
    recommendation: `/recommendations/${shown}`,
    state: '/states/SI',
    playbook: '/playbooks/national-institution',
  });
} finally {
  await relance.close();
  await server.stop();
}
process.exit();

async function takePictures(home: string, screens: Readonly<Record<string, string>>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.RELANCE_TEST_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--force-color-profile=srgb'],
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  await context.addInitScript({ content: `localStorage.setItem('relance.language', 'en')` });
  await signInBrowser(context, home, relance);
  const page = await context.newPage();
  for (const [name, address] of Object.entries(screens)) {
    await page.goto(home + address);
    await page.locator('h1').waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    await page.screenshot({ path: `${folder}${name}.png` });
    console.log(`docs/screens/${name}.png`);
  }
  await browser.close();
}
