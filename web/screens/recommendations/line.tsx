import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import type { StepKind } from '../../../domain/follow-up/events.ts';
import { Standing } from '../../parts/standing.tsx';
import { When } from '../../parts/when.tsx';
import styles from './list.module.css';

type Given = {
  readonly line: Schemas['RecommendationLine'];
  readonly isSelected: boolean;
  /** Where there is nothing that could be done to many, there is nothing to choose. */
  readonly toggle: ((id: string) => void) | undefined;
};

/** One recommendation in the list; on a phone a card of the same facts. */
export const Line = memo(function Line({ line, isSelected, toggle }: Given) {
  const { words, stateName } = useSpeech();
  const { terms, list, shared } = words;
  const { id, stateCode, text, paragraph, waitsFor, implementation, position } = line;
  const excerpt = text.slice(0, 60);
  return (
    <tr data-selected={isSelected}>
      {toggle === undefined ? null : (
        <td className={styles.tick}>
          <Checkbox
            aria-label={fill(list.select, { text: `${stateName(stateCode)}, ${excerpt}` })}
            checked={isSelected}
            onChange={() => toggle(id)}
          />
        </td>
      )}
      <td>
        <div className={styles.meta}>
          <bdi>{stateName(stateCode)}</bdi>
          {paragraph === null ? '' : ` · ${terms.paragraph} ${paragraph}`}
          {` · ${terms.positions[position ?? 'pending']}`}
        </div>
        <Link to="/recommendations/$id" params={{ id }} className={styles.link} dir="auto">
          {text}
        </Link>
      </td>
      <td>
        <Standing reading={line.reading} rung={line.rung} />
        {waitsFor === null || waitsFor === 'nothing' ? null : (
          <div className={styles.meta}>
            {list.waitsFor}: {terms.waits[waitsFor]}
          </div>
        )}
      </td>
      <td data-label={terms.axes.implementation}>
        {implementation === null ? (
          <span className="soft">{terms.notClaimed}</span>
        ) : (
          shared.implementations[implementation]
        )}
      </td>
      <td data-label={terms.due}>{line.dueAt === null ? '–' : <When at={line.dueAt} />}</td>
      <td data-label={terms.nextStep}>
        {line.nextStepAt === null ? (
          '–'
        ) : (
          <>
            <When at={line.nextStepAt} />
            <div className={styles.meta}>{terms.steps[line.nextStepKind as StepKind]}</div>
          </>
        )}
      </td>
    </tr>
  );
});
