import { sql } from 'kysely';
import { appendFollowUpEvents } from '../../db/event-store.ts';
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
const answers = ['first', 'second', 'third', 'fourth'].map((note): FollowUpEvent => ({
  type: 'ProgressReported',
  at,
  note,
  via: null,
  implementation: null,
}));

describeOnBothDatabases('the log names the first event that is not as it was written', (database) => {
  const run = (statement: string): Promise<unknown> => sql.raw(statement).execute(database().kysely);
  /** As somebody who owns the tables could do it. */
  const tamper = async (statement: string): Promise<void> => {
    await run('alter table events disable trigger user');
    await run(statement);
    await run('alter table events enable trigger user');
  };

  beforeEach(async () => {
    for (const recommendationId of ['rec_a', 'rec_b', 'rec_c'])
      await appendFollowUpEvents(database().kysely, {
        recommendationId,
        expectedVersion: 0,
        commandId: 'c1',
        actor: 'api',
        events: [started, ...answers],
      });
    expect(await verifyLog(database().kysely)).toEqual({ isWhole: true, events: 15, streams: 3 });
  });
  afterEach(async () => {
    await tamper('truncate events, streams, follow_ups, notices');
  });

  const ofB = `stream_id = '${followUpId('rec_b')}'`;
  test.each([
    ['was edited', `update events set data = jsonb_set(data, '{note}', '"other"') where ${ofB} and version = 3`, 3],
    ['was dated back', `update events set at = at - interval '1 day' where ${ofB} and version = 2`, 2],
    ['changed its author', `update events set metadata = '{"actor":"x"}' where ${ofB} and version = 4`, 4],
    ['was removed', `delete from events where ${ofB} and version = 3`, 3],
    ['was cut off at the end', `delete from events where ${ofB} and version = 5`, 5],
    [
      'changed places with its neighbour',
      `update events set version = case version when 2 then 103 else 102 end where ${ofB} and version in (2, 3);
       update events set version = version - 100 where ${ofB} and version > 100`,
      2,
    ],
    [
      'was added behind the end',
      `insert into events (stream_id, version, event_id, type, schema_version, data, metadata, command_id, command_index, at, hash)
       select stream_id, 6, 'evt_false', type, schema_version, data, metadata, 'false', 0, at, hash
       from events where ${ofB} and version = 5`,
      6,
    ],
  ])('it %s', async (_, statement, version) => {
    for (const each of statement.split(';')) await tamper(each);
    expect(await verifyLog(database().kysely)).toMatchObject({
      isWhole: false,
      streamId: followUpId('rec_b'),
      version,
      reason: expect.any(String),
    });
  });
});
