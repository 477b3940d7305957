import { useParams } from '@tanstack/react-router';
import { fill } from '../../../words/plurals.ts';
import { languageNames } from '../../app/language.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Way } from '../../parts/way.tsx';
import { AskedOfContact } from './asked.tsx';
import { ChangeContact } from './change-contact.tsx';
import { Feed } from './feed.tsx';
import { HandOver } from './hand-over.tsx';
import { Leave } from './leave.tsx';
import { Holds, LoadPerWeek } from './load.tsx';
import styles from './people.module.css';
import { May } from '../../parts/may.tsx';
import { OnRecord } from '../../parts/on-record.tsx';

/** One person: whether mail arrives, what is asked of them, how much each week brings, leave, and handing it all over. */
export function Contact() {
  const { id = '' } = useParams({ strict: false });
  const { shell } = useSpeech().words;
  const contact = useApi('GET /contacts/{id}', { path: { id } });
  const load = useApi('GET /contacts/{id}/load', { path: { id } });
  if (contact.data === undefined)
    return (
      <Page title={contact.error === null ? shell.loading : shell.nav.people}>
        {contact.error === null ? <div aria-busy="true" /> : <Trouble problem={contact.error} />}
      </Page>
    );
  return (
    <Page title={contact.data.name} lead={<Lead contact={contact.data} />} key={id}>
      <Shown of={load} lines={4}>
        {(found) => <Holds load={found} />}
      </Shown>
      <AskedOfContact id={id} />
      <Shown of={load} lines={8}>
        {(found) => <LoadPerWeek load={found} />}
      </Shown>
      <Leave contactId={id} />
      <May do="contacts.write">
        <HandOver from={{ contactId: id }} except={id} />
        <Feed contactId={id} />
        <ChangePanel contact={contact.data} />
      </May>
      <OnRecord about={id} />
    </Page>
  );
}

function Lead({ contact }: { readonly contact: Schemas['Contact'] }) {
  const { words, day, dayAndTime } = useSpeech();
  const { people, shell } = words;
  const { address, language, timeZone, institutionId, unreachableSince, unreachableBecause, suggestion } = contact;
  const { data: now } = useApi('GET /installation', {});
  const because = unreachableBecause as keyof typeof people.because | null;
  return (
    <>
      <p style={{ margin: 0 }}>
        {address === '' ? null : (
          <>
            <a href={`mailto:${address}`}>{address}</a> ·{' '}
          </>
        )}
        {languageNames[language]} ·{' '}
        <span dir="ltr">
          {now === undefined
            ? timeZone
            : fill(shell.timeThere, { time: dayAndTime(now.now, timeZone), place: timeZone.replaceAll('_', ' ') })}
        </span>
        {institutionId === null ? null : <InstitutionName id={institutionId} />}
      </p>
      {unreachableSince === null ? (
        <p className={styles.good} style={{ margin: 0 }}>
          {people.reachable}
        </p>
      ) : (
        <p className={styles.bad} style={{ margin: 0 }}>
          <b>{fill(people.unreachableSince, { date: day(unreachableSince) })}</b>
          {because === null ? '' : `: ${people.because[because]}`}. {people.newAddress}
        </p>
      )}
      {suggestion === null ? null : (
        <p style={{ margin: 0 }}>
          {people.suggestion}: <bdi>{suggestion}</bdi>
        </p>
      )}
    </>
  );
}

function InstitutionName({ id }: { readonly id: string }) {
  const { data } = useApi('GET /institutions/{id}', { path: { id } });
  return (
    <>
      {' · '}
      <Way to={`/institutions/${id}`}>
        <bdi>{data?.name ?? '…'}</bdi>
      </Way>
    </>
  );
}

function ChangePanel({ contact }: { readonly contact: Schemas['Contact'] }) {
  const { people } = useSpeech().words;
  return (
    <div className="no-print">
      <Panel title={people.change}>
        <ChangeContact contact={contact} key={contact.version} />
      </Panel>
    </div>
  );
}
