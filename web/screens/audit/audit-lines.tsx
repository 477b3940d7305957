import { useSearch } from '@tanstack/react-router';
import type { Schemas } from '../../client/types.ts';
import { Way } from '../../parts/way.tsx';
import { When } from '../../parts/when.tsx';
import { useAccountsWords, type AccountsWords } from '../../words/accounts-words.ts';
import styles from './audit.module.css';

type Line = Schemas['AuditLine'];

/** One line for everything that was looked at or changed; on a phone a card of the same facts. */
export function AuditLines({ lines }: { readonly lines: readonly Line[] }) {
  const { audit } = useAccountsWords();
  return (
    <table className={styles.lines}>
      <caption className="visually-hidden">{audit.title}</caption>
      <thead>
        <tr>
          <th scope="col">{audit.at}</th>
          <th scope="col">{audit.who}</th>
          <th scope="col">{audit.what}</th>
          <th scope="col">{audit.about}</th>
          <th scope="col">{audit.where}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              <When at={line.at} hasTime />
            </td>
            <td>
              <Who line={line} />
            </td>
            <td>
              <What line={line} />
            </td>
            <td data-label={audit.about}>
              {line.subjects.map((subject) => (
                <div key={subject}>
                  <Subject id={subject} />
                </div>
              ))}
            </td>
            <td data-label={audit.where}>
              <bdi dir="ltr">{line.networkAddress ?? '–'}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Choosing somebody shows what else they did. */
function Who({ line: { actor, name } }: { readonly line: Line }) {
  const { audit } = useAccountsWords();
  const asked = useSearch({ strict: false }) as Readonly<Record<string, string>>;
  const kind = kindOf(actor, audit);
  return (
    <>
      <Way to="/audit" search={{ ...asked, by: actor.replace(/^account:/, '') }}>
        <bdi>{name ?? kind ?? actor}</bdi>
      </Way>
      {name === null || kind === undefined ? null : <div className="soft">{kind}</div>}
    </>
  );
}

function kindOf(actor: string, audit: AccountsWords['audit']): string | undefined {
  if (actor.startsWith('token:')) return audit.byToken;
  if (actor.startsWith('contact:')) return audit.byLink;
  if (actor === 'clock') return audit.clock;
  if (actor === 'system') return audit.system;
  return actor.startsWith('import') ? audit.import : undefined;
}

const firstRefusal = 400;

function What({ line: { did, what, status } }: { readonly line: Line }) {
  const { audit } = useAccountsWords();
  const isRefused = status !== null && status >= firstRefusal;
  const said = { read: audit.seen, changed: audit.changed, event: audit.recorded }[did];
  return (
    <>
      {isRefused ? <strong className={styles.bad}>{audit.refused}</strong> : said}
      <div className="soft" lang="en">
        <bdi dir="ltr">{what.replace('/api/v1', '')}</bdi>
      </div>
    </>
  );
}

const places: Readonly<Record<string, string>> = {
  rec: 'recommendations',
  con: 'contacts',
  inst: 'institutions',
  src: 'sources',
  dlg: 'meetings',
  acc: 'accounts',
};

/** What it was about, leading there where it has a page. */
function Subject({ id }: { readonly id: string }) {
  const bare = id.includes(':') ? (id.split(':').at(-1) ?? id) : id;
  const place = places[bare.split('_')[0] ?? ''];
  if (id.startsWith('state:')) return <Way to={`/states/${bare}`}>{bare}</Way>;
  if (place === undefined || !bare.includes('_')) return <bdi dir="ltr">{id}</bdi>;
  return (
    <Way to={`/${place}/${bare}`}>
      <bdi dir="ltr">{bare}</bdi>
    </Way>
  );
}
