import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrGetTemporalCli } from '../../worker/temporal-cli.ts';
import { startTemporalServer, type TemporalServer } from '../../worker/temporal-server.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

type Shared = { temporal?: TemporalServer; postgres?: PostgresServer; folder?: string };
export const shared = globalThis as typeof globalThis & { relance?: Shared };

/** One Temporal server and one PostgreSQL for the whole run; each test file has its own task queue and database. */
export default async function setUp(): Promise<void> {
  const servers: Shared = {};
  shared.relance = servers;
  servers.folder = mkdtempSync(join(tmpdir(), 'relance-test-'));
  process.env.RELANCE_TEST_FOLDER = servers.folder;
  process.env.RELANCE_TEST_TEMPLATE = `relance_test_template_${randomBytes(6).toString('hex')}`;
  const cli = await findOrGetTemporalCli((line) => console.log(line));
  servers.temporal = await startTemporalServer({ cli, namespace: 'relance-test' });
  process.env.RELANCE_TEST_TEMPORAL_CLI = cli;
  process.env.RELANCE_TEST_TEMPORAL_ADDRESS = servers.temporal.address;
  process.env.RELANCE_TEST_TEMPORAL_NAMESPACE = servers.temporal.namespace;
  if (process.env.RELANCE_TEST_DATABASE_URL) return;
  servers.postgres = await startPostgres();
  process.env.RELANCE_TEST_DATABASE_URL = servers.postgres.url;
}
