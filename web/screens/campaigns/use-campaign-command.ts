import type { ApiProblem } from '../../client/call.ts';
import { useAct } from '../../client/use-act.ts';
import type { Entered } from './action-fields.tsx';
import type { Action } from './campaign-actions.tsx';
import type { Campaign } from './campaign.tsx';

type Command = {
  readonly give: (entered: Entered, then: (batchId: string | undefined) => void) => void;
  readonly isBusy: boolean;
  readonly problem: ApiProblem | null;
};

/** Sends one of the commands of a campaign, each to its own address and under a key of its own. */
export function useCampaignCommand(campaign: Campaign, action: Action): Command {
  const pause = useAct('POST /campaigns/{id}/commands/pause');
  const resume = useAct('POST /campaigns/{id}/commands/resume');
  const end = useAct('POST /campaigns/{id}/commands/end');
  const takeIn = useAct('POST /campaigns/{id}/commands/take-in-states');
  const leaveOut = useAct('POST /campaigns/{id}/commands/leave-out');
  const change = useAct('PATCH /campaigns/{id}');
  const approve = useAct('POST /campaigns/{id}/letters/approval');
  const path = { id: campaign.id };
  const { isBusy, error } = { pause, resume, end, takeIn, leaveOut, change, approve }[action];
  const give: Command['give'] = (entered, then) => {
    const { reason = '', note = '', stateCode = '', instrument = '', stateCodes = [] } = entered;
    const done = (): void => then(undefined);
    switch (action) {
      case 'pause':
        return pause.act({ path, body: { reason } }, done);
      case 'resume':
        return resume.act({ path, body: {} }, done);
      case 'end':
        return end.act({ path, body: { reason } }, done);
      case 'takeIn':
        return takeIn.act({ path, body: { stateCodes } }, done);
      case 'leaveOut':
        return leaveOut.act({ path, body: { stateCode, instrument: instrument || null, note } }, done);
      case 'change':
        return change.act({ path, body: changesIn(entered, campaign), ifMatch: `"${campaign.edition}"` }, done);
      case 'approve':
        return approve.act({ path, body: {} }, ({ id }) => then(id));
    }
  };
  return { give, isBusy, problem: error };
}

/** Only what differs: a day that has gone by and stays as it was is no change, and would be refused as one. */
function changesIn(entered: Entered, campaign: Campaign) {
  const { title = '', targetOn = '', letterOn = '', size = '', everyDays = '' } = entered;
  return {
    ...(title === campaign.title ? {} : { title }),
    ...(targetOn === campaign.targetOn ? {} : { targetOn }),
    ...(letterOn === campaign.letterOn ? {} : { letterOn }),
    wave: { size: Number(size), everyDays: Number(everyDays) },
  };
}
