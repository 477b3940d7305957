import { z } from 'zod';
import { obstacles } from '../domain/campaign/obstacles.ts';
import {
  appealSteps,
  depositIntentions,
  helpKinds,
  offices,
  reviewOutcomes,
  skipCauses,
} from '../domain/follow-up/appeal-kinds.ts';

const date = z.iso.date();
const id = z.string().min(1);
const note = z.string();
const obstacle = z.enum(obstacles);
const taking = { step: z.enum(appealSteps), campaignId: id, key: id, dueOn: date.nullable() };

/** The data of an appeal's events; reminders that were planned have the shape of all steps, which the codec knows. */
export const appealShapes = {
  AppealStepTaken: taking,
  AppealStepSkipped: { ...taking, because: z.enum(skipCauses) },
  AppealLetterApproved: { key: id },
  AppealLetterDismissed: { key: id, reason: z.string() },
  AppealDelivered: {
    office: z.enum(offices),
    officeDetail: z.string().nullable(),
    deliveredOn: date,
    note,
    obstacle: obstacle.nullable(),
    willDeposit: z.enum(depositIntentions).nullable(),
    nextStep: z.string().nullable(),
    nextOn: date.nullable(),
  },
  ObstacleRecorded: { obstacle, note },
  ObstacleLifted: { obstacle, note },
  TwinningArranged: { withState: id, note },
  HelpOffered: { kind: z.enum(helpKinds), by: z.string(), note },
  AppealReviewed: {
    outcome: z.enum(reviewOutcomes),
    note,
    obstacle: obstacle.nullable(),
    recommends: z.int().min(1).nullable(),
  },
};
