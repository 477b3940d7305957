import type { Command } from '../../domain/follow-up/commands.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { appendFollowUpEvents, openStream } from '../../db/event-store.ts';
import { checksumProjections, rebuildProjections } from '../../db/projections/rebuild.ts';
import { assignStateRole, registerContact } from '../../db/register/contacts.ts';
import { registerInstitution } from '../../db/register/institutions.ts';
import { editLetter, findLetter, listLetters, saveLetterLanguage } from '../../db/register/letters.ts';
import { registerRecommendation } from '../../db/register/recommendations.ts';
import { registerSource } from '../../db/register/sources.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { givenStarted, startedAt, type FollowUp } from '../support/follow-up.ts';

const newest = { sort: { by: 'draftedAt', direction: 'asc' }, limit: 50 } as const;

describeOnBothDatabases('letters', (database) => {
  const db = () => database().kysely;
  let made = 0;

  beforeAll(async () => {
    const created_at = startedAt;
    await registerSource(db(), { id: 'src_1', kind: 'mission', title: 'A mission', report_symbol: 'A/1', created_at });
    await registerInstitution(db(), {
      id: 'ins_1',
      name: 'Ministrstvo',
      kind: 'ministry',
      state_code: 'SI',
      created_at,
    });
    const contact = { id: 'con_1', institution_id: 'ins_1', name: 'A Name', address: 'a@ministry.example', created_at };
    await registerContact(db(), { ...contact, language: 'fr', time_zone: 'UTC' });
    await assignStateRole(db(), 'SI', 'focal-point', 'con_1');
  });

  /** A registered recommendation whose follow-up lives by the real rules; what it lived through is saved on demand. */
  const open = async (over: Parameters<typeof givenStarted>[0] = {}) => {
    const id = `rec_${(made += 1)}`;
    await registerRecommendation(db(), {
      id,
      source_id: 'src_1',
      state_code: over.stateCode ?? 'SI',
      paragraph: '7',
      text: 'Establish an ombudsman',
      playbook_key: 'general',
      position: 'supported',
      themes: [],
      affected_groups: [],
      sdgs: [],
      created_at: startedAt,
    });
    const followUp = givenStarted(over);
    let saved = 0;
    const save = async (): Promise<void> => {
      const events = followUp.events.slice(saved);
      if (events.length > 0) await append(id, `c${saved}`, events);
      saved = followUp.events.length;
    };
    const give = async (command: Command): Promise<void> => {
      expect(followUp.give(command)).toHaveProperty('events');
      await save();
    };
    return {
      id,
      followUp,
      save,
      give,
      letters: async () => (await listLetters(db(), { recommendationId: id }, newest)).lines,
    };
  };

  const append = async (recommendationId: string, commandId: string, events: readonly FollowUpEvent[]) => {
    const { version } = await openStream(db(), recommendationId);
    return appendFollowUpEvents(db(), { recommendationId, expectedVersion: version, commandId, actor: 'api', events });
  };

  /** Nobody answers until rung 3, a note verbale, is drafted. */
  const untilDraft = (followUp: FollowUp): string => {
    for (let month = 1; month < 24 && followUp.started.draft === null; month += 1)
      followUp.waitUntil(new Date(Date.parse(startedAt) + month * 30 * 86_400_000).toISOString());
    const at = followUp.started.draft?.draftedAt;
    if (at === undefined) throw new Error('no draft');
    return at;
  };

  test('a rung that is a letter drafts it once, with its reference, its facts and the recipient’s language', async () => {
    const file = await open();
    const at = untilDraft(file.followUp);
    await file.save();
    const [letter, ...others] = await file.letters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      kind: 'note-verbale',
      rung: 3,
      status: 'draft',
      language: 'fr',
      version: 1,
      drafted_at: at,
    });
    expect(letter?.reference).toMatch(/^REL\/SI\/2026\/\d{4}$/);
    expect(letter?.facts).toMatchObject({
      institution: 'Ministrstvo',
      reportSymbol: 'A/1',
      paragraph: '7',
      replyBy: expect.any(String),
    });
    expect(letter?.body.paragraphs[0]).toMatch(/présente ses compliments/);
    expect(JSON.stringify(letter)).not.toMatch(/A Name|a@ministry/);
  });

  test('a retry of the same command drafts nothing more', async () => {
    const file = await open();
    untilDraft(file.followUp);
    await append(file.id, 'all', file.followUp.events);
    expect((await append(file.id, 'all', file.followUp.events)).outcome).toBe('repeated');
    expect(await file.letters()).toHaveLength(1);
  });

  test('the State’s own preference comes before the recipient’s language', async () => {
    await saveLetterLanguage(db(), 'KE', 'ar');
    const file = await open({ stateCode: 'KE' });
    untilDraft(file.followUp);
    await file.save();
    expect(await file.letters()).toMatchObject([{ language: 'ar', state_code: 'KE' }]);
    const unknown = await open({ stateCode: 'JP' });
    untilDraft(unknown.followUp);
    await unknown.save();
    expect(await unknown.letters()).toMatchObject([{ language: 'en' }]);
  });

  test.each([
    ['dismissed', 'dismissed', { type: 'DismissEscalation', rung: 3, reason: 'Not now' }],
    ['answered', 'answered', { type: 'ReportProgress', note: 'Done much', implementation: null }],
    ['overtaken by a pause', 'paused', { type: 'Pause', reason: 'Election', until: null }],
    ['closed', 'closed', { type: 'Close', reason: 'lapsed', note: 'x', evidence: null }],
  ] as const)('a draft that is %s withdraws its letter, which says why', async (_, because, command) => {
    const file = await open();
    const at = untilDraft(file.followUp);
    await file.give({ ...command, at });
    expect(await file.letters()).toMatchObject([{ status: 'withdrawn', withdrawn_because: because, withdrawn_at: at }]);
  });

  test('approval approves; sending and the reply follow from their events', async () => {
    const file = await open();
    const at = untilDraft(file.followUp);
    await file.give({ type: 'ApproveEscalation', rung: 3, at });
    const [{ id: letterId, reference } = { id: '', reference: '' }] = await file.letters();
    expect(await file.letters()).toMatchObject([{ status: 'approved', approved_at: at }]);
    const on = at.slice(0, 10);
    const sending = { type: 'RecordLetterSent', letterId, kind: 'note-verbale', rung: 3, sentOn: on } as const;
    await file.give({ ...sending, reference, scan: 'box 7', at });
    expect(await file.letters()).toMatchObject([
      { status: 'sent', sent_on: on, scan: 'box 7', sent_reference: reference },
    ]);
    await file.give({
      type: 'RecordLetterReply',
      letterId,
      receivedOn: on,
      note: 'A bill',
      implementation: 'planned',
      at,
    });
    expect(await file.letters()).toMatchObject([{ status: 'answered', replied_on: on }]);
    expect(file.followUp.started).toMatchObject({ rung: 0, implementation: 'planned' });
  });

  test('an answer withdraws what was approved and not sent; a person who sent it all the same is believed', async () => {
    const file = await open();
    const at = untilDraft(file.followUp);
    await file.give({ type: 'ApproveEscalation', rung: 3, at });
    await file.give({ type: 'ReportProgress', note: 'A bill', implementation: null, at });
    const [letter] = await file.letters();
    expect(letter).toMatchObject({ status: 'withdrawn', withdrawn_because: 'answered', approved_at: at });
    const sending = {
      type: 'RecordLetterSent',
      letterId: letter!.id,
      kind: 'note-verbale',
      rung: 3,
      scan: null,
    } as const;
    await file.give({ ...sending, reference: 'X/1', sentOn: at.slice(0, 10), at });
    expect(await file.letters()).toMatchObject([{ status: 'sent', withdrawn_because: null, sent_reference: 'X/1' }]);
  });

  test('a rung that needs no approval drafts its letter as approved', async () => {
    const file = await open();
    await file.save();
    const raised = { type: 'EscalationRaised', rung: 1, roles: ['desk-officer'], letter: 'note-verbale' } as const;
    await append(file.id, 'raised', [{ ...raised, at: '2026-03-01T00:00:00.000Z' }]);
    expect(await file.letters()).toMatchObject([
      { status: 'approved', rung: 1, approved_at: '2026-03-01T00:00:00.000Z' },
    ]);
  });

  test('a higher rung at the same instant withdraws the lower letter and drafts its own', async () => {
    const file = await open();
    const at = untilDraft(file.followUp);
    await file.save();
    await append(file.id, 'overtaken', [
      { type: 'EscalationWithdrawn', at, rung: 3, because: 'overtaken' },
      { type: 'EscalationDrafted', at, rung: 5, roles: ['high-commissioner'], letter: 'high-commissioner-letter' },
    ]);
    expect((await file.letters()).map(({ rung, status }) => [rung, status])).toEqual(
      expect.arrayContaining([
        [3, 'withdrawn'],
        [5, 'draft'],
      ]),
    );
  });

  test('an edit holds only at the version that was read, and never after sending', async () => {
    const file = await open();
    const at = untilDraft(file.followUp);
    await file.give({ type: 'ApproveEscalation', rung: 3, at });
    const letter = (await file.letters())[0]!;
    const body = { ...letter.body, closing: 'Edited.' };
    expect(await editLetter(db(), letter, { language: 'fr', body })).toMatchObject({ version: 2, body });
    expect(await editLetter(db(), letter, { language: 'fr', body })).toBeUndefined();
    const sending = {
      type: 'RecordLetterSent',
      letterId: letter.id,
      kind: 'note-verbale',
      rung: 3,
      scan: null,
    } as const;
    await file.give({ ...sending, reference: letter.reference, sentOn: at.slice(0, 10), at });
    expect(await editLetter(db(), { id: letter.id, version: 2 }, { language: 'fr', body })).toBeUndefined();
  });

  test('references are never given twice', async () => {
    const { lines } = await listLetters(db(), {}, newest);
    expect(lines.length).toBeGreaterThan(10);
    expect(new Set(lines.map(({ reference }) => reference)).size).toBe(lines.length);
  });

  // The last one: it looks at everything that the others have left.
  test('rebuilding keeps what people wrote and derives what has become of every letter anew', async () => {
    const file = await open();
    untilDraft(file.followUp);
    await file.save();
    const letter = (await file.letters())[0]!;
    await editLetter(db(), letter, { language: 'fr', body: { ...letter.body, closing: 'By hand.' } });
    const before = await listLetters(db(), {}, newest);
    const sums = await checksumProjections(db());
    await db().updateTable('letters').set({ status: 'sent', sent_on: '2020-01-01', scan: 'wrong' }).execute();
    expect((await checksumProjections(db())).letters).not.toBe(sums.letters);
    await rebuildProjections(db());
    expect(await listLetters(db(), {}, newest)).toEqual(before);
    expect(await checksumProjections(db())).toEqual(sums);
    expect((await findLetter(db(), letter.id))?.body.closing).toBe('By hand.');
  });

  test('a letter that was lost is drafted again from the log, under a new reference', async () => {
    const before = await listLetters(db(), {}, newest);
    const lost = before.lines.find(({ status, version }) => status === 'answered' && version === 1)!;
    await db().deleteFrom('letters').where('id', '=', lost.id).execute();
    await rebuildProjections(db());
    const again = await findLetter(db(), lost.id);
    const { reference: _, ...same } = lost;
    expect(again).toMatchObject(same);
    expect(before.lines.map((each) => each.reference)).not.toContain(again?.reference);
  });
});
