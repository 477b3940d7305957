import type { Instant } from '../../domain/time.ts';

type Clocked = { readonly signIn: { readonly wallMs: () => number } };

/** The wall clock, plus some milliseconds. */
export const wallTime = ({ signIn }: Clocked, plusMs = 0): Instant => new Date(signIn.wallMs() + plusMs).toISOString();
