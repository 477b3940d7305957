import type { CorrespondenceActivities } from './contract.ts';
import type { FollowUpCommands } from './follow-up-commands.ts';

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
