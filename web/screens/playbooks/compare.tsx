import { NativeSelect } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { Page } from '../../parts/page.tsx';
import { usePlaybookWords } from '../../words/playbook-words.ts';
import { apart, storedPlaybook } from './draft.ts';
import { differencesOf } from './facts.ts';
import styles from './playbooks.module.css';
import { StoredVersion } from './stored.tsx';

/** Two versions side by side, field by field, in words. */
export function ComparePlaybooks() {
  const { key } = useParams({ from: '/playbooks/$key/compare' });
  const search = useSearch({ from: '/playbooks/$key/compare' });
  return (
    <StoredVersion playbookKey={key} version={search.version}>
      {(chosen, all) => {
        const other =
          all.find(({ version }) => version === search.with) ?? all.find((each) => each !== chosen) ?? chosen;
        const [from, to] = other.version < chosen.version ? [other, chosen] : [chosen, other];
        return <Comparison from={from} to={to} all={all} />;
      }}
    </StoredVersion>
  );
}

type Stored = Schemas['Playbook'];
type Given = { readonly from: Stored; readonly to: Stored; readonly all: readonly Stored[] };

function Comparison({ from, to, all }: Given) {
  const words = usePlaybookWords();
  const speech = useSpeech();
  const { compare } = words;
  const found = differencesOf(storedPlaybook(from), storedPlaybook(to), { words, speech });
  return (
    <Page title={fill(compare.title, { title: apart(to.title) })}>
      <Link to="/playbooks/$key" params={{ key: to.key }} search={{ version: to.version }}>
        {words.actions.back}
      </Link>
      <div className={styles.wishes} style={{ marginTop: '.75rem' }}>
        <VersionChoice
          label={compare.from}
          value={from}
          all={all}
          searchFor={(version) => ({ version: to.version, with: version })}
        />
        <VersionChoice
          label={compare.to}
          value={to}
          all={all}
          searchFor={(version) => ({ version, with: from.version })}
        />
      </div>
      <div className={`panel ${styles.block}`} style={{ overflowX: 'auto' }}>
        <output style={{ display: 'block', marginTop: 0 }}>
          {found.length === 0 ? compare.same : fill(compare.differences, { number: speech.number(found.length) })}
        </output>
        {found.length === 0 ? null : (
          <table className={styles.table}>
            <caption className="visually-hidden">{fill(compare.title, { title: apart(to.title) })}</caption>
            <thead>
              <tr>
                <th scope="col">{compare.field}</th>
                <th scope="col">{fill(words.version, { version: speech.number(from.version) })}</th>
                <th scope="col">{fill(words.version, { version: speech.number(to.version) })}</th>
              </tr>
            </thead>
            <tbody>
              {found.map(({ part, label, before, after }, index) => (
                <tr key={`${part} ${label} ${index}`}>
                  <th scope="row">
                    {words.parts[part]}: <bdi>{label}</bdi>
                  </th>
                  <Said text={before} />
                  <Said text={after} />
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Page>
  );
}

function Said({ text }: { readonly text: string | undefined }) {
  const { compare } = usePlaybookWords();
  return (
    <td dir="auto" style={{ whiteSpace: 'pre-line' }}>
      {text === undefined || text === '' ? <span className="soft">{compare.notThere}</span> : text}
    </td>
  );
}

type ChoiceGiven = {
  readonly label: string;
  readonly value: Stored;
  readonly all: readonly Stored[];
  readonly searchFor: (version: number) => { readonly version: number; readonly with: number };
};

function VersionChoice({ label, value, all, searchFor }: ChoiceGiven) {
  const words = usePlaybookWords();
  const { number } = useSpeech();
  const navigate = useNavigate();
  return (
    <NativeSelect
      label={label}
      value={String(value.version)}
      onChange={({ currentTarget }) =>
        void navigate({
          to: '/playbooks/$key/compare',
          params: { key: value.key },
          search: searchFor(Number(currentTarget.value)),
          replace: true,
        })
      }
      data={all.map(({ version, origin }) => ({
        value: String(version),
        label: `${fill(words.version, { version: number(version) })} · ${words.origins[origin]}`,
      }))}
    />
  );
}
