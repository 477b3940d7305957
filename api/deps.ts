import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { calendarTime, type Clock } from '../domain/clock.ts';
import type { Forecast } from '../domain/forecast/forecast.ts';
import type { RecommendationId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { LinkSigner } from './answer-links.ts';
import type { Gateway } from './gateway.ts';
import type { HealthReport } from './schemas/health.ts';
import type { Mailbox } from './mailbox.ts';

/** Everything that the API needs, passed in: it opens nothing by itself. */
export type AppDeps = {
  readonly db: Kysely<Schema>;
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly links: LinkSigner;
  readonly publicUrl: string;
  readonly forecast: (recommendationId: RecommendationId) => Promise<Forecast | undefined>;
  readonly health: () => Promise<HealthReport>;
  /** Reads a mail that came back and tells the correspondence it belongs to. */
  readonly takeReturnedMail: (
    raw: Buffer | string,
    recipients?: readonly string[],
  ) => Promise<'bounce' | 'not-a-bounce' | 'unknown-digest'>;
  /** The local mailbox, where mail is caught instead of sent. */
  readonly mailbox?: Mailbox;
  readonly logLevel?: string;
};

export const nowOf = ({ clock }: Pick<AppDeps, 'clock'>): Instant => calendarTime(clock, Date.now());
