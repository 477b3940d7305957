import { DefaultLogger, Runtime } from '@temporalio/worker';
import { readConfig, type Config } from './config.ts';
import { withSecretsFromFiles } from './secret-files.ts';
import { progressOf, type Progress } from './progress.ts';

export type Running = {
  readonly config: Config;
  readonly progress: Progress;
  /** Says how to close what was just opened. Closed are the newest first, each once. */
  readonly closeLater: (what: string, close: () => Promise<unknown>) => void;
  /** Ends the whole process in order, as Ctrl-C does; a fault makes its exit code 1. */
  readonly end: (fault?: unknown) => void;
};

/**
 * The frame of every long-running process: reads the configuration, opens the parts, and closes them in order on Ctrl-C
 * or SIGTERM. A start that fails is one line and exit code 1. A second Ctrl-C does not wait.
 */
export async function runProcess(open: (running: Running) => Promise<void>): Promise<void> {
  const closers: { what: string; close: () => Promise<unknown> }[] = [];
  const progress = progressOf(process.stdout);
  let ending: Promise<void> | undefined;

  const closeAll = async (): Promise<void> => {
    for (let each = closers.pop(); each !== undefined; each = closers.pop()) {
      const { what, close } = each;
      await progress.during(`Closing ${what}`, close).catch((error: unknown) => fail(`${what}: ${lineOf(error)}`));
    }
    process.exit();
  };
  const end = (fault?: unknown): void => {
    if (fault !== undefined) fail(lineOf(fault));
    ending ??= closeAll();
  };
  let stoppedAtMs = Infinity;
  const onSignal = (): void => {
    // One SIGTERM to a whole group arrives twice, once by way of npm: that is not somebody who cannot wait.
    if (Date.now() > stoppedAtMs + impatientAfterMs) process.exit(1);
    if (ending !== undefined) return;
    stoppedAtMs = Date.now();
    progress.say('Stopping …');
    end();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  // A parent that opened a channel and is gone, even by kill -9, has nobody left to stop this process.
  process.once('disconnect', () => end());

  try {
    const config = readConfig(withSecretsFromFiles(process.env));
    // Signals are ours: left to itself, the runtime would stop the worker before the API has stopped taking commands.
    Runtime.install({
      logger: new DefaultLogger('WARN'),
      shutdownSignals: [],
      telemetryOptions: { logging: { filter: coreLog } },
    });
    await open({ config, progress, end, closeLater: (what, close) => closers.push({ what, close }) });
  } catch (error) {
    end(error);
  }
}

const impatientAfterMs = 1_000;

/** A local activity that outlives its task is done again on the next one (ADR 1): that is no warning to an operator. */
const coreLog = 'warn,temporalio_sdk_core::worker::activities::local_activities=error';

const fail = (line: string): void => {
  console.error(line);
  process.exitCode = 1;
};

const lineOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
