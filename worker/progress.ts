/** Says what takes long: a line when something begins to, and how long it took when it ends. */
export type Progress = {
  readonly during: <T>(what: string, work: () => Promise<T>) => Promise<T>;
  readonly say: (line: string) => void;
};

const patienceMs = 2_000;

export function createProgress(write: (line: string) => void): Progress {
  const during = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const begunMs = Date.now();
    let wasShown = false;
    const seconds = (): string => `${Math.round((Date.now() - begunMs) / 1_000)} s`;
    const timer = setInterval(() => {
      write(`${what} … ${seconds()}`);
      wasShown = true;
    }, patienceMs);
    try {
      return await work();
    } finally {
      clearInterval(timer);
      if (wasShown) write(`${what}: ${seconds()}`);
    }
  };
  return { during, say: write };
}
