import type { FastifyRequest } from 'fastify';
import type { Subject } from './policies/policy.ts';

/** The ids that stand at a place of a request: none, one or several; through a list to what each of it says. */
export function idsNamedBy(request: FastifyRequest, { at }: Subject): readonly string[] {
  const [where = '', ...path] = at.split('.');
  let found: readonly unknown[] = [where === 'params' ? request.params : request.body];
  for (const key of path) found = found.flat().map((each) => (isObject(each) ? each[key] : undefined));
  return [...new Set(found.flat().filter((each): each is string => typeof each === 'string'))];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
