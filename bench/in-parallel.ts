const width = 16;

/** Does the same thing `count` times, sixteen at a time. */
export async function inParallel(count: number, act: () => Promise<unknown>): Promise<void> {
  let left = count;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await act();
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
}
