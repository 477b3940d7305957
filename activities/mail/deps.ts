import type { Kysely } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { calendarTime, type Clock } from '../../domain/clock.ts';
import type { Instant } from '../../domain/time.ts';
import type { Calendars } from '../calendars.ts';
import type { AnswerLinks } from './links.ts';
import type { Mailer } from './transport.ts';

export type CorrespondenceDeps = {
  readonly db: Kysely<Schema>;
  readonly clock: Clock;
  readonly calendars: Calendars;
  readonly mailer: Mailer;
  readonly links: AnswerLinks;
  /** Where our own side works; no slash at the end. */
  readonly publicUrl: string;
  /** A person gets one mail with routine matters in as many days. */
  readonly routineMailDays: number;
  /** Wall-clock milliseconds; tests let days pass. */
  readonly now?: () => number;
};

export const nowOf = ({ clock, now }: Pick<CorrespondenceDeps, 'clock' | 'now'>): Instant =>
  calendarTime(clock, (now ?? Date.now)());

/** Whoever writes to a correspondence here; people decide through the API. */
export const actor = 'system';
