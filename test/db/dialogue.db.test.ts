import { sql } from 'kysely';
import {
  confidenceOf,
  findConfidential,
  submitDialogueCommand,
  type DialogueSubmission,
} from '../../db/dialogue-store.ts';
import { readStream } from '../../db/log.ts';
import { checksumProjections, rebuildProjections } from '../../db/projections/rebuild.ts';
import { findDialogue, listDialogue } from '../../db/queries/dialogue.ts';
import { verifyLog } from '../../db/verify-log.ts';
import { dialogueStreamId } from '../../domain/ids.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { factsWith, recordWith, saidAt } from '../support/dialogue.ts';

const secret = 'The minister fears for the coalition: quetzalcoatl';
const byTime = { sort: { by: 'heldAt', direction: 'asc' }, limit: 50 } as const;

describeOnBothDatabases('dialogue in the store', (database) => {
  const submit = (wish: Partial<DialogueSubmission> & { dialogueId: string }) =>
    submitDialogueCommand(database().kysely, { commandId: 'c1', actor: 'api', command: recordWith(), ...wish });
  const confided = (dialogueId: string, text = secret) => {
    const confidence = confidenceOf(text);
    return submit({ dialogueId, command: recordWith({ confidentialHash: confidence.hash }), confidence });
  };

  test('an entry is written once, however often and from wherever it is sent', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => confided('dlg_once')));
    expect(results.filter(({ outcome }) => outcome === 'written')).toHaveLength(1);
    expect(results.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(9);
    expect(await readStream(database().kysely, dialogueStreamId('dlg_once'))).toHaveLength(1);
    const kept = database().kysely.selectFrom('dialogue_confidential').selectAll();
    expect(await kept.where('dialogue_id', '=', 'dlg_once').execute()).toHaveLength(1);
  });

  test('who read an older version is told, and nothing is written', async () => {
    await submit({ dialogueId: 'dlg_two' });
    const amend = (commandId: string, place: string) =>
      submit({
        dialogueId: 'dlg_two',
        commandId,
        expectedVersion: 1,
        command: { type: 'AmendDialogue', at: saidAt, facts: factsWith({ place }) },
      });
    expect(await amend('c2', 'Geneva')).toEqual({ outcome: 'written', version: 2 });
    expect(await amend('c3', 'Vienna')).toEqual({ outcome: 'conflict', version: 2 });
    expect(await findDialogue(database().kysely, 'dlg_two')).toMatchObject({ place: 'Geneva', version: 2 });
  });

  test('a refusal leaves nothing behind', async () => {
    const confidence = confidenceOf('Never to be kept');
    const command = recordWith({ subject: '', confidentialHash: confidence.hash });
    expect(await submit({ dialogueId: 'dlg_no', command, confidence })).toEqual({
      outcome: 'rejected',
      rejected: 'EmptySubject',
    });
    expect(await readStream(database().kysely, dialogueStreamId('dlg_no'))).toEqual([]);
    expect(await findConfidential(database().kysely, 'dlg_no', confidence.hash)).toBeUndefined();
  });

  test('a confidential part that was changed behind the log is found out', async () => {
    const confidence = confidenceOf(secret);
    const command = recordWith({ confidentialHash: confidence.hash });
    await submit({ dialogueId: 'dlg_seal', command, confidence });
    expect(await findConfidential(database().kysely, 'dlg_seal', confidence.hash)).toMatchObject({ isIntact: true });
    await sql`update dialogue_confidential set text = 'Something kinder' where dialogue_id = 'dlg_seal'`.execute(
      database().kysely,
    );
    expect(await findConfidential(database().kysely, 'dlg_seal', confidence.hash)).toMatchObject({ isIntact: false });
    expect(confidenceOf(secret).hash).not.toBe(confidence.hash); // Salted: equal words cannot be told by their hash.
  });

  test('the confidential part is found nowhere but in its table', async () => {
    await confided('dlg_secret');
    const other = confidenceOf(`${secret} twice`);
    const facts = factsWith({ confidentialHash: other.hash, subject: 'Amended' });
    const command = { type: 'AmendDialogue', at: saidAt, facts } as const;
    await submit({ dialogueId: 'dlg_secret', commandId: 'c2', command, confidence: other });
    const found = await tablesWith('quetzalcoatl');
    expect(found).toEqual(['dialogue_confidential']); // The control: the scan does find what is there.
    expect(await tablesWith('second reading')).toEqual(['dialogue_entries', 'events']);
    const searched = await listDialogue(database().kysely, { q: 'quetzalcoatl' }, byTime);
    expect(searched.lines).toEqual([]);
    expect((await listDialogue(database().kysely, { q: 'second reading' }, byTime)).lines).not.toEqual([]);
  });

  test('projections made again from the log are the ones that were kept', async () => {
    const { kysely } = database();
    const source = { id: 'src_d', kind: 'mission', state_code: 'KE', title: 'A mission', created_at: saidAt } as const;
    await kysely.insertInto('sources').values(source).execute();
    await submit({
      dialogueId: 'dlg_full',
      command: recordWith({ agreed: [{ point: 'Send the bill', institutionId: 'i', contactId: null, dueOn: null }] }, [
        { as: 'relates-to', to: 'source', id: 'src_d' },
        { as: 'follows-up', to: 'dialogue', id: 'dlg_two' },
      ]),
    });
    const unlink = {
      type: 'UnlinkDialogue',
      at: saidAt,
      link: { as: 'follows-up', to: 'dialogue', id: 'dlg_two' },
    } as const;
    await submit({ dialogueId: 'dlg_full', commandId: 'c2', command: unlink });
    await submit({
      dialogueId: 'dlg_full',
      commandId: 'c3',
      command: { type: 'WithdrawDialogue', at: saidAt, reason: 'Another meeting was meant' },
    });
    const states = await kysely
      .selectFrom('dialogue_states')
      .select('state_code')
      .where('dialogue_id', '=', 'dlg_full')
      .execute();
    expect(states.map(({ state_code }) => state_code).sort()).toEqual(['KE', 'SI']);
    const before = await checksumProjections(kysely);
    expect(before.dialogue_entries).not.toBe('empty');
    await rebuildProjections(kysely);
    expect(await checksumProjections(kysely)).toEqual(before);
    expect(await verifyLog(kysely)).toMatchObject({ isWhole: true });
  });

  /** Every table that holds a text anywhere, in whatever column: what a dump would show. */
  async function tablesWith(needle: string): Promise<readonly string[]> {
    const { kysely } = database();
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public' order by 1`.execute(
      kysely,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ n: string }>`
        select count(*) as n from ${sql.table(name)} t where t::text ilike ${`%${needle}%`}`.execute(kysely);
      if (Number(rows[0]?.n) > 0) found.push(name);
    }
    return found;
  }
});
