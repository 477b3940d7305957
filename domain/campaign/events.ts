import type { RecommendationId } from '../ids.ts';
import type { RegionalGroup } from '../reference/states.ts';
import type { CalendarDate, Instant } from '../time.ts';

/** Which States a campaign turns to, as it was said; the States themselves are named beside it. */
export type CampaignScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'regional-group'; readonly regionalGroup: RegionalGroup }
  | { readonly kind: 'list' };

/** How appeals begin: so many at a time, so many days apart, and no faster than the server bears. */
export type WavePlan = {
  readonly size: number;
  /** Days from one wave to the next; 0 when one follows upon the other. */
  readonly everyDays: number;
  readonly startsPerSecond: number;
};

export type CampaignDates = {
  /** The day of the Secretary-General's letter. */
  readonly letterOn: CalendarDate;
  /** From the letter to the resident coordinator's task. */
  readonly deliveryAfterDays: number;
  /** Treaty Events of which this campaign knows the day, by year; the calendar of world events and the rule say the others. */
  readonly treatyEvents: Readonly<Record<string, CalendarDate>>;
  readonly remindBeforeDays: readonly number[];
};

/** One State and one treaty: what becomes an appeal, or is left out. */
export type Target = { readonly stateCode: string; readonly instrument: string };

export const leftOutCauses = ['party', 'other-campaign', 'note'] as const;
export type LeftOutCause = (typeof leftOutCauses)[number];

export const roundKinds = ['letter', 'delivery', 'treaty-event', 'yearly-review'] as const;
export type RoundKind = (typeof roundKinds)[number];

export type CampaignRound = {
  /** Unique in the campaign: a round is held once, whatever its date becomes. */
  readonly key: string;
  readonly kind: RoundKind;
  /** The day on which it is held. */
  readonly onDate: CalendarDate;
  /** What it is about: the day of a Treaty Event; none of any other. */
  readonly eventOn: CalendarDate | null;
  /** The waves that it is for; null for every open appeal. */
  readonly waves: readonly number[] | null;
};

/** The life of one campaign: the stream `campaign:<id>`. */
export type CampaignEvent = { readonly at: Instant } & (
  | {
      readonly type: 'CampaignStarted';
      readonly title: string;
      readonly instruments: readonly string[];
      readonly scope: CampaignScope;
      readonly stateCodes: readonly string[];
      readonly targetOn: CalendarDate;
      readonly playbook: string;
      readonly wave: WavePlan;
      readonly dates: CampaignDates;
    }
  /** Only what changed. */
  | {
      readonly type: 'CampaignChanged';
      readonly changes: Partial<{
        readonly title: string;
        readonly targetOn: CalendarDate;
        readonly wave: WavePlan;
        readonly dates: CampaignDates;
      }>;
    }
  | { readonly type: 'StatesTakenIn'; readonly stateCodes: readonly string[]; readonly targets: readonly Target[] }
  /** The appeals that a wave is made of. They begin page by page. */
  | {
      readonly type: 'WaveStarted';
      readonly wave: number;
      readonly appeals: readonly (Target & { readonly recommendationId: RecommendationId })[];
    }
  | { readonly type: 'AppealsBegun'; readonly wave: number; readonly appeals: readonly Target[] }
  | {
      readonly type: 'AppealsLeftOut';
      readonly because: LeftOutCause;
      readonly targets: readonly (Target & { readonly note: string })[];
    }
  /** What could not be begun, by the code of the refusal. Whoever takes the State in again has it tried anew. */
  | { readonly type: 'AppealsFailed'; readonly targets: readonly (Target & { readonly code: string })[] }
  /** A round was held: a batch tells every appeal that it is for. */
  | ({
      readonly type: 'CampaignRoundHeld';
      readonly batchId: string | null;
      readonly appeals: number;
    } & CampaignRound)
  /** A round that was missed and is not held any more: a newer one of its kind stands for it, or its occasion is over. */
  | ({
      readonly type: 'CampaignRoundPassedBy';
      readonly because: 'newer-round' | 'date-past';
      /** The key of the round that stands for it. */
      readonly by: string | null;
    } & CampaignRound)
  | { readonly type: 'CampaignPaused'; readonly reason: string }
  | { readonly type: 'CampaignResumed' }
  | { readonly type: 'CampaignEnded'; readonly reason: string }
);
