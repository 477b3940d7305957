import { Suspense } from 'react';
import { usePages } from '../../client/use-pages.ts';
import { More } from '../../parts/more.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useLetterWords } from '../../words/letter-words.ts';
import { LetterList } from './letter-list.tsx';

/** The letters of one recommendation; nothing where there are none. */
export const OwnLetters = ({ id }: { readonly id: string }) => (
  <Suspense fallback={null}>
    <Found id={id} />
  </Suspense>
);

function Found({ id }: { readonly id: string }) {
  const { title } = useLetterWords();
  const pages = usePages('GET /letters', { query: { recommendationId: id, limit: 20 } });
  if (pages.data === undefined || pages.data.length === 0) return null;
  return (
    <Panel title={title}>
      <LetterList found={pages.data} />
      <More pages={pages} />
    </Panel>
  );
}
