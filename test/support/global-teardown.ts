import { shared } from './global-setup.ts';

export default async function tearDown(): Promise<void> {
  await shared.relance?.temporal?.stop();
  await shared.relance?.postgres?.stop();
}
