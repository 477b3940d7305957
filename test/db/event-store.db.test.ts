import { sql } from 'kysely';
import type { AppendRequest } from '../../activities/contract.ts';
import { appendFollowUpEvents, openStream } from '../../db/event-store.ts';
import { readLog, readStream } from '../../db/log.ts';
import { verifyLog } from '../../db/verify-log.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { noTerms } from '../../domain/follow-up/state.ts';
import { followUpId } from '../../domain/ids.ts';
import { describeOnBothDatabases } from '../support/databases.ts';

const at = '2026-01-05T10:00:00.000Z';
const started: FollowUpEvent = {
  type: 'FollowUpStarted',
  at,
  stateCode: 'SI',
  playbook: { key: 'general', version: 1 },
  position: 'supported',
  targetOn: null,
  terms: noTerms,
  parentId: null,
};
const reported = (note: string): FollowUpEvent => ({
  type: 'ProgressReported',
  at,
  note,
  implementation: null,
  via: null,
});
const request = (
  recommendationId: string,
  expectedVersion: number,
  commandId: string,
  ...events: FollowUpEvent[]
): AppendRequest => ({
  recommendationId,
  expectedVersion,
  commandId,
  actor: 'api',
  events,
});

describeOnBothDatabases('the event store', (database) => {
  const append = (wish: AppendRequest) => appendFollowUpEvents(database().kysely, wish);

  test('appends events and gives the folded stream back', async () => {
    expect(await append(request('rec_a', 0, 'c1', started, reported('x')))).toEqual({
      outcome: 'appended',
      version: 2,
      notify: [],
    });
    expect(await openStream(database().kysely, 'rec_a')).toMatchObject({
      version: 2,
      state: { status: 'open', lastAnswerAt: at },
    });
  });

  test('an append that waited through an upgrade is read in the shape of its day', async () => {
    await append(request('rec_old', 0, 'c1', started));
    const { via: _, ...ofItsDay } = reported('decided by an older version') as Extract<
      FollowUpEvent,
      { type: 'ProgressReported' }
    >;
    expect(await append(request('rec_old', 1, 'c2', ofItsDay as FollowUpEvent))).toMatchObject({ outcome: 'appended' });
    const [, stored] = await readStream(database().kysely, followUpId('rec_old'));
    expect(stored?.event).toMatchObject({ note: 'decided by an older version', via: null });
    await expect(append(request('rec_old', 2, 'c3', { ...ofItsDay, note: 7 } as never))).rejects.toThrow();
  });

  test('a retry of the same command succeeds and changes nothing', async () => {
    await append(request('rec_b', 0, 'c1', started));
    const again = await append(request('rec_b', 0, 'c1', started));
    expect(again).toEqual({ outcome: 'repeated', version: 1, events: [started], notify: [] });
    expect(await readStream(database().kysely, followUpId('rec_b'))).toHaveLength(1);
  });

  test('a stale version is a conflict that says what was missed', async () => {
    await append(request('rec_c', 0, 'c1', started));
    await append(request('rec_c', 1, 'c2', reported('first')));
    const late = await append(request('rec_c', 1, 'c3', reported('second')));
    expect(late).toMatchObject({ outcome: 'conflict', version: 2, events: [reported('first')] });
  });

  test('a gap is refused like any other wrong version', async () => {
    expect(await append(request('rec_d', 5, 'c1', started))).toMatchObject({ outcome: 'conflict', version: 0 });
    expect(await readStream(database().kysely, followUpId('rec_d'))).toEqual([]);
  });

  test('the same command sent many times at once is written once', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => append(request('rec_e', 0, 'c1', started))));
    expect(results.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
    expect(results.every(({ version }) => version === 1)).toBe(true);
  });

  test('many writers on one stream leave versions without a gap, and every loser is told', async () => {
    await append(request('rec_f', 0, 'c0', started));
    const writer = async (name: number): Promise<void> => {
      for (let turn = 0, version = 1; turn < 5;) {
        const result = await append(request('rec_f', version, `w${name}-${turn}`, reported(`${name}.${turn}`)));
        version = result.version;
        if (result.outcome === 'appended') turn += 1;
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, name) => writer(name)));
    const versions = (await readStream(database().kysely, followUpId('rec_f'))).map(({ version }) => version);
    expect(versions).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
  });

  test('a reader who follows the log by position misses nobody who commits later', async () => {
    const seen = new Set<string>();
    let isWriting = true;
    const from = (await readLog(database().kysely, '0', 10_000)).at(-1)?.position ?? '0';
    const tail = async (): Promise<void> => {
      for (let position = from; ;) {
        const wasWriting = isWriting;
        const page = await readLog(database().kysely, position, 50);
        for (const event of page) seen.add(event.eventId);
        position = page.at(-1)?.position ?? position;
        if (page.length === 0 && !wasWriting) return;
      }
    };
    const writing = Promise.all(
      Array.from({ length: 60 }, (_, index) => append(request(`rec_tail_${index}`, 0, 'c', started, reported('x')))),
    );
    await Promise.all([tail(), writing.then(() => (isWriting = false))]);
    const written = (await readLog(database().kysely, from, 10_000)).map(({ eventId }) => eventId);
    expect(written).toHaveLength(120);
    expect(written.filter((eventId) => !seen.has(eventId))).toEqual([]);
  });

  test.each(['update events set type = type', 'delete from events', 'truncate events'])(
    '"%s" is refused',
    async (statement) => {
      await expect(sql.raw(statement).execute(database().kysely)).rejects.toThrow('append-only');
    },
  );

  test('an event that the codec does not know leaves nothing behind', async () => {
    const nonsense = { type: 'ProgressReported', at, note: 1 } as unknown as FollowUpEvent;
    await expect(append(request('rec_g', 0, 'c1', started, nonsense))).rejects.toThrow();
    expect(await readStream(database().kysely, followUpId('rec_g'))).toEqual([]);
  });

  test('the log proves itself whole', async () => {
    expect(await verifyLog(database().kysely)).toMatchObject({ isWhole: true });
  });
});
