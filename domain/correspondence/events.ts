import type { Role } from '../follow-up/roles.ts';
import type { ContactId } from '../ids.ts';
import type { Instant } from '../time.ts';

/** Why a queued notice was never sent. */
export const supersededReasons = [
  'newer-notice',
  'answered',
  'round-over',
  'not-open',
  'decided',
  'reassigned',
  'contact-unreachable',
] as const;
export type SupersededReason = (typeof supersededReasons)[number];

/** The life of the mail to one contact: the stream `correspondence:<contactId>`. It names ids only, never an address. */
export type CorrespondenceEvent = { readonly at: Instant } &
  /** Written before the SMTP dialogue begins: from here until an outcome the digest is *sending*. */
  (
    | {
        readonly type: 'DigestComposed';
        readonly digestId: string;
        readonly messageId: string;
        /** The contact's own calendar date: one digest per person and date. */
        readonly onDate: string;
        readonly noticeIds: readonly string[];
        /** Whether any of them is routine: of such mail there is one a week. */
        readonly carriesRoutine: boolean;
      }
    | {
        readonly type: 'NoticesSuperseded';
        readonly notices: readonly {
          readonly noticeId: string;
          readonly reason: SupersededReason;
          readonly by: string | null;
        }[];
      }
    /** What waited here is told to somebody else: its holder is on leave, or is back, or the role is another's now. */
    | {
        readonly type: 'NoticesReaddressed';
        readonly notices: readonly {
          readonly noticeId: string;
          readonly to: ContactId;
          readonly actingAs: Role;
        }[];
      }
    | { readonly type: 'DigestAccepted'; readonly digestId: string; readonly response: string }
    /** Refused for now (4xx) or the server was lost before it could have accepted: its notices are queued again. */
    | { readonly type: 'DigestDeferred'; readonly digestId: string; readonly response: string }
    /** Refused for good (5xx). */
    | { readonly type: 'DigestRefused'; readonly digestId: string; readonly response: string }
    /** The sender died, or lost the server, after the message was handed over: a person decides. */
    | { readonly type: 'DigestLeftUncertain'; readonly digestId: string; readonly reason: string }
    | { readonly type: 'DigestResolved'; readonly digestId: string; readonly wasDelivered: boolean }
    | {
        readonly type: 'DigestBounced';
        readonly digestId: string;
        readonly status: string;
        readonly isPermanent: boolean;
      }
  );

/** A notice's life as people read it. */
export const noticeStatuses = [
  'queued',
  'sending',
  'accepted',
  'answered',
  'superseded',
  'refused',
  'bounced',
  'uncertain',
  'unassigned',
] as const;
export type NoticeStatus = (typeof noticeStatuses)[number];
