import type { FastifyRequest } from 'fastify';
import type { Permission } from '../domain/access/permissions.ts';
import type { RecommendationId } from '../domain/ids.ts';
import { principalOf } from './access.ts';
import { mayChange } from './judge-subjects.ts';
import { permissionsOfCommands } from './policies/follow-ups.ts';

/** Which commands whoever asks may give to a recommendation, by their names in addresses: what the judge would say. */
export async function commandsFor(request: FastifyRequest, id: RecommendationId): Promise<(name: string) => boolean> {
  const principal = principalOf(request);
  if (principal.tokenReach === 'read') return () => false;
  const known = new Map<Permission, Promise<boolean>>();
  const answers = new Map<string, boolean>();
  for (const [name, permission] of permissionsOfCommands) {
    const asked = known.get(permission) ?? mayChange(request.whole, { principal, permission, id });
    known.set(permission, asked);
    answers.set(name, await asked);
  }
  return (name) => answers.get(name) ?? false;
}
