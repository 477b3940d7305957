import type { Instant } from '../../domain/time.ts';
import type { AppDeps } from '../deps.ts';

type Clocked = { readonly signIn: Pick<AppDeps['signIn'], 'wallMs'> };

/** The wall clock, plus some milliseconds. */
export const wallTime = ({ signIn }: Clocked, plusMs = 0): Instant => new Date(signIn.wallMs() + plusMs).toISOString();
