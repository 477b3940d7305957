import { Link } from '@tanstack/react-router';
import { Page } from '../parts/page.tsx';
import { useWords } from './speech.tsx';

/** A screen that is there, and of which one's role may read nothing: whoever was mailed its address is told so. */
export function NotYours() {
  const { shell, access } = useWords();
  return (
    <Page title={shell.notFound.title}>
      <p>{access.covers.notYours}</p>
      <Link to="/">{shell.nav.today}</Link>
    </Page>
  );
}
