import { Link } from '@tanstack/react-router';
import { Page } from '../parts/page.tsx';
import { useWords } from './speech.tsx';

export function NotFound() {
  const { shell } = useWords();
  return (
    <Page title={shell.notFound.title}>
      <p>{shell.notFound.text}</p>
      <Link to="/">{shell.nav.today}</Link>
    </Page>
  );
}
