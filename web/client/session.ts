import { useSyncExternalStore } from 'react';

/** Whether somebody has signed in on this page. Before that a request without a session is simply refused. */
let hasSession = false;
let waiting: { readonly promise: Promise<boolean>; readonly settle: (isBack: boolean) => void } | undefined;
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());

export function sessionBegan(): void {
  hasSession = true;
}

/**
 * A request that met the end of the session waits here until the same person has signed in again, and is then made once
 * more: what was typed is neither lost nor sent by somebody else. False when nobody had signed in at all.
 */
export function waitForSignIn(): Promise<boolean> {
  if (!hasSession) return Promise.resolve(false);
  if (waiting === undefined) {
    let settle: (isBack: boolean) => void = () => undefined;
    const promise = new Promise<boolean>((resolve) => {
      settle = resolve;
    });
    waiting = { promise, settle };
    tell();
  }
  return waiting.promise;
}

export function signedInAgain(): void {
  waiting?.settle(true);
  waiting = undefined;
  tell();
}

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useIsSessionOver = (): boolean => useSyncExternalStore(listen, () => waiting !== undefined);
