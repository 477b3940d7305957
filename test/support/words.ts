/** Every text of a wording, by its path: `subject.due`, `counts.items.one`. */
export const textsOf = (words: object, path: readonly string[] = []): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[[...path, key].join('.'), value] as const]
        : [...textsOf(value as object, [...path, key])],
    ),
  );

export const placeholdersOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

/** Latin letters that stand in every language: the program's name, the grade D, the beginning of an address, names of values. */
const anywhere = /Relance|\(оценка D\)|评级D|\(التقدير D\)|https?:\/\/|\{\w+\}/g;

/** The first Latin word of a text that should have none. */
export const latinIn = (text: string): string | undefined => /[A-Za-z]+/.exec(text.replaceAll(anywhere, ''))?.[0];
