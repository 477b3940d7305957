import { z } from 'zod';
import { closureReasons, implementations, positions } from '../../domain/follow-up/events.ts';
import { publicStatuses } from '../../domain/publication/public-recommendation.ts';
import { publicationStandings, publicationSubjects, publicationVerdicts } from '../../domain/publication/standing.ts';
import { noteSchema } from './common.ts';

const reason = noteSchema.trim().min(1).meta({ description: 'Why; kept with who decided, and never public' });

export const verdictBody = z.strictObject({ verdict: z.enum(publicationVerdicts), reason }).meta({
  id: 'PublicationVerdictBody',
  description: 'Publishing has effect when the delay is over, withdrawing at once',
});

export const wordingBody = z
  .strictObject({
    wording: z
      .string()
      .trim()
      .min(1)
      .max(20_000)
      .nullable()
      .meta({ description: 'Shown in the place of the text, or of the title of a source; null to show that itself' }),
    reason,
  })
  .meta({ id: 'PublicationWordingBody' });

export const publicationDecisionSchema = z
  .object({
    id: z.string(),
    subjectKind: z.enum(publicationSubjects),
    subjectId: z.string(),
    verdict: z.enum(publicationVerdicts),
    reason: z.string(),
    actor: z.string(),
    decidedAt: z.string(),
  })
  .meta({ id: 'PublicationDecision' });

const publicationWordingSchema = z
  .object({
    id: z.string(),
    wording: z.string().nullable(),
    reason: z.string(),
    actor: z.string(),
    decidedAt: z.string(),
  })
  .meta({ id: 'PublicationWording' });

export const publicRecommendationSchema = z
  .object({
    id: z.string(),
    stateCode: z.string(),
    source: z.string(),
    sourceSymbol: z.string().nullable(),
    paragraph: z.string().nullable(),
    text: z.string(),
    position: z.enum(positions),
    implementation: z.enum(implementations).nullable(),
    status: z.enum(publicStatuses),
    closureReason: z.enum(closureReasons).nullable(),
    targetOn: z.string().nullable(),
    startedOn: z.string().nullable(),
    closedOn: z.string().nullable(),
  })
  .meta({ id: 'PublicRecommendation', description: 'All that is ever public of a recommendation' });

export const publicationSchema = z
  .object({
    isOffered: z.boolean().meta({ description: 'Whether this installation shows anything to the public' }),
    delayDays: z.number().int(),
    standing: z.enum(publicationStandings),
    publicFrom: z
      .string()
      .nullable()
      .meta({ description: 'From when on everybody may read it; null while it is not to be public' }),
    verdicts: z
      .array(
        z.object({
          subjectKind: z.enum(publicationSubjects),
          verdict: z.enum(publicationVerdicts),
          decidedAt: z.string(),
        }),
      )
      .meta({ description: 'The newest decision about it and about each of what it belongs to' }),
    decisions: z.array(publicationDecisionSchema),
    wordings: z.array(publicationWordingSchema),
    preview: publicRecommendationSchema
      .nullable()
      .meta({ description: 'What is shown, or would be; null for what is no single recommendation' }),
  })
  .meta({ id: 'Publication', description: 'What everybody may read of it, and who decided so' });
