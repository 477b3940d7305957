import { useWords } from '../../app/speech.tsx';
import { fill } from '../../../words/plurals.ts';
import { useApi } from '../../client/use-api.ts';
import { Figures, type Figure } from '../../parts/figures.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Way } from '../../parts/way.tsx';

const list = '/recommendations';
/** Named by every part of the figures that there is, in the order of the words. */
const of = (
  counts: Readonly<Record<string, number>>,
  labels: Readonly<Record<string, string>>,
  search: (value: string) => Figure['search'],
): readonly Figure[] =>
  Object.entries(labels).map(([value, label]) => ({
    label,
    count: counts[value] ?? 0,
    to: list,
    search: search(value),
  }));

/** How a State's recommendations stand. Every figure leads to its list. */
export function StateFigures({ code }: { readonly code: string }) {
  const { states, terms } = useWords();
  const figures = useApi('GET /states/{code}/figures', { path: { code } });
  const counts = useApi('GET /recommendations/counts', { query: { state: code } });
  return (
    <Panel
      title={states.figures}
      actions={
        <Way to={list} search={{ state: code }}>
          {states.all}
        </Way>
      }
    >
      <Shown of={figures} lines={6}>
        {({ total, status, position, rung }) =>
          total === 0 ? (
            <p className="soft">{states.noneYet}</p>
          ) : (
            <>
              <Figures
                title={terms.reading}
                figures={of(counts.data?.reading ?? {}, terms.readings, (reading) => ({ state: code, reading }))}
              />
              <Figures
                title={terms.axes.status}
                figures={of(status, terms.statuses, (value) => ({ state: code, status: value }))}
              />
              <Figures
                title={`${terms.axes.position} (${terms.axisBy.position})`}
                figures={of(position, terms.positions, (value) => ({ state: code, position: value }))}
              />
              <Figures
                title={terms.rungWord}
                figures={Object.entries(rung)
                  .filter(([value]) => value !== '0')
                  .map(([value, count]) => ({
                    label: fill(terms.rung, { rung: value }),
                    count,
                    to: list,
                    search: { state: code, rung: value },
                  }))}
              />
            </>
          )
        }
      </Shown>
    </Panel>
  );
}
