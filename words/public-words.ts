import type { PublicStatus } from '../domain/publication/public-recommendation.ts';

/** What everybody reads, without an account. */
export type PublicWords = {
  readonly title: string;
  readonly introduction: string;
  readonly states: string;
  readonly nothing: string;
  readonly labels: Readonly<
    Record<
      | 'state'
      | 'source'
      | 'recommendation'
      | 'position'
      | 'implementation'
      | 'status'
      | 'closure'
      | 'target'
      | 'started'
      | 'closed'
      | 'count',
      string
    >
  >;
  readonly statuses: Readonly<Record<PublicStatus, string>>;
  /** Before the State has reported anything. */
  readonly nothingReported: string;
  readonly openData: string;
  readonly licence: string;
  /** The facts are those of `{date}`. */
  readonly asOf: string;
  readonly back: string;
  readonly pages: string;
  readonly previous: string;
  readonly next: string;
  /** `{page}` of `{pages}`. */
  readonly pageOf: string;
};
