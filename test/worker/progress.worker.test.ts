import { setTimeout as wait } from 'node:timers/promises';
import { createProgress } from '../../worker/progress.ts';

async function shown(isTerminal: boolean, forMs: number): Promise<string> {
  let text = '';
  const { during, say } = createProgress({ isTerminal, write: (more) => (text += more) });
  await during('Building', () => wait(forMs));
  say('Ready');
  return text;
}

test('what is quick says nothing', async () => {
  expect(await shown(true, 10)).toBe('Ready\n');
});

test('a log gets ever fewer lines, each whole', async () => {
  const lines = (await shown(false, 9_000)).split('\n');
  expect(lines).toEqual(['Building … 2 s', 'Building … 4 s', 'Building … 8 s', 'Building: 9 s', 'Ready', '']);
}, 15_000);

test('a terminal has one line written anew, and what is said next begins a line of its own', async () => {
  const text = await shown(true, 4_500);
  expect(text.split('\n')).toHaveLength(3);
  expect(text).toBe('\r\x1b[KBuilding … 2 s\r\x1b[KBuilding … 4 s\r\x1b[KBuilding: 5 s\nReady\n');
}, 15_000);
