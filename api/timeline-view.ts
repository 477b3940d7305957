import { decodeEvent } from '../db/event-codec.ts';
import type { TimelineRow } from '../db/queries/timeline.ts';
import { describeDialogue } from '../domain/dialogue/describe.ts';
import type { FollowUpEvent } from '../domain/follow-up/events.ts';
import { recommendationOf, treatyStatusOf } from '../domain/ids.ts';
import { describeFollowUpEvent, spaced } from '../domain/timeline/describe-follow-up.ts';
import { describeMail, isMailOutcome } from '../domain/timeline/describe-mail.ts';
import { describeTreatyEvent } from '../domain/timeline/describe-treaty.ts';
import type { TreatyEvent } from '../domain/treaty-status/events.ts';

const nowhere = { sourceId: null, recommendationId: null, dialogueId: null, digestId: null };

/** A line of a timeline: what kind of thing, when, in one sentence, and where to read on. */
export function timelineLineView(row: TimelineRow) {
  const { at, id, source, recommendation, dialogue } = row;
  if (source) {
    const summary = `${capitalised(spaced(source.kind))}: ${source.title}`;
    const links = { ...nowhere, sourceId: id };
    return { kind: 'source' as const, id, type: source.kind, at, summary, href: `/api/v1/sources/${id}`, links };
  }
  if (recommendation) {
    const { paragraph, playbook, sourceId } = recommendation;
    const which = paragraph === null ? '' : `, paragraph ${paragraph}`;
    const summary = `Recommendation registered${which}, playbook ${playbook}`;
    const links = { ...nowhere, sourceId, recommendationId: id };
    const href = `/api/v1/recommendations/${id}`;
    return { kind: 'recommendation' as const, id, type: 'RecommendationRegistered', at, summary, href, links };
  }
  if (dialogue) {
    const links = { ...nowhere, dialogueId: id };
    const summary = describeDialogue(dialogue);
    return { kind: 'dialogue' as const, id, type: dialogue.kind, at, summary, href: `/api/v1/dialogue/${id}`, links };
  }
  return eventView(row);
}

function eventView({ event, at, id }: TimelineRow) {
  if (event === null) throw new Error(`The timeline names ${id}, which is nowhere to be found`);
  const { id: eventId, type, schemaVersion, data, notices } = event;
  const decoded = decodeEvent({ type, schemaVersion, at, data });
  const base = { id: eventId, type, at };
  if (isMailOutcome(decoded)) {
    const { digestId } = decoded;
    const summary = describeMail(decoded, notices ?? []);
    const href = `/api/v1/notices?digestId=${digestId}`;
    return { ...base, kind: 'mail' as const, summary, href, links: { ...nowhere, digestId } };
  }
  const treaty = treatyStatusOf(id);
  if (treaty !== undefined) {
    const summary = describeTreatyEvent(decoded as TreatyEvent, treaty.instrument);
    const href = `/api/v1/treaty-status/${treaty.participant}/${treaty.instrument}`;
    return { ...base, kind: 'treaty' as const, summary, href, links: nowhere };
  }
  const recommendationId = recommendationOf(id) ?? null;
  const summary = describeFollowUpEvent(decoded as FollowUpEvent);
  const href = `/api/v1/recommendations/${recommendationId}/timeline`;
  return { ...base, kind: 'follow-up' as const, summary, href, links: { ...nowhere, recommendationId } };
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
