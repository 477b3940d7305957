import { rmSync } from 'node:fs';
import { dropTemplate } from './databases.ts';
import { shared } from './global-setup.ts';

export default async function tearDown(): Promise<void> {
  const { temporal, postgres, folder } = shared.relance ?? {};
  await temporal?.stop();
  await postgres?.stop();
  if (postgres === undefined) await dropTemplate();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
