import { useState } from 'react';
import { Button } from '@mantine/core';
import { useWords } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { When } from '../../parts/when.tsx';
import { useCampaignWords } from '../../words/campaign-words.ts';

const perPage = 20;
/** As many as the API gives at once. */
const most = 200;

/** Everything that happened to the campaign, oldest first, in the API's own English. */
export function CampaignEvents({ id }: { readonly id: string }) {
  const { events } = useCampaignWords();
  const { shell } = useWords();
  const [limit, setLimit] = useState(perPage);
  const timeline = useApi('GET /campaigns/{id}/timeline', { path: { id }, query: { limit } });
  return (
    <Panel title={events.title}>
      <Shown of={timeline} lines={5}>
        {(found) => (
          <>
            {found.length === 0 ? <p className="soft">{events.none}</p> : null}
            <ol style={{ margin: 0 }}>
              {found.map(({ version, at, summary }) => (
                <li key={version}>
                  <When at={at} hasTime />:{' '}
                  <span lang="en" dir="auto">
                    {summary}
                  </span>
                </li>
              ))}
            </ol>
            {found.length < limit || limit >= most ? null : (
              <Button className="no-print" variant="default" mt="sm" onClick={() => setLimit(most)}>
                {shell.more}
              </Button>
            )}
          </>
        )}
      </Shown>
    </Panel>
  );
}
