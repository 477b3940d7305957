import { z } from 'zod';
import { grantSchema, languageSchema, tokenSchema } from './access.ts';
import { dateSchema, idSchema, roleSchema } from './common.ts';

const placesSchema = z.array(z.object({ table: z.string(), column: z.string(), rows: z.number().int() })).readonly();
const nameIsLeftSchema = z.enum(['shared', 'common']).nullable().meta({
  description:
    'Why words about the name are not looked for: another contact is called the same, or it is one common word',
});
const countsSchema = z.record(z.string(), z.number().int());
const rowSchema = z.record(z.string(), z.unknown());
const sectionOf = <T extends z.ZodType>(item: T) =>
  z.object({
    isWhole: z.boolean().meta({ description: 'False when more is kept than is shown' }),
    items: z.array(item).readonly(),
  });

export const personalDataSchema = z
  .object({
    contact: rowSchema,
    roles: z.object({
      stateRoles: z.array(z.object({ stateCode: z.string(), role: roleSchema, contactId: z.string() })).readonly(),
      followUps: z
        .array(z.object({ recommendationId: z.string(), from: z.string(), roles: z.array(roleSchema).readonly() }))
        .readonly(),
    }),
    absences: z.array(rowSchema).readonly(),
    notices: sectionOf(rowSchema),
    mails: sectionOf(rowSchema),
    answers: sectionOf(
      z.object({ eventId: z.string(), streamId: z.string(), type: z.string(), data: rowSchema, at: z.string() }),
    ),
    dialogue: sectionOf(
      z.object({
        id: idSchema,
        kind: z.string(),
        heldOn: dateSchema,
        subject: z.string(),
        shareable: z.string(),
        agreed: z.array(z.unknown()).readonly(),
        hasConfidentialPart: z.boolean(),
      }),
    ),
    drafts: z.array(z.object({ form: rowSchema, savedAt: z.string(), expiresAt: z.string() })).readonly(),
    calendarFeed: z.object({ createdAt: z.string() }).nullable(),
    mentions: z.object({ registers: placesSchema, log: placesSchema, nameIsLeft: nameIsLeftSchema }),
  })
  .meta({ id: 'PersonalData', description: 'All that is kept about one contact' });

const linkKinds = z.enum(['set-up', 'reset', 'invitation']);
const timed = z.object({ createdAt: z.string(), expiresAt: z.string() });
export const accountDataSchema = z
  .object({
    account: z.object({
      id: idSchema,
      email: z.string(),
      name: z.string(),
      language: languageSchema,
      contactId: z.string().nullable(),
      isDisabled: z.boolean(),
      hasPassword: z.boolean(),
      passwordChangedAt: z.string().nullable(),
      secondFactorSince: z.string().nullable(),
      provider: z.string().nullable(),
      nameAtProvider: z.string().nullable(),
      createdAt: z.string(),
      erasedAt: z.string().nullable(),
    }),
    grants: z.array(grantSchema.extend({ origin: z.enum(['local', 'openid']) })).readonly(),
    sessions: z
      .array(
        z.object({
          id: idSchema,
          createdAt: z.string(),
          lastSeenAt: z.string(),
          userAgent: z.string(),
          address: z.string(),
        }),
      )
      .readonly(),
    tokens: z.array(tokenSchema).readonly(),
    links: z.array(timed.extend({ kind: linkKinds })).readonly(),
    mailsOnTheirWay: z.array(z.object({ kind: linkKinds, askedAt: z.string() })).readonly(),
    devices: z.array(z.object({ lastUsedAt: z.string() })).readonly(),
    accesses: sectionOf(
      z.object({
        at: z.string(),
        actor: z.string(),
        did: z.enum(['read', 'changed']),
        route: z.string(),
        subjects: z.array(z.string()).readonly(),
        status: z.number().int(),
        networkAddress: z.string(),
      }),
    ),
    events: countsSchema.meta({ description: 'How many events are their doing, by type' }),
    mentions: z
      .object({ registers: placesSchema, log: placesSchema, nameIsLeft: nameIsLeftSchema })
      .nullable()
      .meta({ description: 'Where others wrote of them, as counts; told to administrators alone' }),
  })
  .meta({ id: 'AccountData', description: 'All that is kept about whoever has an account; no secret, and no hash' });

const emptiedSchema = z
  .array(z.object({ stateCode: z.string().nullable(), recommendationId: z.string().nullable(), role: roleSchema }))
  .readonly();

export const erasurePreviewSchema = z
  .object({
    goes: countsSchema.meta({ description: 'Rows that are emptied or deleted, by table' }),
    mentions: placesSchema.meta({
      description: 'Where others wrote the name or the address into a register: struck out',
    }),
    stays: placesSchema.meta({ description: 'Where events hold them: the log is never changed' }),
    nameIsLeft: nameIsLeftSchema,
    roles: z.number().int(),
    emptied: emptiedSchema.meta({ description: 'Roles for which nobody else is there' }),
    accounts: z
      .array(idSchema)
      .readonly()
      .meta({ description: 'Accounts of the same person: say what becomes of them' }),
  })
  .meta({ id: 'ErasurePreview' });

export const accountErasureBody = z
  .strictObject({
    reason: z.string().trim().min(1).max(2_000).meta({ description: 'Without the name: it is kept as proof' }),
    legalBasis: z.string().trim().min(1).max(300).nullish(),
  })
  .meta({ id: 'AccountErasureBody' });

export const erasureBody = accountErasureBody
  .extend({
    handOverTo: z.strictObject({ contactId: idSchema }).nullish(),
    leavesRolesEmpty: z.boolean().default(false).meta({ description: 'That nobody has these roles then was seen' }),
    andAccount: z
      .boolean()
      .optional()
      .meta({ description: 'Whether accounts of the same person are erased too; to be said when there are any' }),
  })
  .meta({ id: 'ErasureBody' });

export const erasureSchema = z
  .object({
    id: idSchema,
    contactId: idSchema.nullable(),
    accountId: idSchema.nullable(),
    at: z.string(),
    actor: z.string(),
    reason: z.string(),
    legalBasis: z.string().nullable(),
    handOverTo: z.string().nullable(),
    batchId: z.string().nullable().meta({ description: 'The batch that gives on what the person held' }),
    counts: countsSchema,
  })
  .meta({ id: 'Erasure' });
