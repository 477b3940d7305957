import type { Client } from '@temporalio/client';
import { correspondenceId } from '../domain/ids.ts';
import { workflowTypes } from '../workflows/names.ts';
import type { FollowUpActivities } from './contract.ts';

/** Only signal-with-start reaches a correspondence that may have ended: workflows cannot do that, a client can. */
export const createWakeCorrespondence =
  ({
    client,
    taskQueue,
  }: {
    readonly client: Client;
    readonly taskQueue: string;
  }): FollowUpActivities['wakeCorrespondence'] =>
  async (contactIds) => {
    for (const contactId of new Set(contactIds))
      await client.workflow.signalWithStart(workflowTypes.correspondWithContact, {
        workflowId: correspondenceId(contactId),
        taskQueue,
        args: [{ contactId }],
        signal: 'wake',
        signalArgs: [],
      });
  };
