import { z } from 'zod';
import { idSchema, noteSchema } from './common.ts';

export const kidParams = z.object({ kid: z.string().regex(/^[\w-]{1,40}$/, 'is not the id of a key') });

const because = noteSchema.trim().min(1).meta({ description: 'Kept with who did it' });
export const revokeKeyBody = z.strictObject({ reason: because }).meta({ id: 'RevokeLinkKeyBody' });
export const revokeLinksBody = z.strictObject({ reason: because }).meta({ id: 'RevokeLinksBody' });
export const revokeFollowUpLinksBody = z
  .strictObject({ reason: because, contactId: idSchema.optional().meta({ description: 'Only those of this contact' }) })
  .meta({ id: 'RevokeFollowUpLinksBody' });

export const linkKeySchema = z
  .object({
    kid: z.string(),
    createdAt: z.string(),
    isSigning: z.boolean().meta({ description: 'The next link is signed with it, unless it is too old by then' }),
    usedUntil: z.string().nullable().meta({ description: 'When its last link expires; null while it may sign more' }),
    revokedAt: z.string().nullable(),
    revokedBy: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'AnswerLinkKey', description: 'A key that signs answer links; the key itself is told to nobody' });

export const revocationSchema = z
  .object({
    id: idSchema,
    contactId: z.string().nullable(),
    recommendationId: z.string().nullable(),
    signedUntil: z.string().meta({ description: 'Links signed until then open nothing; later ones do' }),
    revokedBy: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'AnswerLinkRevocation' });
