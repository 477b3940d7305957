import '@mantine/core/styles.css';
import './app/style.css';
import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense, useCallback, useEffect, useState, useTransition } from 'react';
import { createRoot } from 'react-dom/client';
import type { UnLanguage } from '../domain/reference/states.ts';
import { ApiProblem } from './client/call.ts';
import { isOnRecord } from './client/on-record.ts';
import { firstLanguage, keepLanguage } from './app/language.ts';
import { router } from './app/router.tsx';
import { SpeechProvider, useSpeech } from './app/speech.tsx';
import { theme } from './app/theme.ts';

const isWorthTrying = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.problem.status === 0 || error.problem.status === 503);

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (tries, error) => tries < 2 && isWorthTrying(error),
      refetchOnWindowFocus: ({ queryKey }) => !isOnRecord(queryKey),
    },
  },
});

function App() {
  const [language, setChosen] = useState<UnLanguage>(firstLanguage);
  // The old words stay until the new ones are there.
  const [, startTransition] = useTransition();
  const setLanguage = useCallback((chosen: UnLanguage) => {
    keepLanguage(chosen);
    startTransition(() => setChosen(chosen));
  }, []);
  return (
    <Suspense>
      <SpeechProvider language={language} setLanguage={setLanguage}>
        <Direction />
        <RouterProvider router={router} />
      </SpeechProvider>
    </Suspense>
  );
}

/** Tells the document and the components which way the language runs. */
function Direction() {
  const { language, direction } = useSpeech();
  const { setDirection } = useDirection();
  useEffect(() => {
    document.documentElement.lang = language;
    setDirection(direction);
  }, [language, direction, setDirection]);
  return null;
}

/** Styles that components write while the screens run are taken by the browser with the nonce of the page alone. */
const styleNonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
// The name under which the library that keeps what is behind a dialog from scrolling looks for it.
Object.assign(globalThis, { __webpack_nonce__: styleNonce });

const place = document.getElementById('root');
if (place !== null)
  createRoot(place).render(
    <StrictMode>
      <DirectionProvider>
        <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={() => styleNonce}>
          <QueryClientProvider client={queries}>
            <App />
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </StrictMode>,
  );
