import type { Kysely } from 'kysely';
import { saveEvidenceCheck } from '../../db/register/evidence-checks.ts';
import type { Schema } from '../../db/schema.ts';
import type { Instant } from '../../domain/time.ts';
import type { Guard } from './guarded-request.ts';
import { lookBehind } from './look-behind.ts';

export type EvidenceChecker = (urls: readonly string[], at: Instant) => Promise<void>;

/** At once to the outside; somebody waits for the answer. */
const atOnce = 5;

/** Looks behind addresses and keeps what was found: the newest look stands for those before. */
export const createEvidenceChecker =
  (db: Kysely<Schema>, guard: Guard): EvidenceChecker =>
  async (urls, at) => {
    const waiting = [...new Set(urls)];
    const worker = async (): Promise<void> => {
      for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
        const { outcome, httpStatus } = await lookBehind(url, guard);
        await saveEvidenceCheck(db, { url, outcome, http_status: httpStatus, checked_at: at });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  };
