import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import styles from './people.module.css';

/** A calendar behind a secret address: made, shown once, made anew, taken away. */
export function Feed({ contactId }: { readonly contactId: string }) {
  const { words, day } = useSpeech();
  const { people } = words;
  const path = { id: contactId };
  const feed = useApi('GET /contacts/{id}/calendar-feed', { path });
  const making = useAct('POST /contacts/{id}/calendar-feed');
  const revoking = useAct('DELETE /contacts/{id}/calendar-feed');
  const [url, setUrl] = useState<string | undefined>();
  const make = (): void => making.act({ path }, (made) => setUrl(made.url));
  const revoke = (): void => revoking.act({ path }, () => setUrl(undefined));
  const error = making.error ?? revoking.error;
  return (
    <div className="no-print">
      <Panel title={people.feed}>
        <p className="soft">{people.feedHint}</p>
        <Shown of={feed} lines={2}>
          {({ isActive, createdAt }) => (
            <>
              <p>{createdAt === null ? people.feedNone : fill(people.feedSince, { date: day(createdAt) })}</p>
              {url === undefined ? null : <Secret url={url} />}
              <Group>
                {isActive ? (
                  <>
                    <AskFirst label={people.feedRenew} question={people.feedSure} isBusy={making.isBusy} act={make} />
                    <AskFirst
                      label={people.feedRevoke}
                      question={people.feedSure}
                      isBusy={revoking.isBusy}
                      act={revoke}
                    />
                  </>
                ) : (
                  <Button onClick={make} loading={making.isBusy}>
                    {people.feedMake}
                  </Button>
                )}
              </Group>
            </>
          )}
        </Shown>
        {error === null ? null : <Trouble problem={error} />}
      </Panel>
    </div>
  );
}

function Secret({ url }: { readonly url: string }) {
  const { people, shell } = useSpeech().words;
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    // Without leave to write to the clipboard the address stands there to be marked by hand.
    await navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div aria-live="polite">
      <p>
        <b>{people.feedOnce}</b>
      </p>
      <p className={styles.secret} dir="ltr" aria-label={people.feedAddress}>
        {url}
      </p>
      <Button size="xs" variant="default" mb="sm" onClick={() => void copy()}>
        {isCopied ? shell.copied : people.copy}
      </Button>
    </div>
  );
}
