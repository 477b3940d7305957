import { z } from 'zod';
import { institutionKinds } from '../../db/schema.ts';
import { assessments, implementations, positions } from '../../domain/follow-up/events.ts';
import { independentRoles } from '../../domain/follow-up/roles.ts';
import { idSchema, roleSchema } from './common.ts';

const evidence = z.array(z.object({ url: z.string(), description: z.string() }));
const implementation = z.enum(implementations).nullable();

const voiceSchema = z.object({
  role: z.enum(independentRoles),
  contactId: z.string().nullable(),
  institution: z.object({ id: z.string(), name: z.string(), kind: z.enum(institutionKinds) }).nullable(),
  implementation,
  note: z.string(),
  evidence,
  at: z.string(),
  disagrees: z.boolean().meta({ description: 'It sees an earlier stage than the State claims' }),
});

export const viewsSchema = z
  .object({
    recommendationId: idSchema,
    disagrees: z.boolean().meta({ description: 'The assessment or any of the voices says less than the State claims' }),
    state: z.object({
      position: z.enum(positions).nullable(),
      implementation: implementation.meta({ description: 'What the State claims' }),
      words: z.object({ note: z.string(), at: z.string() }).nullable(),
      evidence: evidence.meta({ description: 'What the State named last to prove what it says' }),
    }),
    assessment: z
      .object({
        assessment: z.enum(assessments),
        reason: z.string().nullable().meta({ description: 'None for the D that follows from silence' }),
        at: z.string(),
        disagrees: z.boolean().meta({ description: 'C, D or E beside a claim of implemented or partly implemented' }),
      })
      .nullable(),
    voices: z.array(voiceSchema).meta({ description: 'The newest view of each independent voice, the newest first' }),
  })
  .meta({ id: 'Views', description: 'What the State claims, what we assess and what others say: nothing is merged' });

export const answerLinkBody = z.strictObject({ contactId: idSchema, role: roleSchema }).meta({ id: 'AnswerLinkBody' });
export const answerLinkSchema = z
  .object({
    url: z.string().meta({ description: 'Answers in the name of the contact: for them alone, and kept nowhere' }),
    contactId: idSchema,
    role: roleSchema,
    expiresAt: z.string(),
  })
  .meta({ id: 'AnswerLink' });
