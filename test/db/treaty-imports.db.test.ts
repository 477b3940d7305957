import { applyImportRow } from '../../db/apply-import-row.ts';
import { judgeRows } from '../../db/judge-rows.ts';
import { findImportRow } from '../../db/queries/imports.ts';
import { beginApplying, lockDraft, nextImportRows, registerImport } from '../../db/register/imports.ts';
import { addAlias, changeAlias, findAlias, readAliases, removeAlias } from '../../db/register/participant-aliases.ts';
import { settleUnchangedRows } from '../../db/settle-unchanged-rows.ts';
import { readRow } from '../../domain/treaty-import/read-row.ts';
import { readHeader, type Columns } from '../../domain/treaty-import/table.ts';
import { describeOnBothDatabases } from '../support/databases.ts';

const at = '2026-03-02T09:00:00.000Z';
const columns = readHeader(['treaty', 'participant', 'consent_date'], {
  format: null,
  hasInstrument: false,
}) as Columns;

describeOnBothDatabases('imports of treaty status', (database) => {
  const db = () => database().kysely;
  const bring = async (id: string, lines: readonly string[]) => {
    const table = lines.map((line, index) => ({
      number: index + 1,
      line: index + 2,
      row: readRow(line.split(','), columns, null),
    }));
    const rows = await judgeRows(db(), table, at);
    const wish = { id, format: 'normalized', instrument: null, source: 'Invented', at, rows } as const;
    return db()
      .transaction()
      .execute((trx) => registerImport(trx, wish));
  };
  const eventsOf = async (participant: string) =>
    db()
      .selectFrom('events')
      .select(['type', 'command_id', 'metadata'])
      .where('stream_id', '=', `treaty-status:${participant}:CRC`)
      .execute();

  test('a table is kept once, and a draft writes nothing', async () => {
    expect(await bring('imp_1', ['CRC,Kenya,30 Jul 1990', 'CRC,Atlantis,1990', 'CRC,Chad,x'])).toBe(true);
    expect(await bring('imp_1', ['CRC,Kenya,30 Jul 1990'])).toBe(false);
    const rows = await Promise.all([1, 2, 3].map((number) => findImportRow(db(), 'imp_1', number)));
    expect(rows.map((row) => row?.outcome)).toEqual(['new', 'unknown-participant', 'refused']);
    await applyImportRow(db(), { importId: 'imp_1', number: 1, at });
    expect(await eventsOf('KE')).toEqual([]);
    expect(
      await db()
        .transaction()
        .execute((trx) => lockDraft(trx, 'imp_1')),
    ).toBe(true);
  });

  test('a row goes in once, however often it is asked for', async () => {
    await beginApplying(db(), 'imp_1', at);
    expect(
      await db()
        .transaction()
        .execute((trx) => lockDraft(trx, 'imp_1')),
    ).toBe(false);
    await Promise.all([1, 1, 1].map((number) => applyImportRow(db(), { importId: 'imp_1', number, at })));
    expect(await eventsOf('KE')).toEqual([
      {
        type: 'InstrumentDeposited',
        command_id: 'imp_1:1:deposit',
        metadata: expect.objectContaining({ actor: 'import' }),
      },
    ]);
    expect(await findImportRow(db(), 'imp_1', 1)).toMatchObject({ result: 'written', result_code: null });
  });

  test('what writes nothing is settled together, and the rest is left', async () => {
    await bring('imp_2', [
      'CRC,Kenya,30 Jul 1990',
      'CRC,Kenya,1 Jan 1901',
      'CRC,Gabon,9 Feb 1994',
      'CRC,Atlantis,1990',
    ]);
    await beginApplying(db(), 'imp_2', at);
    // The first two contradict each other; alone the first would be no news.
    const numbers = [1, 2, 3, 4];
    expect(await settleUnchangedRows(db(), { importId: 'imp_2', numbers, at })).toEqual([3]);
    expect(await nextImportRows(db(), 'imp_2', 10)).toEqual([{ number: 3, tries: 0 }]);
    expect(await findImportRow(db(), 'imp_2', 4)).toMatchObject({
      result: 'refused',
      result_code: 'UnknownParticipant',
    });
    await bring('imp_3', ['CRC,Kenya,30 Jul 1990']);
    await beginApplying(db(), 'imp_3', at);
    expect(await settleUnchangedRows(db(), { importId: 'imp_3', numbers: [1], at })).toEqual([]);
    expect(await findImportRow(db(), 'imp_3', 1)).toMatchObject({
      result: 'unchanged',
      result_parts: [{ result: 'unchanged' }],
    });
    expect(await eventsOf('KE')).toHaveLength(1);
  });

  test('the row and its event are written together or not at all', async () => {
    await bring('imp_4', ['CRC,Ghana,5 Feb 1990']);
    await beginApplying(db(), 'imp_4', at);
    await expect(
      db()
        .transaction()
        .execute(async (trx) => {
          // Kysely knows no transaction within another: what applies the row runs in this one.
          const nested = Object.assign(Object.create(trx), {
            transaction: () => ({ execute: (work: (inner: typeof trx) => Promise<void>) => work(trx) }),
          });
          await applyImportRow(nested, { importId: 'imp_4', number: 1, at });
          throw new Error('cut off');
        }),
    ).rejects.toThrow('cut off');
    expect(await eventsOf('GH')).toEqual([]);
    expect(await findImportRow(db(), 'imp_4', 1)).toMatchObject({ result: null });
    await applyImportRow(db(), { importId: 'imp_4', number: 1, at });
    expect(await eventsOf('GH')).toHaveLength(1);
  });

  test('an alias is found under any way of writing the name, and changed by whoever has read it', async () => {
    const alias = await addAlias(db(), { alias: 'Republic of Atlantis', participant: 'SI', at });
    expect(alias).toMatchObject({ participant: 'SI', version: 1 });
    expect(await addAlias(db(), { alias: 'Atlantis (Republic of)²', participant: 'HR', at })).toBeUndefined();
    expect(await findAlias(db(), 'Atlantis, Rep. of')).toEqual(alias);
    expect([...(await readAliases(db())).values()]).toEqual(['SI']);
    const wish = { alias: 'Atlantis, Republic of', participant: 'HR' };
    expect(await changeAlias(db(), wish, 2)).toBeUndefined();
    expect(await changeAlias(db(), wish, 1)).toMatchObject({ participant: 'HR', version: 2 });
    expect(await removeAlias(db(), 'Republic of Atlantis', 1)).toBe(false);
    expect(await removeAlias(db(), 'Republic of Atlantis', 2)).toBe(true);
  });
});
