import { useWords } from '../../app/speech.tsx';
import { Page } from '../../parts/page.tsx';

export function Today() {
  const { shell } = useWords();
  return <Page title={shell.nav.today}>{null}</Page>;
}
