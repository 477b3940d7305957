import { z } from 'zod';
import { waits } from '../../domain/follow-up/reading.ts';
import { dateSchema, limitSchema, roleSchema } from './common.ts';

const count = z.number().int();

export const workQuery = z.strictObject({
  direction: z.enum(['asc', 'desc']).default('asc'),
  limit: limitSchema,
  cursor: z.string().max(500).optional(),
});

export const workSchema = z
  .object({
    recommendationId: z.string(),
    stateCode: z.string(),
    text: z.string(),
    paragraph: z.string().nullable(),
    sourceId: z.string(),
    sourceTitle: z.string(),
    roles: z.array(roleSchema),
    status: z.enum(['open', 'paused', 'under-verification', 'closed']),
    waitsFor: z.enum(waits),
    rung: count,
    dueAt: z.string().nullable(),
    isLate: z.boolean(),
    nextStepAt: z.string().nullable(),
  })
  .meta({ id: 'Work', description: 'A follow-up in which somebody holds a role' });

export const loadSchema = z
  .object({
    now: z.string(),
    open: count.meta({ description: 'Follow-ups that are not closed' }),
    late: count,
    weeks: z
      .array(
        z.object({
          week: dateSchema.meta({ description: 'Its Monday' }),
          isComing: z.boolean().meta({ description: 'This week and those after it' }),
          notices: count.meta({ description: 'What was told' }),
          mails: count.meta({ description: 'The mails that carried it' }),
          answers: count,
          due: count.meta({ description: 'Answers that are due, as far as planned' }),
          steps: count.meta({ description: 'The next steps of the follow-ups: reminders, questions, escalations' }),
          agreed: count.meta({ description: 'Points agreed in talks' }),
        }),
      )
      .meta({ description: 'A quarter back and a quarter ahead, without gaps' }),
    holds: z.array(
      z.object({
        contactId: z.string(),
        stateCode: z.string(),
        role: roleSchema,
        isOfState: z.boolean().meta({ description: 'Held for the State, not only for single recommendations' }),
        open: count,
        late: count,
      }),
    ),
  })
  .meta({ id: 'Load', description: 'What somebody is asked, week by week' });
