// `npm start`: installs what is missing, then runs everything in one process.
import { spawn } from 'node:child_process';
import { installDependencies, root } from './lib/install.mjs';

await installDependencies();
const child = spawn(process.execPath, ['--import', 'tsx', 'worker/start.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: root,
});
// Ctrl-C reaches the child by itself, as it stands in the same group; here it must only not end the parent first.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
