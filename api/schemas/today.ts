import { z } from 'zod';
import { letterKinds } from '../../domain/follow-up/events.ts';
import { readings } from '../../domain/follow-up/reading.ts';
import { roleSchema } from './common.ts';

const count = z.number().int();
const decision = { id: z.string(), stateCode: z.string(), text: z.string(), since: z.string() };
const claim = { ...decision, evidence: z.array(z.object({ url: z.string(), description: z.string() })) };
const letter = { id: z.string(), kind: z.enum(letterKinds), reference: z.string(), stateCode: z.string() };
const some = <T extends z.ZodObject>(item: T) =>
  z.object({ count, items: z.array(item).meta({ description: 'The oldest of them' }) });

export const todaySchema = z
  .object({
    now: z.string(),
    readings: z.partialRecord(z.enum([...readings, 'not-started']), count),
    approvals: some(
      z.object({
        ...decision,
        rung: count,
        roles: z.array(roleSchema),
        letter: z
          .object({ id: z.string(), reference: z.string(), kind: z.enum(letterKinds), language: z.string() })
          .nullable(),
      }),
    ),
    validations: some(z.object(claim)).meta({ description: 'Claims that the authority of the State is to validate' }),
    verifications: some(z.object(claim)),
    extensions: some(z.object({ ...decision, untilOn: z.string(), dueOn: z.string().nullable() })),
    drafts: some(z.object({ ...letter, since: z.string() })).meta({
      description: 'Letters to approve that no rung waits for: those of campaigns, and thanks',
    }),
    toSend: some(z.object({ ...letter, since: z.string() })).meta({
      description: 'Approved letters that wait to be sent',
    }),
    contacts: some(
      z.object({
        id: z.string(),
        name: z.string(),
        since: z.string(),
        because: z.string().nullable(),
        suggestion: z.string().nullable(),
      }),
    ),
    mails: some(z.object({ digestId: z.string(), contactId: z.string(), name: z.string(), composedAt: z.string() })),
    late: z.object({
      total: count,
      states: z.array(z.object({ stateCode: z.string(), total: count, rungs: z.record(z.string(), count) })),
    }),
    weeks: z
      .array(
        z.object({
          week: z.string().meta({ description: 'The Monday of the week' }),
          total: count,
          kinds: z.record(z.string(), count).meta({ description: 'Next steps by their kind' }),
        }),
      )
      .meta({ description: 'Fourteen weeks from the present one on' }),
  })
  .meta({ id: 'Today', description: 'What needs a manager now, what is late, and what comes' });
