// `npm start`: installs what is missing, then runs everything in one process.
import { spawn } from 'node:child_process';
import { installDependencies, root } from './lib/install.mjs';
import { buildWebIfStale } from './lib/web.mjs';

await installDependencies();
await buildWebIfStale();
const child = spawn(process.execPath, ['--import', 'tsx', 'worker/start.ts', ...process.argv.slice(2)], {
  // The channel tells the child that this process is gone, even when it was killed.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  cwd: root,
});
// Ctrl-C reaches the child by itself, as it stands in the same group; here it must only not end the parent first.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
// npm cannot tell when it is killed: whoever adopts its children then is not npm.
const startedBy = process.ppid;
const isUnderNpm = process.env.npm_lifecycle_event !== undefined;
const watch = setInterval(() => {
  if (isUnderNpm && process.ppid !== startedBy && child.connected) child.disconnect();
}, 500);
watch.unref();
child.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
