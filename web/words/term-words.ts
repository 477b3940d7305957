import type { LetterKind, PauseCause, Position, Status, StepKind } from '../../domain/follow-up/events.ts';
import type { NoticeStatus } from '../../domain/correspondence/events.ts';
import type { Reading, WaitsFor } from '../../domain/follow-up/reading.ts';
import type { RegionalGroup } from '../../domain/reference/states.ts';
import type { Routes } from '../client/types.ts';

export type SourceKind = Routes['POST /sources']['body']['kind'];

/** The words of the domain that only screens need. */
export type TermWords = {
  readonly axes: Readonly<Record<'position' | 'implementation' | 'assessment' | 'status', string>>;
  /** Who says what an axis says. */
  readonly axisBy: Readonly<Record<'position' | 'implementation' | 'assessment' | 'status', string>>;
  readonly positions: Readonly<Record<Position, string>>;
  readonly statuses: Readonly<Record<Status | 'not-started', string>>;
  readonly readings: Readonly<Record<Reading | 'not-started', string>>;
  readonly waits: Readonly<Record<WaitsFor, string>>;
  readonly steps: Readonly<Record<StepKind, string>>;
  readonly sources: Readonly<Record<SourceKind, string>>;
  readonly regions: Readonly<Record<RegionalGroup, string>>;
  readonly pauses: Readonly<Record<PauseCause, string>>;
  readonly letters: Readonly<Record<LetterKind, string>>;
  readonly noticeStatuses: Readonly<Record<NoticeStatus, string>>;
  readonly notAssessed: string;
  readonly notClaimed: string;
  /** `{rung}` */
  readonly rung: string;
  readonly state: string;
  readonly region: string;
  readonly source: string;
  readonly sourceKind: string;
  readonly playbook: string;
  readonly theme: string;
  readonly group: string;
  readonly sdg: string;
  readonly instrument: string;
  readonly rungWord: string;
  readonly reading: string;
  readonly due: string;
  readonly nextStep: string;
  readonly recommendation: string;
  readonly lastAnswer: string;
  readonly registered: string;
  readonly paragraph: string;
};
