type Data = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** The words of people in an event: notes, reasons and statements. */
export const textsIn = ({ note, reason, statement }: Data): readonly string[] =>
  [note, reason, statement].filter(isText);

type Evidence = { readonly url: string; readonly description: string };
const isEvidence = (value: unknown): value is Evidence =>
  typeof value === 'object' && value !== null && 'url' in value && isText(value.url);

/** The documents that an event names. Only web addresses become links. */
export const evidenceIn = ({ evidence }: Data): readonly Evidence[] =>
  [evidence]
    .flat()
    .filter(isEvidence)
    .filter(({ url }) => /^https?:/.test(url));

/** What stands in braces in the title of an event. */
export function titleValues(data: Data, date: (on: string) => string): Readonly<Record<string, string>> {
  const on = [data['untilOn'], data['dueOn'], data['on']].find(isText);
  return {
    rung: String(data['rung'] as number | undefined),
    number: String(data['number'] as number | undefined),
    date: on === undefined ? '' : date(on),
  };
}
