import { proposePlaybook, type PlaybookProposal } from '../../../domain/proposals/propose.ts';
import type { Position } from '../../../domain/follow-up/events.ts';
import type { ApiProblem } from '../../client/call.ts';
import { splitPasted } from './split-pasted.ts';

/** A recommendation before it is registered, as its row in the preview holds it. */
export type DraftLine = {
  readonly key: string;
  readonly paragraph: string;
  readonly text: string;
  readonly position: Position;
  readonly targetOn: string;
  /** Chosen by a person; undefined while the proposal stands. */
  readonly playbook: string | undefined;
  readonly stateCode: string;
  readonly problem?: ApiProblem | undefined;
  readonly registeredAs?: string | undefined;
  readonly isStarted?: boolean | undefined;
};

export const mostLines = 200;

/** Keys name what a try registers: the same row tried again is the same recommendation. */
export function draftLines(pasted: string, stateCode: string): readonly DraftLine[] {
  const batch = crypto.getRandomValues(new Uint32Array(3)).join('-');
  return splitPasted(pasted).map(({ paragraph, text }, index) => ({
    key: `web-${batch}-${index}`,
    paragraph: paragraph ?? '',
    text,
    position: 'pending',
    targetOn: '',
    playbook: undefined,
    stateCode,
  }));
}

/** The same rules as the API's own proposals: what is not sure is not used without a person. */
export const proposalFor = ({ text }: DraftLine): PlaybookProposal => proposePlaybook(text);

export const playbookOf = (line: DraftLine): string => line.playbook ?? proposalFor(line).playbook;
