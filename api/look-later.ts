import { nowOf, type AppDeps } from './deps.ts';

/** Looks behind the address that an answer brought. Nobody waits for it; what is lost is looked at on demand. */
export function lookLater(deps: AppDeps, url: string): void {
  void deps.checkEvidence?.([url], nowOf(deps)).catch(() => undefined);
}
