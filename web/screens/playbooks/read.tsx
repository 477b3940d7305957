import { Button } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { Page } from '../../parts/page.tsx';
import { When } from '../../parts/when.tsx';
import { usePlaybookWords } from '../../words/playbook-words.ts';
import { storedPlaybook } from './draft.ts';
import { partsOf } from './facts.ts';
import styles from './playbooks.module.css';
import { StoredVersion } from './stored.tsx';
import { TimePicture } from './time-picture.tsx';
import { May } from '../../parts/may.tsx';

/** One version of a playbook: as a picture of time, and in words. */
export function PlaybookScreen() {
  const { key } = useParams({ from: '/playbooks/$key' });
  const { version } = useSearch({ from: '/playbooks/$key' });
  return (
    <StoredVersion playbookKey={key} version={version}>
      {(chosen, all) => <Read chosen={chosen} all={all} />}
    </StoredVersion>
  );
}

type Given = { readonly chosen: Schemas['Playbook']; readonly all: readonly Schemas['Playbook'][] };

function Read({ chosen, all }: Given) {
  const words = usePlaybookWords();
  const { number } = useSpeech();
  const playbook = useMemo(() => storedPlaybook(chosen), [chosen]);
  const { key, version, title, warning, basedOn, isCurrent } = chosen;
  const other = all.find((each) => each.version !== version)?.version;
  return (
    <Page
      title={title}
      lead={
        <>
          {fill(words.version, { version: number(version) })}
          {isCurrent ? ` · ${words.isCurrent}` : ''} · {words.origins[chosen.origin]}
          {basedOn === null
            ? null
            : ` · ${fill(words.basedOn, { key: basedOn.key, version: number(basedOn.version) })}`}
        </>
      }
    >
      {warning === null ? null : (
        <p className={styles.warning} lang="en" dir="ltr">
          {warning}
        </p>
      )}
      <div className={styles.actions}>
        <May do="playbooks.write">
          <Button
            renderRoot={(props) => <Link to="/playbooks/$key/edit" params={{ key }} search={{ version }} {...props} />}
          >
            {words.actions.edit}
          </Button>
        </May>
        <May do="playbooks.adopt">
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/playbooks/$key/adopt" params={{ key }} search={{ version }} {...props} />}
          >
            {words.actions.adopt}
          </Button>
        </May>
        {other === undefined ? null : (
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link to="/playbooks/$key/compare" params={{ key }} search={{ version, with: other }} {...props} />
            )}
          >
            {words.actions.compare}
          </Button>
        )}
      </div>
      <TimePicture playbook={playbook} />
      <Facts chosen={chosen} />
      <VersionList chosen={chosen} all={all} />
    </Page>
  );
}

function Facts({ chosen }: Pick<Given, 'chosen'>) {
  const words = usePlaybookWords();
  const speech = useSpeech();
  const parts = partsOf(storedPlaybook(chosen), { words, speech }).filter(({ facts }) => facts.length > 0);
  return (
    <section className={`panel ${styles.block}`}>
      {parts.map(({ key, facts }) => (
        <section key={key} className={styles.part} aria-labelledby={`part-${key}`}>
          <h2 id={`part-${key}`} className={styles.heading}>
            {words.parts[key]}
          </h2>
          <dl className={styles.facts}>
            {facts.map(({ id, label, value }) => (
              <div key={id} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd>{value === '' ? '–' : value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </section>
  );
}

function VersionList({ chosen: { key, version }, all }: Given) {
  const words = usePlaybookWords();
  const { number } = useSpeech();
  return (
    <section className={`panel ${styles.block}`} aria-labelledby="versions">
      <h2 id="versions" className={styles.heading}>
        {words.versions}
      </h2>
      <ul>
        {all.map((each) => (
          <li key={each.version}>
            <Link
              to="/playbooks/$key"
              params={{ key }}
              search={{ version: each.version }}
              aria-current={each.version === version ? 'true' : undefined}
            >
              {fill(words.version, { version: number(each.version) })}
            </Link>{' '}
            · {words.origins[each.origin]}
            {each.isCurrent ? ` · ${words.isCurrent}` : ''}
            {each.createdAt === null ? null : (
              <>
                {' '}
                · <When at={each.createdAt} />
              </>
            )}
            {each.note === null ? null : (
              <>
                {' '}
                · <bdi>{each.note}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
