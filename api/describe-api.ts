import { wallClock } from '../domain/clock.ts';
import { buildApp } from './app.ts';
import type { AppDeps } from './deps.ts';

/** The OpenAPI document. Describing routes touches none of their dependencies, so none is there. */
export async function describeApi(): Promise<object> {
  const described = { clock: wallClock, publicUrl: '', logLevel: 'silent' } as unknown as AppDeps;
  const app = await buildApp(described);
  await app.ready();
  const document = app.swagger();
  await app.close();
  return document;
}
