import { useParams } from '@tanstack/react-router';
import { stateByCode } from '../../../domain/reference/states.ts';
import { fill } from '../../../words/plurals.ts';
import { NotFound } from '../../app/not-found.tsx';
import { useSpeech } from '../../app/speech.tsx';
import { useMayReadOf } from '../../app/who.tsx';
import { useApi } from '../../client/use-api.ts';
import { Page } from '../../parts/page.tsx';
import { PublicationPanel } from '../publication/publication-panel.tsx';
import { StateCalendar } from './state-calendar.tsx';
import { StateFigures } from './state-figures.tsx';
import { StatePeople } from './state-people.tsx';
import { StateSources } from './state-sources.tsx';
import { StateTimeline } from './state-timeline.tsx';
import { StateTreaties } from './state-treaties.tsx';

/** Everything about one State: how it stands, who is who, where it comes from, what happened, and when it works. */
export function State() {
  const { code = '' } = useParams({ strict: false });
  const { words, stateName, dayAndTime } = useSpeech();
  const { data } = useApi('GET /installation', {});
  const mayRead = useMayReadOf(code);
  const isTheirs = mayRead('recommendations.read');
  const state = stateByCode(code);
  if (state === undefined) return <NotFound />;
  const now = data && dayAndTime(data.now, state.timeZone);
  const lead = (
    <p style={{ margin: 0, minHeight: '1.5em' }}>
      {words.terms.regions[state.regionalGroup]}
      {now === undefined ? '' : ` · ${fill(words.shell.timeThere, { time: now, place: stateName(code) })}`}
    </p>
  );
  return (
    <Page title={stateName(code)} lead={lead} key={code}>
      {isTheirs ? (
        <>
          <StateFigures code={code} />
          {mayRead('contacts.read') ? <StatePeople code={code} /> : null}
          <StateSources code={code} />
        </>
      ) : (
        <p className="soft">{words.access.covers.notYours}</p>
      )}
      <StateTreaties code={code} />
      {isTheirs ? <StateTimeline code={code} /> : null}
      <StateCalendar code={code} />
      <PublicationPanel about={{ kind: 'state', id: code }} />
    </Page>
  );
}
