import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { states } from '../../../domain/reference/states.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { Page } from '../../parts/page.tsx';
import { Way } from '../../parts/way.tsx';
import styles from './states.module.css';

/** All States, found by their names, with how many recommendations each has. */
export function States() {
  const { words, language, stateName, number } = useSpeech();
  const [typed, setTyped] = useState('');
  const { data } = useApi('GET /recommendations/counts', {});
  const wanted = typed.trim().toLocaleLowerCase(language);
  const found = states
    .map(({ code, regionalGroup }) => ({ code, regionalGroup, name: stateName(code) }))
    .filter(({ name, code }) => name.toLocaleLowerCase(language).includes(wanted) || code.toLowerCase() === wanted)
    .sort((a, b) => a.name.localeCompare(b.name, language));
  return (
    <Page title={words.shell.nav.states}>
      <TextInput
        label={words.states.search}
        type="search"
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        maw={420}
      />
      <output className="visually-hidden">{number(found.length)}</output>
      {found.length === 0 ? <p>{words.states.noneFound}</p> : null}
      <ul className={styles.states}>
        {found.map(({ code, name, regionalGroup }) => (
          <li key={code}>
            <Way to={`/states/${code}`} className={styles.state}>
              <span>
                {name}
                <small className="soft">{words.terms.regions[regionalGroup]}</small>
              </span>
              <b>{data?.state[code] === undefined ? '' : number(data.state[code])}</b>
            </Way>
          </li>
        ))}
      </ul>
    </Page>
  );
}
