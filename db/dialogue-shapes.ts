import { z } from 'zod';
import { dialogueKinds, directions, linkTargets, linkTypes, type DialogueEvent } from '../domain/dialogue/events.ts';

const at = z.iso.datetime({ precision: 3 });
const date = z.iso.date();
const id = z.string().min(1);
const ids = z.array(id);

const facts = {
  kind: z.enum(dialogueKinds),
  direction: z.enum(directions).nullable(),
  isPlanned: z.boolean(),
  heldOn: date,
  endsOn: date.nullable(),
  startTime: z.string().nullable(),
  timeZone: z.string().nullable(),
  startsAt: at.nullable(),
  place: z.string().nullable(),
  subject: z.string(),
  shareable: z.string(),
  agreed: z.array(
    z.strictObject({
      point: z.string(),
      institutionId: id.nullable(),
      contactId: id.nullable(),
      dueOn: date.nullable(),
    }),
  ),
  stateCodes: ids,
  institutionIds: ids,
  contactIds: ids,
  confidentialHash: z.string().length(64).nullable(),
};
const link = { as: z.enum(linkTypes), to: z.enum(linkTargets), id };

/** The shapes of what a dialogue entry writes. Strict, so that no confidential word can slip in under another name. */
export const dialogueShapes = {
  DialogueRecorded: { ...facts, links: z.array(z.strictObject(link)) },
  DialogueAmended: { changes: z.strictObject(facts).partial() },
  DialogueLinked: link,
  DialogueUnlinked: link,
  DialogueWithdrawn: { reason: z.string() },
} as const satisfies Record<DialogueEvent['type'], z.ZodRawShape>;
