import { useWords } from '../app/speech.tsx';
import { useApi } from '../client/use-api.ts';

/** A person by name; names are read from the register each time, for they are kept nowhere else. */
export function ContactName({ id }: { readonly id: string | null }) {
  const { shell } = useWords();
  const { data } = useApi('GET /contacts/{id}', { path: { id: id ?? '' } }, { isWanted: id !== null });
  return <bdi>{id === null ? shell.none : (data?.name ?? '…')}</bdi>;
}
