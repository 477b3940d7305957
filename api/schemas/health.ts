import { z } from 'zod';

const partSchema = z.object({ isReady: z.boolean(), detail: z.string().optional() });
export const healthReportSchema = z
  .object({ isReady: z.boolean(), database: partSchema, temporal: partSchema })
  .meta({ id: 'HealthReport' });
export type HealthReport = z.infer<typeof healthReportSchema>;
