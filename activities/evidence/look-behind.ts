import type { EvidenceOutcome } from '../../db/schema.ts';
import { NotPublic, requestGuarded, type Guard } from './guarded-request.ts';

export type Found = { readonly outcome: EvidenceOutcome; readonly httpStatus: number | null };

const mostRedirects = 5;
const redirecting = [301, 302, 303, 307, 308];

/** Looks whether the address of a piece of evidence answers. Each redirect is judged as if it had been given to us. */
export async function lookBehind(given: string, guard: Guard): Promise<Found> {
  try {
    let url = new URL(given);
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const { status, location } = await requestGuarded(url, guard);
      if (!redirecting.includes(status) || location === undefined) return foundAt(status);
      url = new URL(location, url);
    }
    return { outcome: 'does-not-answer', httpStatus: null };
  } catch (error) {
    return { outcome: error instanceof NotPublic ? 'not-looked-at' : 'does-not-answer', httpStatus: null };
  }
}

const foundAt = (httpStatus: number): Found => {
  if (httpStatus === 404 || httpStatus === 410) return { outcome: 'gone', httpStatus };
  return { outcome: httpStatus < 400 ? 'answers' : 'does-not-answer', httpStatus };
};
