/** Says what takes long: a line when something begins to, and how long it took when it ends. */
export type Progress = {
  readonly during: <T>(what: string, work: () => Promise<T>) => Promise<T>;
  readonly say: (line: string) => void;
};

/** Where progress is shown. A terminal has its last line written anew; a log gets ever fewer lines. */
export type ProgressOutput = {
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
};

const patienceMs = 2_000;
/** Back to the beginning of the line, and clear it. */
const sameLine = '\r\x1b[K';

export const progressOf = (stream: NodeJS.WriteStream): Progress =>
  createProgress({ isTerminal: stream.isTTY, write: (text) => void stream.write(text) });

export function createProgress({ isTerminal, write }: ProgressOutput): Progress {
  let isLineOpen = false;
  const say = (line: string): void => {
    write(`${isLineOpen ? sameLine : ''}${line}\n`);
    isLineOpen = false;
  };
  const tick = (line: string): void => {
    if (!isTerminal) return say(line);
    write(`${sameLine}${line}`);
    isLineOpen = true;
  };
  const during = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const begunMs = Date.now();
    let wasShown = false;
    let timer: NodeJS.Timeout | undefined;
    const seconds = (): string => `${Math.round((Date.now() - begunMs) / 1_000)} s`;
    const showAfter = (waitMs: number): void => {
      timer = setTimeout(() => {
        tick(`${what} … ${seconds()}`);
        wasShown = true;
        showAfter(isTerminal ? patienceMs : Date.now() - begunMs); // A log: after 2, 4, 8, 16 seconds.
      }, waitMs);
    };
    showAfter(patienceMs);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
      if (wasShown) say(`${what}: ${seconds()}`);
    }
  };
  return { during, say };
}
