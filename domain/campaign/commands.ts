import type { CalendarDate, Instant } from '../time.ts';
import type { CampaignDates, CampaignScope, Target, WavePlan } from './events.ts';

/** What people ask of a campaign. `at` is set by the shell. */
export type CampaignCommand = { readonly at: Instant } & (
  | {
      readonly type: 'StartCampaign';
      readonly title: string;
      readonly instruments: readonly string[];
      readonly scope: CampaignScope;
      readonly stateCodes: readonly string[];
      readonly targetOn: CalendarDate;
      readonly playbook: string;
      readonly wave: WavePlan;
      readonly dates: CampaignDates;
    }
  /** The facts as they should be: what differs is the change. */
  | {
      readonly type: 'ChangeCampaign';
      readonly title: string;
      readonly targetOn: CalendarDate;
      readonly wave: WavePlan;
      readonly dates: CampaignDates;
    }
  /** New States; of one that is in the campaign, what was left out or failed comes to its turn again. */
  | { readonly type: 'TakeInStates'; readonly stateCodes: readonly string[] }
  /** A State, or one treaty of it. An appeal that runs goes on by itself: it is no longer this campaign's. */
  | {
      readonly type: 'LeaveOut';
      readonly stateCode: string;
      readonly instrument: string | null;
      readonly note: string;
    }
  | { readonly type: 'PauseCampaign'; readonly reason: string }
  | { readonly type: 'ResumeCampaign' }
  | { readonly type: 'EndCampaign'; readonly reason: string }
  /** What a page of a wave has come to. */
  | {
      readonly type: 'RecordAppeals';
      readonly begun: readonly Target[];
      readonly parties: readonly (Target & { readonly note: string })[];
      readonly elsewhere: readonly (Target & { readonly note: string })[];
      readonly failed: readonly (Target & { readonly code: string })[];
    }
);

/** Why a command was refused: stable codes, translated once at each edge. */
export const campaignRejections = [
  'CampaignAlreadyStarted',
  'CampaignNotStarted',
  'CampaignHasEnded',
  'CampaignAlreadyPaused',
  'CampaignNotPaused',
  'EmptyTitle',
  'NoInstruments',
  'NoStates',
  'TooManyTargets',
  'NotInCampaign',
  'CampaignTargetInThePast',
  'LetterInThePast',
  'LetterAlreadyHeld',
  'WaveOutOfBounds',
  'RemindersOutOfBounds',
  'TreatyEventInOtherYear',
  'EmptyReason',
  'EmptyNote',
] as const;
export type CampaignRejection = (typeof campaignRejections)[number];
