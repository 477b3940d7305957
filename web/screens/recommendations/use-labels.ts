import type { Facet } from '../../../domain/facets.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';

/** What people call a facet, and each of its values. */
export function useLabels() {
  const { words, stateName } = useSpeech();
  const { terms, shared, list } = words;
  const { data: playbooks } = useApi('GET /playbooks', {});
  const names: Readonly<Record<Facet, string>> = {
    state: terms.state,
    region: terms.region,
    sourceKind: terms.sourceKind,
    sourceId: terms.source,
    playbook: terms.playbook,
    theme: terms.theme,
    group: terms.group,
    sdg: terms.sdg,
    instrument: terms.instrument,
    position: terms.axes.position,
    implementation: terms.axes.implementation,
    assessment: terms.axes.assessment,
    status: terms.axes.status,
    reading: terms.reading,
    rung: terms.rungWord,
    waitsFor: list.waitsFor,
  };
  const known: Readonly<Partial<Record<Facet, Readonly<Record<string, string>>>>> = {
    region: terms.regions,
    sourceKind: terms.sources,
    position: terms.positions,
    implementation: { ...shared.implementations, none: terms.notClaimed },
    assessment: {
      ...Object.fromEntries(Object.entries(shared.assessments).map(([grade, text]) => [grade, `${grade}: ${text}`])),
      none: terms.notAssessed,
    },
    status: terms.statuses,
    reading: terms.readings,
    waitsFor: terms.waits,
    playbook: Object.fromEntries((playbooks ?? []).map(({ key, title }) => [key, title])),
  };
  const valueName = (facet: Facet, value: string): string =>
    facet === 'state' ? stateName(value) : (known[facet]?.[value] ?? value);
  return { names, valueName };
}
