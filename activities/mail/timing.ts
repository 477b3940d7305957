import type { Kysely } from 'kysely';
import { lastSentOn } from '../../db/queries/correspondence.ts';
import { findAbsences } from '../../db/register/absences.ts';
import type { Schema } from '../../db/schema.ts';
import type { DigestTiming } from '../../domain/correspondence/timing.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { LocalCalendar } from '../../domain/plan/calendar.ts';
import type { Instant } from '../../domain/time.ts';

export type TimingWish = {
  readonly contactId: ContactId;
  readonly calendar: LocalCalendar;
  readonly routineMailDays: number;
  readonly notBefore: Instant;
};

/** What decides upon a contact's next mail: what went before it, and when they are away. */
export const readTiming = async (db: Kysely<Schema>, wish: TimingWish): Promise<DigestTiming> => ({
  ...wish,
  ...(await lastSentOn(db, wish.contactId)),
  absences: await findAbsences(db, wish.contactId),
});
