import type { FastifyRequest } from 'fastify';
import { personsOf } from '../domain/access/principal.ts';
import type { PersonCommand } from '../domain/follow-up/commands.ts';
import type { Giver } from '../domain/follow-up/giver.ts';
import { isSignedCommand } from '../domain/follow-up/sign-off.ts';
import type { ContactId } from '../domain/ids.ts';
import { principalOf } from './access.ts';

/** Whoever gave a request, with every id under which they come. */
export function giverOf(request: FastifyRequest): Giver {
  const principal = principalOf(request);
  return { actor: principal.actor, persons: personsOf(principal) };
}

/** Whoever answers by the link in a mail. */
export const giverBehindLink = (contactId: ContactId): Giver => ({
  actor: `contact:${contactId}`,
  persons: [`contact:${contactId}`],
});

/** The command with the name of whoever gave it, where it must be known later who that was. */
export const signedBy = (giver: Giver, command: PersonCommand): PersonCommand =>
  isSignedCommand(command.type) ? ({ ...command, by: giver } as PersonCommand) : command;
