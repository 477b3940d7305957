import type { Implementation } from '../domain/follow-up/events.ts';
import type { Words } from '../words/words.ts';

/** What a stage is called. A State's form does not offer the last one: that is a claim, and needs its evidence. */
export const stageName = (stage: Implementation, { answer, view }: Words): string =>
  stage === 'implemented' ? view.implemented : answer.stage.names[stage];
