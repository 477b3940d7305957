import { z } from 'zod';
import { leftOutCauses, roundKinds, type CampaignEvent } from '../domain/campaign/events.ts';
import { states } from '../domain/reference/states.ts';

const date = z.iso.date();
const id = z.string().min(1);
const count = z.int().min(0);
const target = { stateCode: id, instrument: id };
const regionalGroups = [...new Set(states.map(({ regionalGroup }) => regionalGroup))];

const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('regional-group'), regionalGroup: z.enum(regionalGroups) }),
  z.strictObject({ kind: z.literal('list') }),
]);
const wave = z.strictObject({ size: count, everyDays: count, startsPerSecond: count });
const dates = z.strictObject({
  letterOn: date,
  deliveryAfterDays: count,
  treatyEvents: z.record(z.string(), date),
  remindBeforeDays: z.array(count),
});
const title = z.string();
const round = {
  key: id,
  kind: z.enum(roundKinds),
  onDate: date,
  eventOn: date.nullable(),
  waves: z.array(z.int()).nullable(),
};
const targetsWith = (more: z.ZodRawShape) => z.array(z.strictObject({ ...target, ...more }));

/** The shapes of what a campaign writes. */
export const campaignShapes = {
  CampaignStarted: {
    title,
    instruments: z.array(id),
    scope,
    stateCodes: z.array(id),
    targetOn: date,
    playbook: id,
    wave,
    dates,
  },
  CampaignChanged: { changes: z.strictObject({ title, targetOn: date, wave, dates }).partial() },
  StatesTakenIn: { stateCodes: z.array(id), targets: targetsWith({}) },
  WaveStarted: { wave: count, appeals: targetsWith({ recommendationId: id }) },
  AppealsBegun: { wave: count, appeals: targetsWith({}) },
  AppealsLeftOut: { because: z.enum(leftOutCauses), targets: targetsWith({ note: z.string() }) },
  AppealsFailed: { targets: targetsWith({ code: id }) },
  CampaignRoundHeld: { ...round, batchId: id.nullable(), appeals: count },
  CampaignRoundPassedBy: { ...round, because: z.enum(['newer-round', 'date-past']), by: id.nullable() },
  CampaignPaused: { reason: z.string() },
  CampaignResumed: {},
  CampaignEnded: { reason: z.string() },
} as const satisfies Record<CampaignEvent['type'], z.ZodRawShape>;
