import { Button, Group, NativeSelect } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { roles, type Role } from '../../../domain/follow-up/roles.ts';
import { languageNames } from '../../app/language.ts';
import { useWords } from '../../app/speech.tsx';
import { fieldProblems } from '../../client/field-problems.ts';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { Panel } from '../../parts/panel.tsx';
import { ContactPicker } from '../../parts/contact-picker.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Way } from '../../parts/way.tsx';
import styles from './state.module.css';
import { May } from '../../parts/may.tsx';

/** Who holds which role for the State, whether mail reaches them, and giving a role to somebody. */
export function StatePeople({ code }: { readonly code: string }) {
  const { states, shared } = useWords();
  const people = useApi('GET /states/{code}/people', { path: { code } });
  return (
    <Panel title={states.people}>
      <Shown of={people} lines={4}>
        {(found) =>
          found.length === 0 ? (
            <p className="soft">{states.nobody}</p>
          ) : (
            <dl className={styles.people}>
              {found.map(({ role, contactId, name, institution, language, isReachable, isAway }) => (
                <div key={role}>
                  <dt>{shared.roles[role]}</dt>
                  <dd>
                    <Way to={`/contacts/${contactId}`}>
                      <bdi>{name}</bdi>
                    </Way>
                    {institution === null ? null : (
                      <>
                        {', '}
                        <Way to={`/institutions/${institution.id}`}>
                          <bdi>{institution.name}</bdi>
                        </Way>
                      </>
                    )}{' '}
                    <small className="soft">{languageNames[language]}</small>
                    {isReachable ? null : <strong className={styles.bad}> {states.unreachable}</strong>}
                    {isAway ? <em> {states.away}</em> : null}
                  </dd>
                </div>
              ))}
            </dl>
          )
        }
      </Shown>
      <May do="contacts.write" inStates={[code]}>
        <GiveRole code={code} />
      </May>
    </Panel>
  );
}

function GiveRole({ code }: { readonly code: string }) {
  const { states, shared } = useWords();
  const [role, setRole] = useState<Role>('focal-point');
  const [contactId, setContactId] = useState<string | null>(null);
  const { act, isBusy, error } = useAct('PUT /states/{code}/roles/{role}');
  const problemOf = fieldProblems(error);
  const give = (event: FormEvent): void => {
    event.preventDefault();
    if (contactId !== null) act({ path: { code, role }, body: { contactId } }, () => setContactId(null));
  };
  return (
    <details className={`no-print ${styles.form}`}>
      <summary>{states.giveRole}</summary>
      <form onSubmit={give}>
        <Group align="end" mt="xs">
          <NativeSelect
            label={states.role}
            value={role}
            onChange={({ currentTarget }) => setRole(currentTarget.value as Role)}
            data={roles.map((value) => ({ value, label: shared.roles[value] }))}
          />
          <ContactPicker label={states.person} value={contactId} change={setContactId} error={problemOf('contactId')} />
          <Button type="submit" loading={isBusy} disabled={contactId === null}>
            {states.give}
          </Button>
        </Group>
        {error === null ? null : <Trouble problem={error} />}
      </form>
    </details>
  );
}
