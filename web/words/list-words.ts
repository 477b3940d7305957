import type { UnLanguage } from '../../domain/reference/states.ts';
import type { Counted } from '../../words/plurals.ts';

/** What the list of recommendations says. */
export type ListWords<L extends UnLanguage = 'zh'> = {
  readonly search: string;
  readonly searchHint: string;
  readonly all: string;
  readonly found: Counted<L>;
  readonly filters: string;
  readonly clear: string;
  /** Takes `{what}` away from what the list is narrowed to. */
  readonly remove: string;
  readonly unset: string;
  readonly sort: string;
  readonly sorts: Readonly<Record<'nextStepAt' | 'dueAt' | 'createdAt' | 'stateCode' | 'rung', string>>;
  readonly waitsFor: string;
  readonly views: {
    readonly title: string;
    readonly save: string;
    readonly name: string;
    readonly none: string;
    readonly remove: string;
  };
  readonly select: string;
  readonly selectPage: string;
  readonly selected: Counted<L>;
  readonly selectFound: Counted<L>;
  readonly deselect: string;
  readonly actions: Readonly<Record<'pause' | 'assign' | 'adopt' | 'export', string>>;
  readonly bulk: {
    readonly preview: string;
    readonly concerned: Counted<L>;
    readonly left: Counted<L>;
    readonly confirm: Counted<L>;
    readonly begun: string;
    readonly progress: string;
    readonly note: string;
  };
  readonly empty: { readonly title: string; readonly text: string };
  readonly nothingFound: { readonly title: string; readonly text: string };
};
