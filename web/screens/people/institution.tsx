import { useParams } from '@tanstack/react-router';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Way } from '../../parts/way.tsx';
import { AddPerson } from './add-forms.tsx';
import { AskedOfInstitution } from './asked.tsx';
import { HandOver } from './hand-over.tsx';
import { Holds, LoadPerWeek } from './load.tsx';
import styles from './people.module.css';
import { May } from '../../parts/may.tsx';

/** One institution: its people and whether mail reaches them, what is asked of them together, and handing it over. */
export function Institution() {
  const { id = '' } = useParams({ strict: false });
  const { words, stateName, day } = useSpeech();
  const { shell, people } = words;
  const institution = useApi('GET /institutions/{id}', { path: { id } });
  const contacts = useApi('GET /contacts', { query: { institutionId: id, limit: 200 } });
  const load = useApi('GET /institutions/{id}/load', { path: { id } });
  if (institution.data === undefined)
    return (
      <Page title={institution.error === null ? shell.loading : shell.nav.people}>
        {institution.error === null ? <div aria-busy="true" /> : <Trouble problem={institution.error} />}
      </Page>
    );
  const { name, kind, stateCode } = institution.data;
  const names = new Map(contacts.data?.map((contact) => [contact.id, contact.name]));
  const lead = (
    <p style={{ margin: 0 }}>
      {people.kinds[kind]}
      {stateCode === null ? null : (
        <>
          {' · '}
          <Way to={`/states/${stateCode}`}>{stateName(stateCode)}</Way>
        </>
      )}
    </p>
  );
  return (
    <Page title={name} lead={lead} key={id}>
      <Panel title={people.people}>
        <Shown of={contacts}>
          {(found) =>
            found.length === 0 ? (
              <p className="soft">{people.noPeople}</p>
            ) : (
              <ul className={styles.list}>
                {found.map((contact) => (
                  <li key={contact.id}>
                    <Way to={`/contacts/${contact.id}`}>
                      <bdi>{contact.name}</bdi>
                    </Way>{' '}
                    {contact.unreachableSince === null ? (
                      <small className={styles.good}>{people.reachable}</small>
                    ) : (
                      <small className={styles.bad}>
                        {fill(people.unreachableSince, { date: day(contact.unreachableSince) })}
                      </small>
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
        <May do="contacts.write">
          <AddPerson institutionId={id} />
        </May>
      </Panel>
      <Shown of={load} lines={4}>
        {(found) => <Holds load={found} names={names} />}
      </Shown>
      <AskedOfInstitution id={id} />
      <Shown of={load} lines={8}>
        {(found) => <LoadPerWeek load={found} />}
      </Shown>
      <May do="contacts.write">
        <HandOver from={{ institutionId: id }} />
      </May>
    </Page>
  );
}
