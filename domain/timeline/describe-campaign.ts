import type { CampaignEvent, Target } from '../campaign/events.ts';
import { counted, spaced } from './describe-follow-up.ts';

type EventOf<T extends CampaignEvent['type']> = Extract<CampaignEvent, { type: T }>;

const lines: { readonly [T in CampaignEvent['type']]: (event: EventOf<T>) => string } = {
  CampaignStarted: ({ title, stateCodes, instruments, targetOn }) =>
    `Campaign started: ${title}; ${counted(stateCodes.length, 'State')}, ${instruments.join(', ')}, by ${targetOn}`,
  CampaignChanged: ({ changes }) => `Changed: ${Object.keys(changes).map(inWords).join(', ')}`,
  StatesTakenIn: ({ targets }) => `Taken in: ${who(targets)}`,
  WaveStarted: ({ wave, appeals }) => `Wave ${wave} started with ${counted(appeals.length, 'appeal')}`,
  AppealsBegun: ({ wave, appeals }) => `Appeals begun in wave ${wave}: ${who(appeals)}`,
  AppealsLeftOut: ({ because, targets }) => `Left out (${spaced(because)}): ${who(targets)}`,
  AppealsFailed: ({ targets }) => `Could not be begun: ${who(targets)}`,
  CampaignRoundHeld: ({ kind, onDate, appeals }) =>
    `Round held: ${spaced(kind)} of ${onDate}, ${counted(appeals, 'appeal')}`,
  CampaignRoundPassedBy: ({ kind, onDate, because }) =>
    `Round of ${onDate} passed by, ${because === 'newer-round' ? 'a newer one stands for it' : 'its day is over'}: ${spaced(kind)}`,
  CampaignPaused: () => 'Paused',
  CampaignResumed: () => 'Resumed',
  CampaignEnded: () => 'Ended',
};

/** One line about an event of a campaign; nobody's own words but the title. */
export function describeCampaignEvent(event: CampaignEvent): string {
  return (lines[event.type] as (told: CampaignEvent) => string)(event);
}

/** The same event as one State hears of it. */
export function describeForState(event: CampaignEvent, stateCode: string): string {
  const treaties = targetsIn(event)
    .filter((target) => target.stateCode === stateCode)
    .map(({ instrument }) => instrument);
  const named = treaties.length === 0 ? '' : `: ${treaties.join(', ')}`;
  if (event.type === 'AppealsBegun') return `Appeal of a campaign begun${named}`;
  return event.type === 'AppealsLeftOut' ? `Left out of a campaign${named}` : describeCampaignEvent(event);
}

const targetsIn = (event: CampaignEvent): readonly Target[] =>
  event.type === 'AppealsBegun' ? event.appeals : event.type === 'AppealsLeftOut' ? event.targets : [];

const inWords = (name: string): string => name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** A line stays a line: beyond five, a number stands for the rest. */
function who(targets: readonly Target[]): string {
  const shown = targets.slice(0, targets.length > 5 ? 4 : 5).map((each) => `${each.stateCode} ${each.instrument}`);
  const rest = targets.length - shown.length;
  return rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${rest} others`;
}
