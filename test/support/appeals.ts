import type { AppealStep } from '../../domain/follow-up/appeal-kinds.ts';
import { followUpId } from '../../domain/ids.ts';
import { updates } from '../../workflows/messages.ts';
import type { Relance } from './relance.ts';

type Round = { readonly step: AppealStep; readonly key?: string; readonly dueOn?: string | null };

/** What the round of a campaign does in one appeal, as its batch does it. */
export async function takeStep(
  { client }: Pick<Relance, 'client'>,
  id: string,
  { step, key = `${step}-1`, dueOn = null }: Round,
): Promise<void> {
  const command = { type: 'TakeAppealStep', step, campaignId: 'cam_1', key, dueOn } as const;
  const commandId = `test:${id}:${step}:${key}`;
  await client.workflow.getHandle(followUpId(id)).executeUpdate(updates.TakeAppealStep, {
    updateId: commandId,
    args: [{ commandId, actor: 'api', command }],
  });
}
