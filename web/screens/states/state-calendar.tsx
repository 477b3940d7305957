import { Button, Group, NativeSelect } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { UnLanguage } from '../../../domain/reference/states.ts';
import { addDays } from '../../../domain/time.ts';
import { languageNames, locales } from '../../app/language.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import styles from './state.module.css';
import { May } from '../../parts/may.tsx';

const daysAhead = 90;

/** The days on which the State does not work, and in which language it is written to. */
export function StateCalendar({ code }: { readonly code: string }) {
  const { words, date } = useSpeech();
  const { states, shell } = words;
  const { data } = useApi('GET /installation', {});
  const from = data?.now.slice(0, 10);
  const query = from === undefined ? {} : { from, to: addDays(from, daysAhead) };
  const calendar = useApi('GET /states/{code}/calendar', { path: { code }, query }, { isWanted: from !== undefined });
  const nameOfDay = useWeekdays();
  return (
    <Panel title={states.calendar}>
      <Shown of={calendar} lines={5}>
        {({ weekend, daysOff, holidays }) => (
          <>
            <p>
              {states.weekend}: {weekend.map(nameOfDay).join(', ') || shell.none}
            </p>
            <h3>{states.daysOff}</h3>
            <ul className={styles.days}>
              {daysOff.flatMap(({ on, holiday }) =>
                holiday === null
                  ? []
                  : [
                      <li key={on}>
                        <time dateTime={on}>{date(on)}</time>: <bdi>{holiday.name}</bdi>
                      </li>,
                    ],
              )}
            </ul>
            {daysOff.every(({ holiday }) => holiday === null) ? <p className="soft">{states.noDaysOff}</p> : null}
            <p className="soft" lang="en" dir="ltr">
              <small>{holidays.says}</small>
            </p>
          </>
        )}
      </Shown>
      <May do="contacts.write" inStates={[code]}>
        <LetterLanguage code={code} />
      </May>
    </Panel>
  );
}

/** The name of an ISO weekday: 5 January 1970 was a Monday. */
function useWeekdays(): (day: number) => string {
  const { language } = useSpeech();
  const format = new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' });
  return (day) => format.format(new Date(Date.UTC(1970, 0, 4 + day)));
}

function LetterLanguage({ code }: { readonly code: string }) {
  const { words } = useSpeech();
  const { states } = words;
  const { data } = useApi('GET /states/{code}/letter-language', { path: { code } });
  const [chosen, setChosen] = useState<UnLanguage | undefined>();
  const { act, isBusy, error } = useAct('PUT /states/{code}/letter-language');
  const current = chosen ?? data?.language ?? undefined;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (current !== undefined) act({ path: { code }, body: { language: current } }, () => setChosen(undefined));
  };
  return (
    <form onSubmit={save}>
      <Group align="end" mt="sm">
        <NativeSelect
          label={states.letterLanguage}
          value={current ?? ''}
          onChange={({ currentTarget }) => setChosen((currentTarget.value || undefined) as UnLanguage | undefined)}
          data={[
            ...(data?.language ? [] : [{ value: '', label: states.anyLanguage }]),
            ...Object.entries(languageNames).map(([value, label]) => ({ value, label })),
          ]}
        />
        {chosen === undefined ? null : (
          <Button type="submit" className="no-print" loading={isBusy}>
            {states.save}
          </Button>
        )}
      </Group>
      {error === null ? null : <Trouble problem={error} />}
    </form>
  );
}
