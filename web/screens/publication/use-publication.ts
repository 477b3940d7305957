import type { PublicationSubject } from '../../../domain/publication/standing.ts';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import type { Routes, Schemas } from '../../client/types.ts';

export type Subject = { readonly kind: PublicationSubject; readonly id: string };
export type PublicationFacts = Schemas['Publication'];
export type Verdict = Routes['POST /states/{code}/publication']['body'];
export type Wording = Routes['POST /sources/{id}/publication/wording']['body'];

/** What is public of a State, a source or a recommendation: each has its own address. */
export function usePublication({ kind, id }: Subject) {
  const is = (wanted: PublicationSubject) => ({ isWanted: kind === wanted });
  return {
    state: useApi('GET /states/{code}/publication', { path: { code: id } }, is('state')),
    source: useApi('GET /sources/{id}/publication', { path: { id } }, is('source')),
    recommendation: useApi('GET /recommendations/{id}/publication', { path: { id } }, is('recommendation')),
  }[kind];
}

/** Publishes or withdraws it. */
export function useVerdict({ kind, id }: Subject) {
  const state = useAct('POST /states/{code}/publication');
  const source = useAct('POST /sources/{id}/publication');
  const recommendation = useAct('POST /recommendations/{id}/publication');
  const { isBusy, error } = { state, source, recommendation }[kind];
  const give = (body: Verdict, then: () => void): void => {
    if (kind === 'state') state.act({ path: { code: id }, body }, then);
    else ({ source, recommendation })[kind].act({ path: { id }, body }, then);
  };
  return { give, isBusy, error };
}

/** Says in which words it is shown; a State has a name, and no words of ours. */
export function useWording({ kind, id }: Subject) {
  const source = useAct('POST /sources/{id}/publication/wording');
  const recommendation = useAct('POST /recommendations/{id}/publication/wording');
  const { act, isBusy, error } = kind === 'source' ? source : recommendation;
  return { give: (body: Wording, then: () => void): void => act({ path: { id }, body }, then), isBusy, error };
}
