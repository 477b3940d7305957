import { may, type Policies } from './policy.ts';

const letter = { letter: 'params.id' } as const;
const entry = { dialogue: 'params.id' } as const;
const campaign = { campaign: 'params.id' } as const;
const confidential = { isLogged: true } as const;

/** What is written to States and said with them, and the campaigns that turn to many of them. */
export const correspondencePolicies: Policies = {
  'GET /api/v1/letters': may('letters.read'),
  'GET /api/v1/letters/:id': may('letters.read', letter, confidential),
  'GET /api/v1/letters/:id/document': may('letters.read', letter, confidential),
  'PATCH /api/v1/letters/:id': may('letters.write', letter),
  'POST /api/v1/letters/:id/approval': may('letters.write', letter),
  'POST /api/v1/letters/:id/dismissal': may('letters.write', letter),
  'POST /api/v1/letters/:id/sent': may('letters.write', letter),
  'POST /api/v1/letters/:id/reply': may('letters.write', letter),

  'GET /api/v1/notices': may('mail.read'),
  'GET /api/v1/notices/:id/preview': may('mail.read', { notice: 'params.id' }, confidential),
  'GET /api/v1/notice-previews': may('reference.read'),
  'GET /api/v1/notice-kinds': may('reference.read'),
  'GET /api/v1/digests': may('mail.read'),
  'POST /api/v1/digests/:id/resolution': may('mail.resolve', { digest: 'params.id' }),
  'POST /api/v1/inbound-mail': may('mail.deliver', {}, { isEverywhereOnly: true }),

  'GET /api/v1/dialogue': may('dialogue.read'),
  'POST /api/v1/dialogue': may('dialogue.write', { state: 'body.stateCodes' }),
  'GET /api/v1/dialogue/:id': may('dialogue.read', entry),
  'PATCH /api/v1/dialogue/:id': may('dialogue.write', { ...entry, state: 'body.stateCodes' }),
  'POST /api/v1/dialogue/:id/withdrawal': may('dialogue.write', entry),
  'GET /api/v1/dialogue/:id/timeline': may('dialogue.read', entry),
  'GET /api/v1/dialogue/:id/confidential': may('dialogue.read-confidential', entry, confidential),
  'PUT /api/v1/dialogue/:id/links/:as/:to/:targetId': may('dialogue.write', entry),
  'DELETE /api/v1/dialogue/:id/links/:as/:to/:targetId': may('dialogue.write', entry),
  'POST /api/v1/dialogue/:id/answers': may('follow-ups.report', {
    ...entry,
    recommendation: 'body.recommendationId',
  }),
  'POST /api/v1/dialogue/:id/recommendations': may('recommendations.register', {
    ...entry,
    state: 'body.stateCode',
  }),

  'GET /api/v1/campaigns': may('campaigns.read'),
  'POST /api/v1/campaigns/preview': may(
    'campaigns.run',
    { state: 'body.states.stateCodes' },
    { isQuestion: true, mustName: ['state'] },
  ),
  'POST /api/v1/campaigns': may('campaigns.run', { state: 'body.states.stateCodes' }, { mustName: ['state'] }),
  'GET /api/v1/campaigns/:id': may('campaigns.read', campaign),
  'PATCH /api/v1/campaigns/:id': may('campaigns.run', campaign),
  'POST /api/v1/campaigns/:id/commands/take-in-states': may('campaigns.run', {
    ...campaign,
    state: 'body.stateCodes',
  }),
  'POST /api/v1/campaigns/:id/commands/leave-out': may('campaigns.run', campaign),
  'POST /api/v1/campaigns/:id/commands/pause': may('campaigns.run', campaign),
  'POST /api/v1/campaigns/:id/commands/resume': may('campaigns.run', campaign),
  'POST /api/v1/campaigns/:id/commands/end': may('campaigns.run', campaign),
  'POST /api/v1/campaigns/:id/letters/approval': may('campaigns.run', campaign),
  'GET /api/v1/campaigns/:id/progress': may('campaigns.read', campaign),
  'GET /api/v1/campaigns/:id/remaining': may('campaigns.read', campaign),
  'GET /api/v1/campaigns/:id/targets': may('campaigns.read', campaign),
  'GET /api/v1/campaigns/:id/obstacles': may('campaigns.read', campaign),
  'GET /api/v1/campaigns/:id/rounds': may('campaigns.read', campaign),
  'GET /api/v1/campaigns/:id/schedule': may('campaigns.run', campaign),
  'GET /api/v1/campaigns/:id/timeline': may('campaigns.run', campaign),
};
