import type { Kysely } from 'kysely';
import type { Language, Schema } from '../db/schema.ts';
import type { sightedDatabase } from '../db/sight.ts';
import type { Settled } from '../activities/settle-if-party.ts';
import type { CampaignSchedules } from '../activities/campaign-schedule.ts';
import type { AdoptionPreviewer } from '../activities/preview-adoptions.ts';
import { calendarTime, type Clock } from '../domain/clock.ts';
import type { NoticeKind } from '../domain/follow-up/notices.ts';
import type { ForecastWish, MadeForecast, SimulationOutcome, SimulationRequest } from '../domain/forecast/report.ts';
import type { RecommendationId } from '../domain/ids.ts';
import type { DayOff, StateCalendar } from '../domain/plan/state-calendar.ts';
import type { CalendarDate, Instant } from '../domain/time.ts';
import type { LinkSigner } from './answer-links.ts';
import type { Gateway } from './gateway.ts';
import type { HealthReport } from './schemas/health.ts';
import type { Mailbox } from './mailbox.ts';
import type { Policies } from './policies/policy.ts';
import type { SignInDeps } from './sign-in/deps.ts';
import type { Identify } from './sign-in/identify.ts';

export type NoticePreview = { readonly language: Language; readonly html: string; readonly text: string };

/** Everything that the API needs, passed in: it opens nothing by itself. */
export type AppDeps = {
  readonly db: Kysely<Schema>;
  readonly gateway: Gateway;
  /** The Schedules of campaigns; a `TemporalUnavailable` problem while Temporal is away. */
  readonly schedules: CampaignSchedules;
  readonly clock: Clock;
  /** Who asks; null when nobody has signed in. */
  readonly identify: Identify;
  readonly signIn: SignInDeps;
  readonly links: LinkSigner;
  readonly publicUrl: string;
  /** What stands at the head of letters. */
  readonly senderName: string;
  /** A notice on record as its reader would see it, in any language; undefined when there is none. */
  readonly previewNotice: (noticeId: string, language?: Language) => Promise<NoticePreview | undefined>;
  /** A notice of any kind with invented facts. */
  readonly previewSample: (kind: NoticeKind, language: Language) => NoticePreview;
  readonly stateCalendars: {
    readonly describe: (stateCode: string) => Promise<StateCalendar>;
    readonly daysOff: (stateCode: string, fromOn: CalendarDate, untilOn: CalendarDate) => Promise<readonly DayOff[]>;
  };
  readonly forecast: (recommendationId: RecommendationId, wish: ForecastWish) => Promise<MadeForecast>;
  readonly simulate: (request: SimulationRequest, signal?: AbortSignal) => Promise<SimulationOutcome>;
  readonly adoptions: AdoptionPreviewer;
  /** Tells a follow-up that has just begun what its State has deposited already. */
  readonly settle: (recommendationId: RecommendationId) => Promise<readonly Settled[]>;
  readonly health: () => Promise<HealthReport>;
  /** Reads a mail that came back and tells the correspondence it belongs to. */
  readonly takeReturnedMail: (
    raw: Buffer | string,
    recipients?: readonly string[],
  ) => Promise<'bounce' | 'not-a-bounce' | 'unknown-digest'>;
  /** The local mailbox, where mail is caught instead of sent. */
  readonly mailbox?: Mailbox;
  /** Where the built screens are. */
  readonly webFolder?: string;
  readonly logLevel?: string;
  /** Another table of policies than our own: a test takes one out, and must see that it is missed. */
  readonly policies?: Policies;
  /** Another way of narrowing than our own: a test takes it away, and must see what is then open. */
  readonly sighted?: typeof sightedDatabase;
  /** The proxies before us, whose word is taken for where a request comes from. */
  readonly trustedProxies?: readonly string[];
};

export const nowOf = ({ clock }: Pick<AppDeps, 'clock'>): Instant => calendarTime(clock, Date.now());
