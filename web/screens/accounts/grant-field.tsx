import { Button, MultiSelect, NativeSelect, Select } from '@mantine/core';
import { accessRoles, type AccessRole } from '../../../domain/access/principal.ts';
import { regionalGroups, states } from '../../../domain/reference/states.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { useAccountsWords } from '../../words/accounts-words.ts';
import styles from './accounts.module.css';
import { blankGrant, blankScope, isOfOneState, scopeKindsOf, type Grant, type ScopeKind } from './grant-draft.ts';

type Given = { readonly grant: Grant; readonly change: (grant: Grant) => void; readonly take: () => void };

/** One role and where it holds, with a sentence that says what the role is. */
export function GrantField({ grant, change, take }: Given) {
  const { roles, scope: words } = useSpeech().words.access;
  const { accounts } = useAccountsWords();
  const { role, scope } = grant;
  const kinds = scopeKindsOf[role];
  return (
    <fieldset className={styles.grant}>
      <legend className="visually-hidden">{roles[role].name}</legend>
      <NativeSelect
        label={accounts.role}
        description={roles[role].does}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={role}
        onChange={({ currentTarget }) => change(blankGrant(currentTarget.value as AccessRole))}
        data={accessRoles.map((value) => ({ value, label: roles[value].name }))}
      />
      {kinds.length < 2 ? null : (
        <NativeSelect
          label={words.label}
          value={scope.kind}
          onChange={({ currentTarget }) => change({ role, scope: blankScope(currentTarget.value as ScopeKind) })}
          data={kinds.map((value) => ({ value, label: words[value] }))}
        />
      )}
      <Where grant={grant} change={change} />
      <div>
        <Button size="xs" variant="default" onClick={take} aria-label={`${accounts.take}: ${roles[role].name}`}>
          {accounts.take}
        </Button>
      </div>
    </fieldset>
  );
}

function Where({ grant: { role, scope }, change }: Pick<Given, 'grant' | 'change'>) {
  if (scope.kind === 'everywhere') return null;
  if (scope.kind === 'institution')
    return <OneInstitution scope={scope} change={(to) => change({ role, scope: to })} />;
  return <SomeStates role={role} scope={scope} change={(to) => change({ role, scope: to })} />;
}

type StatesScope = Extract<Grant['scope'], { readonly kind: 'states' }>;
type StatesGiven = {
  readonly role: AccessRole;
  readonly scope: StatesScope;
  readonly change: (scope: StatesScope) => void;
};

function SomeStates({ role, scope, change }: StatesGiven) {
  const { words, stateName, language } = useSpeech();
  const { pickStates, regions } = words.access.scope;
  const named = states
    .map(({ code }) => ({ value: code, label: stateName(code) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  if (isOfOneState(role))
    return (
      <Select
        label={words.terms.state}
        searchable
        data={named}
        value={scope.stateCodes[0] ?? null}
        onChange={(code) => change({ ...scope, stateCodes: code === null ? [] : [code] })}
        comboboxProps={{ withinPortal: false }}
      />
    );
  return (
    <>
      <MultiSelect
        label={pickStates}
        searchable
        data={named}
        value={[...scope.stateCodes]}
        onChange={(stateCodes) => change({ ...scope, stateCodes })}
        comboboxProps={{ withinPortal: false }}
        clearable={false}
      />
      <MultiSelect
        label={regions}
        data={regionalGroups.map((value) => ({ value, label: words.terms.regions[value] }))}
        value={[...scope.regions]}
        onChange={(chosen) => change({ ...scope, regions: regionalGroups.filter((each) => chosen.includes(each)) })}
        comboboxProps={{ withinPortal: false }}
      />
    </>
  );
}

type InstitutionScope = Extract<Grant['scope'], { readonly kind: 'institution' }>;

function OneInstitution(given: {
  readonly scope: InstitutionScope;
  readonly change: (scope: InstitutionScope) => void;
}) {
  const { words, stateName } = useSpeech();
  const { data = [] } = useApi('GET /institutions', { query: { limit: 200 } });
  const ofStates = data.flatMap(({ id, name, stateCode }) =>
    stateCode === null ? [] : [{ id, stateCode, label: `${name} (${stateName(stateCode)})` }],
  );
  return (
    <Select
      label={words.access.scope.pickInstitution}
      searchable
      data={ofStates.map(({ id, label }) => ({ value: id, label }))}
      value={given.scope.institutionId === '' ? null : given.scope.institutionId}
      onChange={(chosen) => {
        const one = ofStates.find(({ id }) => id === chosen);
        if (one !== undefined) given.change({ kind: 'institution', institutionId: one.id, stateCode: one.stateCode });
      }}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
