type CamelKey<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<CamelKey<Tail>>}` : S;
export type Camel<T> = { [K in keyof T as K extends string ? CamelKey<K> : K]: T[K] };

/** A row as JSON speaks it: `next_step_at` becomes `nextStepAt`. Values are left alone. */
export const camel = <T extends object>(row: T): Camel<T> =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [camelKey(key), value])) as Camel<T>;

const camelKey = (key: string): string => key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
