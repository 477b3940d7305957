import { Chip, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../app/speech.tsx';
import { usePages } from '../../client/use-pages.ts';
import { More } from '../../parts/more.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { TimeLine } from '../../parts/time-line.tsx';
import styles from './state.module.css';
import type { LineKind } from '../../words/states-words.ts';

/** Missions, recommendations, follow-ups, mail and dialogue of the State as one line, narrowed to what is wanted. */
export function StateTimeline({ code }: { readonly code: string }) {
  const { states } = useWords();
  const [kinds, setKinds] = useState<string[]>([]);
  const [direction, setDirection] = useState<'asc' | 'desc'>('desc');
  const query = { direction, limit: 30, kind: kinds.length === 0 ? undefined : kinds.join(',') };
  const pages = usePages('GET /states/{code}/timeline', { path: { code }, query });
  return (
    <Panel title={states.timeline}>
      <Group className="no-print" mb="sm" align="end">
        <Chip.Group multiple value={kinds} onChange={setKinds}>
          <fieldset className={styles.kinds} aria-label={states.show}>
            {(Object.keys(states.lines) as LineKind[]).map((kind) => (
              <Chip key={kind} value={kind} variant="outline">
                {states.lines[kind]}
              </Chip>
            ))}
          </fieldset>
        </Chip.Group>
        <NativeSelect
          aria-label={states.order}
          value={direction}
          onChange={({ currentTarget }) => setDirection(currentTarget.value as 'asc')}
          data={[
            { value: 'desc', label: states.newest },
            { value: 'asc', label: states.oldest },
          ]}
        />
      </Group>
      <Shown of={pages} lines={8}>
        {(lines) =>
          lines.length === 0 ? (
            <p className="soft">{states.emptyTimeline}</p>
          ) : (
            <TimeLine lines={lines} stateCode={code} />
          )
        }
      </Shown>
      <More pages={pages} />
    </Panel>
  );
}
