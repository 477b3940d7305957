import { ApplicationFailure } from '@temporalio/activity';
import type { Kysely } from 'kysely';
import { appendFollowUpEvents } from '../db/event-store.ts';
import type { Schema } from '../db/schema.ts';
import type { FollowUpActivities } from './contract.ts';

/**
 * Appends a command's events. What the database will never take fails once and for good: tried again for ever, it would
 * hold up every later command of its follow-up.
 */
export const createAppendEvents =
  ({ db }: { readonly db: Kysely<Schema> }): FollowUpActivities['appendEvents'] =>
  (request) =>
    appendFollowUpEvents(db, request).catch((error: Error) => {
      throw isHopeless(error)
        ? ApplicationFailure.nonRetryable('The events hold what cannot be stored', hopeless)
        : error;
    });

/** The API tells its caller so. */
const hopeless = 'UnstorableText';

/** SQLSTATE class 22, data exceptions: the value itself is at fault, whatever the time of day. */
const isHopeless = (error: Error & { readonly code?: unknown }): boolean =>
  typeof error.code === 'string' && /^22[0-9A-Z]{3}$/.test(error.code);
