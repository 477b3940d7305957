import { lazy, Suspense } from 'react';
import { useApi } from '../../client/use-api.ts';
import { useMay } from '../../app/who.tsx';
import type { Subject } from './use-publication.ts';

const Publication = lazy(async () => ({ default: (await import('./publication.tsx')).Publication }));

/** What the public sees of it. Only where this installation shows anything to the public, and only for those who may know. */
export function PublicationPanel({ about }: { readonly about: Subject }) {
  const may = useMay();
  const { data } = useApi('GET /installation', {});
  if (data?.hasPublicView !== true || !may('publications.read')) return null;
  return (
    <Suspense>
      <Publication about={about} />
    </Suspense>
  );
}
