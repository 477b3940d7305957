import { NativeSelect, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { pictureOf } from '../../../domain/forecast/picture.ts';
import type { Playbook } from '../../../domain/playbooks/playbook.ts';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { usePlaybookWords } from '../../words/playbook-words.ts';
import { Drawing } from './drawing.tsx';
import { lanesOf, type Lane } from './marks.ts';
import styles from './playbooks.module.css';

const yearChoices = [1, 2, 3, 5];
const today = (): string => new Date().toISOString().slice(0, 10);
const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** A playbook as a picture of time, with the same facts as a table. */
export function TimePicture({ playbook }: { readonly playbook: Playbook }) {
  const words = usePlaybookWords();
  const { direction, number } = useSpeech();
  const [years, setYears] = useState(2);
  const [startedOn, setStartedOn] = useState(today);
  const picture = useMemo(
    () => pictureOf(playbook, isDate(startedOn) ? startedOn : today(), years * 365),
    [playbook, startedOn, years],
  );
  const lanes = useMemo(() => lanesOf(picture, playbook, words), [picture, playbook, words]);
  const label = fill(words.picture.label, { title: playbook.title, years: number(years) });
  return (
    <section className={`panel ${styles.block}`} aria-labelledby="picture">
      <h2 id="picture" className={styles.heading}>
        {words.picture.heading}
      </h2>
      <div className={styles.wishes}>
        <NativeSelect
          label={words.picture.years}
          value={String(years)}
          onChange={({ currentTarget }) => setYears(Number(currentTarget.value))}
          data={yearChoices.map((each) => ({ value: String(each), label: number(each) }))}
        />
        <TextInput
          type="date"
          label={words.picture.startedOn}
          value={startedOn}
          onChange={({ currentTarget }) => setStartedOn(currentTarget.value)}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard. */}
      <section className={styles.scroller} tabIndex={0} aria-label={label}>
        <Drawing picture={picture} words={words} isRtl={direction === 'rtl'} label={label} number={number} />
      </section>
      <p className="soft">{words.picture.note}</p>
      <details>
        <summary>{words.picture.table}</summary>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard. */}
        <section className={styles.tableScroller} tabIndex={0} aria-label={words.picture.table}>
          <table className={styles.table}>
            <caption className="visually-hidden">{label}</caption>
            <thead>
              <tr>
                <th scope="col">{words.picture.when}</th>
                <th scope="col">{words.picture.date}</th>
                <th scope="col">{words.picture.what}</th>
              </tr>
            </thead>
            {lanes.map((lane) => (
              <LaneRows key={lane.key} lane={lane} />
            ))}
          </table>
        </section>
      </details>
    </section>
  );
}

function LaneRows({ lane: { key, rows } }: { readonly lane: Lane }) {
  const { picture } = usePlaybookWords();
  const { number, date } = useSpeech();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {picture.lanes[key]}
        </th>
      </tr>
      {rows.length === 0 ? (
        <tr>
          <td colSpan={3}>{picture.none}</td>
        </tr>
      ) : null}
      {rows.map(({ day, on, says }, index) => (
        <tr key={`${day} ${index}`}>
          <td className={styles.nowrap}>{day < 0 ? '–' : number(day)}</td>
          <td className={styles.nowrap}>{on === null ? '–' : date(on)}</td>
          <td dir="auto">{says}</td>
        </tr>
      ))}
    </tbody>
  );
}
