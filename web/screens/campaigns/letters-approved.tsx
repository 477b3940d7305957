import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { useCampaignWords } from '../../words/campaign-words.ts';

/** How far approving many letters is: it goes on by itself when one leaves. */
export function LettersApproved({ id }: { readonly id: string }) {
  const { actions } = useCampaignWords();
  const { number } = useSpeech();
  const { data } = useApi('GET /batches/{id}', { path: { id } });
  return (
    <output style={{ display: 'block' }}>
      {data === undefined
        ? ''
        : fill(actions.approved, { done: number(data.total - data.counts.pending), all: number(data.total) })}
    </output>
  );
}
