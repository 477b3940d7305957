import type { RecommendationId } from '../domain/ids.ts';
import type { Submitted } from '../workflows/messages.ts';
import type { CorrespondenceActivities } from './contract.ts';

/** How a command reaches a follow-up, whether its workflow runs or must be started. Rejects while Temporal is away. */
export type FollowUpCommands = {
  readonly submit: (recommendationId: RecommendationId, submitted: Submitted) => Promise<unknown>;
};

/** Tells a follow-up that a contact of its cannot be reached. A refusal (it was closed, or reassigned) is no error. */
export const createMoveRole =
  ({ commands }: { readonly commands: FollowUpCommands }): CorrespondenceActivities['moveRole'] =>
  async (contactId, { recommendationId, commandId, role, because, movedTo }) => {
    await commands.submit(recommendationId, {
      commandId,
      actor: 'system',
      command: { type: 'RecordContactUnreachable', contactId, role, because, movedTo },
    });
  };
