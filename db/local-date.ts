import { Temporal } from 'temporal-polyfill';
import type { CalendarDate, Instant } from '../domain/time.ts';

/** The date that a calendar shows in a zone. Not left to Postgres, which reads some names of zones otherwise than we do. */
export const localDateOf = (instant: Instant, timeZone: string): CalendarDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
