import type { DialogueKind } from '../../domain/dialogue/events.ts';

/** What the pages of missions and other sources say, and lists for meetings. */
export type SourceWords = Readonly<
  Record<
    | 'title'
    | 'lead'
    | 'none'
    | 'register'
    | 'registerTitle'
    | 'kind'
    | 'allKinds'
    | 'several'
    | 'name'
    | 'nameHint'
    | 'startsOn'
    | 'endsOn'
    | 'mandateHolder'
    | 'reportSymbol'
    | 'url'
    | 'optional'
    | 'toRecommendations'
    | 'add'
    | 'print'
    | 'asOf'
    | 'said'
    | 'noDialogue'
    | 'agreed'
    | 'by'
    | 'planned'
    | 'confidential'
    | 'outcomes'
    | 'noOutcomes'
    | 'startAll'
    | 'starting'
    | 'lastWords'
    | 'silence'
    | 'closing'
    | 'evidence'
    | 'milestones'
    | 'ofAll'
    | 'waitsFor'
    | 'target'
    | 'meetingList'
    | 'selection'
    | 'notes'
    | 'nothingToDiscuss',
    string
  >
> & {
  readonly talks: Readonly<Record<DialogueKind, string>>;
};
