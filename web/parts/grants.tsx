import { useSpeech, type Speech } from '../app/speech.tsx';
import { useApi } from '../client/use-api.ts';
import type { Schemas } from '../client/types.ts';
import styles from './grants.module.css';

type Grant = Schemas['Grant'];

/** What somebody may do and where, each role with a sentence that says what it is. */
export function Grants({ grants, none }: { readonly grants: readonly Grant[]; readonly none: string }) {
  const { roles } = useSpeech().words.access;
  if (grants.length === 0) return <p className="soft">{none}</p>;
  return (
    <ul className={styles.grants}>
      {grants.map((grant) => (
        <li key={JSON.stringify(grant)}>
          <b>{roles[grant.role].name}</b>: <ScopeText scope={grant.scope} />
          <div className="soft">{roles[grant.role].does}</div>
        </li>
      ))}
    </ul>
  );
}

/** Where a role holds, in words. */
export function ScopeText({ scope }: { readonly scope: Grant['scope'] }) {
  const speech = useSpeech();
  if (scope.kind === 'institution') return <InstitutionText id={scope.institutionId} stateCode={scope.stateCode} />;
  return <>{scopeText(scope, speech)}</>;
}

function InstitutionText({ id, stateCode }: { readonly id: string; readonly stateCode: string }) {
  const { stateName } = useSpeech();
  const { data } = useApi('GET /institutions/{id}', { path: { id } });
  return (
    <>
      <bdi>{data?.name ?? '…'}</bdi> ({stateName(stateCode)})
    </>
  );
}

type Wide = Exclude<Grant['scope'], { readonly kind: 'institution' }>;

function scopeText(scope: Wide, { words, stateName, language }: Speech): string {
  if (scope.kind === 'everywhere') return words.access.scope.everywhere;
  const regions = scope.regions.map((region) => words.terms.regions[region as keyof typeof words.terms.regions]);
  return new Intl.ListFormat(language).format([...scope.stateCodes.map(stateName), ...regions]);
}
