import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { usePublicationWords, usePublicWords } from '../../words/publication-words.ts';
import styles from './publication.module.css';
import type { PublicationFacts } from './use-publication.ts';

type Given = { readonly shown: Schemas['PublicRecommendation']; readonly standing: PublicationFacts['standing'] };

/** All that the public reads of a recommendation, or would. */
export function PublicPreview({ shown, standing }: Given) {
  const words = usePublicationWords();
  const title = standing === 'public' ? words.preview : words.wouldSee;
  return (
    <section className={styles.preview} aria-label={title}>
      <h3>{title}</h3>
      <p dir="auto">{shown.text}</p>
      <dl className={styles.facts}>
        {useFacts(shown).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function useFacts(shown: Given['shown']): readonly (readonly [string, string])[] {
  const { labels, statuses, nothingReported } = usePublicWords();
  const { words, date, stateName } = useSpeech();
  const { implementation, closureReason, sourceSymbol, paragraph } = shown;
  const place = paragraph === null ? [] : [`${words.terms.paragraph} ${paragraph}`];
  const dated = (label: string, on: string | null) => (on === null ? [] : [[label, date(on)] as const]);
  return [
    [labels.state, stateName(shown.stateCode)],
    [labels.source, [shown.source, ...(sourceSymbol === null ? [] : [sourceSymbol]), ...place].join(' · ')],
    [labels.position, words.terms.positions[shown.position]],
    [labels.implementation, implementation === null ? nothingReported : words.shared.implementations[implementation]],
    [labels.status, statuses[shown.status]],
    ...(closureReason === null ? [] : [[labels.closure, words.shared.closures[closureReason]] as const]),
    ...dated(labels.target, shown.targetOn),
    ...dated(labels.started, shown.startedOn),
    ...dated(labels.closed, shown.closedOn),
  ];
}
