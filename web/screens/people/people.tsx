import { Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Way } from '../../parts/way.tsx';
import { AddInstitution, AddPerson } from './add-forms.tsx';
import styles from './people.module.css';
import { May } from '../../parts/may.tsx';

/** Institutions and their people: found by name, or because mail does not reach them. */
export function People() {
  const { people } = useSpeech().words;
  return (
    <Page title={people.title}>
      <Persons />
      <Institutions />
    </Page>
  );
}

function Persons() {
  const { words, day } = useSpeech();
  const { people } = words;
  const [typed, setTyped] = useState('');
  const [isOnlyUnreachable, setOnlyUnreachable] = useState(false);
  const [q] = useDebouncedValue(typed.trim(), 200);
  const found = useApi('GET /contacts', {
    query: { limit: 100, q: q === '' ? undefined : q, unreachable: isOnlyUnreachable ? 'true' : undefined },
  });
  return (
    <Panel title={people.people}>
      <TextInput
        label={people.search}
        type="search"
        maw={420}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Checkbox
        my="sm"
        label={people.onlyUnreachable}
        checked={isOnlyUnreachable}
        onChange={({ currentTarget }) => setOnlyUnreachable(currentTarget.checked)}
      />
      <Shown of={found} lines={5}>
        {(persons) =>
          persons.length === 0 ? (
            <p className="soft">{people.noPeople}</p>
          ) : (
            <ul className={styles.list}>
              {persons.map(({ id, name, unreachableSince }) => (
                <li key={id}>
                  <Way to={`/contacts/${id}`}>
                    <bdi>{name}</bdi>
                  </Way>
                  {unreachableSince === null ? null : (
                    <span className={styles.bad}>
                      {' '}
                      {fill(people.unreachableSince, { date: day(unreachableSince) })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      <May do="contacts.write">
        <AddPerson />
      </May>
    </Panel>
  );
}

function Institutions() {
  const { words, stateName } = useSpeech();
  const { people } = words;
  const found = useApi('GET /institutions', { query: { limit: 200 } });
  return (
    <Panel title={people.institutions}>
      <Shown of={found} lines={5}>
        {(institutions) =>
          institutions.length === 0 ? (
            <p className="soft">{people.noInstitutions}</p>
          ) : (
            <ul className={styles.list}>
              {institutions.map(({ id, name, kind, stateCode }) => (
                <li key={id}>
                  <Way to={`/institutions/${id}`}>
                    <bdi>{name}</bdi>
                  </Way>{' '}
                  <small className="soft">
                    {people.kinds[kind]}
                    {stateCode === null ? '' : ` · ${stateName(stateCode)}`}
                  </small>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      <May do="contacts.write">
        <AddInstitution />
      </May>
    </Panel>
  );
}
