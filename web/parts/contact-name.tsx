import { useWords } from '../app/speech.tsx';
import { useApi } from '../client/use-api.ts';
import { useMay } from '../app/who.tsx';

/** A person by name; names are read from the register each time, for they are kept nowhere else. */
export function ContactName({ id }: { readonly id: string | null }) {
  const { shell } = useWords();
  const isWanted = useMay()('contacts.read') && id !== null;
  const { data, error } = useApi('GET /contacts/{id}', { path: { id: id ?? '' } }, { isWanted });
  if (id === null) return <bdi>{shell.none}</bdi>;
  // Somebody of another institution, or of whom one's role may read nothing, stays without a name.
  return <bdi>{data?.name ?? (isWanted && error === null ? '…' : '–')}</bdi>;
}
