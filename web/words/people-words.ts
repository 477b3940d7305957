import type { UnreachableReason } from '../../domain/follow-up/events.ts';
import type { Routes } from '../client/types.ts';

export type InstitutionKind = Routes['POST /institutions']['body']['kind'];

/** What the pages of institutions and people say. */
export type PeopleWords = Readonly<
  Record<
    | 'title'
    | 'institutions'
    | 'people'
    | 'search'
    | 'onlyUnreachable'
    | 'noInstitutions'
    | 'noPeople'
    | 'addInstitution'
    | 'addPerson'
    | 'name'
    | 'address'
    | 'language'
    | 'timeZone'
    | 'institution'
    | 'add'
    | 'reachable'
    | 'unreachableSince'
    | 'newAddress'
    | 'suggestion'
    | 'asked'
    | 'nothingAsked'
    | 'holds'
    | 'ofState'
    | 'single'
    | 'openWork'
    | 'lateWork'
    | 'load'
    | 'loadHint'
    | 'asTable'
    | 'week'
    | 'notices'
    | 'mails'
    | 'answers'
    | 'due'
    | 'steps'
    | 'agreed'
    | 'leave'
    | 'leaveHint'
    | 'noLeave'
    | 'from'
    | 'until'
    | 'strike'
    | 'handOver'
    | 'handOverHint'
    | 'to'
    | 'onlyState'
    | 'everyState'
    | 'preview'
    | 'wouldMove'
    | 'stateRoles'
    | 'reason'
    | 'confirm'
    | 'handedOver'
    | 'feed'
    | 'feedHint'
    | 'feedNone'
    | 'feedSince'
    | 'feedMake'
    | 'feedRenew'
    | 'feedRevoke'
    | 'feedSure'
    | 'feedOnce'
    | 'feedAddress'
    | 'copy'
    | 'change',
    string
  >
> & {
  readonly because: Readonly<Record<UnreachableReason, string>>;
} & {
  readonly kinds: Readonly<Record<InstitutionKind, string>>;
};
