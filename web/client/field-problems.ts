import type { ApiProblem } from './call.ts';

/** What the server says of one field of a form, by the path under which the form sent it. */
export const fieldProblems =
  (error: ApiProblem | null) =>
  (name: string): string | undefined =>
    error?.problem.fields?.find(({ path }) => path === `/${name}` || path.startsWith(`/${name}/`))?.message;
