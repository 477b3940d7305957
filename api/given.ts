type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what was given: an optional property that is undefined is not the same as one that is missing. */
export const given = <T extends object>(wish: T): Given<T> =>
  Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)) as Given<T>;
