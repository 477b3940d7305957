import { z } from 'zod';
import { positions } from '../../domain/follow-up/events.ts';
import { proposablePlaybooks } from '../../domain/proposals/signal.ts';
import { dateSchema, idSchema, shortTextSchema, stateCodeSchema } from './common.ts';

const textSchema = z.string().trim().min(1).max(20_000);

export const similarBody = z
  .strictObject({
    stateCode: stateCodeSchema,
    text: textSchema,
    sourceId: idSchema.nullish().meta({ description: 'What the same source asks is alike, but no repeat' }),
    askedOn: dateSchema.nullish().meta({ description: 'What was asked later is left out' }),
  })
  .meta({ id: 'SimilarBody' });

const similarItemSchema = z.object({
  id: idSchema,
  text: z.string(),
  score: z.number().meta({ description: 'From 0 to 1' }),
  likeness: z.enum(['same', 'related']),
  sourceId: z.string(),
  sourceTitle: z.string(),
  reportSymbol: z.string().nullable(),
  paragraph: z.string().nullable(),
  askedOn: z.string().nullable(),
  year: z.number().int().nullable(),
  position: z.enum(positions),
  status: z.enum(['open', 'paused', 'under-verification', 'closed', 'not-started']),
  isSameSource: z.boolean(),
  offersSuperseding: z
    .boolean()
    .meta({ description: 'The newer recommendation can carry on what this one follows up' }),
  clusterId: z.string().nullable(),
});

export const similarSchema = z
  .object({
    says: z.string().meta({ description: 'One sentence to read: Asked in 2014 and 2019, noted both times.' }),
    timesAsked: z.number().int().meta({ description: 'In how many earlier sources the same was asked' }),
    chain: z.array(idSchema).meta({ description: 'One for each of those sources, oldest first' }),
    items: z.array(similarItemSchema),
  })
  .meta({ id: 'SimilarRecommendations' });

export const proposalBody = z
  .strictObject({ text: textSchema, themes: z.array(shortTextSchema).max(50).default([]) })
  .meta({ id: 'PlaybookProposalBody' });

export const proposalSchema = z
  .object({
    playbook: z.enum(proposablePlaybooks),
    category: z.number().int().min(1).max(5).nullable().meta({ description: 'UPR Info’s action category' }),
    instruments: z.array(z.string()),
    confidence: z.enum(['sure', 'likely', 'ask']),
    because: z.string(),
  })
  .meta({ id: 'PlaybookProposal' });
