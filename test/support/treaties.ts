import type { NewTreatyEntry, TreatyCommand } from '../../domain/treaty-status/commands.ts';
import { decideTreaty, type TreatyStatusOf } from '../../domain/treaty-status/decide.ts';
import type { TreatyEvent } from '../../domain/treaty-status/events.ts';
import { foldTreaty, type TreatyState } from '../../domain/treaty-status/state.ts';

export const recordedAt = '2026-03-02T09:00:00.000Z';

type Type = NewTreatyEntry['type'];
type Said<T extends Type> = Extract<NewTreatyEntry, { readonly type: T }>;
const dated = { precision: 'day', evidence: [] } as const;
const notified = { ...dated, notification: null } as const;

/** What each kind of entry says when a test says nothing of it. */
const usual = {
  RecordSignature: notified,
  RecordDomesticAct: { ...dated, title: 'Act of ratification' },
  RecordInstrumentDeposit: { ...notified, how: 'ratification', inForceOn: null },
  RecordReservation: { ...notified, text: 'Not bound by article 29(1)', provisions: 'article 29(1)' },
  RecordDeclaration: { ...notified, text: 'Declares', provisions: null },
  RecordObjection: { ...notified, by: 'SE', to: 1, precludesEntryIntoForce: false, text: null },
  WithdrawStatement: { ...notified, of: 1, isPartial: false, text: null },
  DenounceTreaty: { ...notified, effectiveOn: null },
} as const satisfies { [T in Type]: Omit<Said<T>, 'type' | 'on'> };

/** `said('RecordSignature', '1980-07-17')`; a date of four figures is a year. */
export function said<T extends Type>(type: T, on: string, over: Partial<Said<T>> = {}): Said<T> {
  const date = on.length === 4 ? { on: `${on}-06-15`, precision: 'year' } : { on };
  return { type, ...usual[type], ...date, ...over } as unknown as Said<T>;
}

export const command = (entry: NewTreatyEntry, at = recordedAt): TreatyCommand => ({ ...entry, at });

export const correction = (
  entry: number,
  to: NewTreatyEntry | null,
  because = 'Another State was meant',
): TreatyCommand => ({ type: 'CorrectTreatyEntry', at: recordedAt, entry, to, because });

const sloveniaUnderCedaw: TreatyStatusOf = { participant: 'SI', instrument: 'CEDAW' };

/** The status after commands of which each must be accepted. */
export const recorded = (commands: readonly (NewTreatyEntry | TreatyCommand)[], of = sloveniaUnderCedaw): TreatyState =>
  foldTreaty(eventsOf(commands, of));

export function eventsOf(
  commands: readonly (NewTreatyEntry | TreatyCommand)[],
  of = sloveniaUnderCedaw,
): readonly TreatyEvent[] {
  const events: TreatyEvent[] = [];
  for (const each of commands) {
    const decision = decideTreaty(of, 'at' in each ? each : command(each), foldTreaty(events));
    if ('rejected' in decision) throw new Error(`${each.type}: ${decision.rejected}`);
    events.push(...decision.events);
  }
  return events;
}
