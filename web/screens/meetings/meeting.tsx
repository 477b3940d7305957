import { Button } from '@mantine/core';
import { useParams, useSearch } from '@tanstack/react-router';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { usePages } from '../../client/use-pages.ts';
import { Outcomes } from '../../parts/outcomes.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';

/** What to talk about in one meeting, with room for notes: printed, and laid on the table. */
export function Meeting() {
  const { id = '' } = useParams({ strict: false });
  return <List query={{ dialogueId: id }} meetingId={id} />;
}

/** The same for any selection that an address names: `/meetings?id=rec_1,rec_2`. */
export function Selection() {
  const { id = '' } = useSearch({ strict: false }) as { id?: string };
  const ids = id.split(',').filter(Boolean).slice(0, 200).join(',');
  const { sources } = useSpeech().words;
  if (ids === '')
    return (
      <Page title={sources.meetingList}>
        <p className="soft">{sources.nothingToDiscuss}</p>
      </Page>
    );
  return <List query={{ id: ids }} />;
}

type Given = {
  readonly query: { readonly dialogueId: string } | { readonly id: string };
  readonly meetingId?: string;
};

function List({ query, meetingId }: Given) {
  const { words, date } = useSpeech();
  const { sources } = words;
  const { data: now } = useApi('GET /installation', {});
  const outcomes = usePages('GET /outcomes', { query: { ...query, limit: 200 } }, { isWhole: true });
  return (
    <Page
      title={sources.meetingList}
      lead={
        <>
          {meetingId === undefined ? <p style={{ margin: 0 }}>{sources.selection}</p> : <About id={meetingId} />}
          <p style={{ margin: 0, minHeight: '1.5em' }}>
            {now === undefined ? '' : fill(sources.asOf, { date: date(now.now.slice(0, 10)) })}
          </p>
        </>
      }
    >
      <Button className="no-print" variant="default" mt="sm" onClick={() => window.print()}>
        {sources.print}
      </Button>
      <Panel title={words.shell.nav.recommendations}>
        <Shown of={outcomes} lines={8}>
          {(found) =>
            found.length === 0 ? (
              <p className="soft">{sources.nothingToDiscuss}</p>
            ) : (
              <Outcomes outcomes={found} hasOrigin hasNotes />
            )
          }
        </Shown>
      </Panel>
    </Page>
  );
}

/** Which meeting it is, when and where: by the clock of the place, and by the reader's. */
function About({ id }: { readonly id: string }) {
  const { words, date, dayAndTime, stateName } = useSpeech();
  const { sources } = words;
  const talk = useApi('GET /dialogue/{id}', { path: { id } });
  return (
    <Shown of={talk} lines={1}>
      {({ kind, subject, heldOn, startTime, startsAt, place, stateCodes, isPlanned }) => (
        <p style={{ margin: 0 }}>
          <b>
            <bdi>{subject}</bdi>
          </b>{' '}
          · {sources.talks[kind]} · {date(heldOn)}
          {startTime === null ? '' : ` ${startTime}`}
          {startsAt === null ? '' : ` (${dayAndTime(startsAt)})`}
          {place === null ? '' : ` · ${place}`}
          {isPlanned ? ` · ${sources.planned}` : ''}
          {stateCodes.length === 0 ? '' : ` · ${stateCodes.map(stateName).join(', ')}`}
        </p>
      )}
    </Shown>
  );
}
