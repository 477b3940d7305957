import fc from 'fast-check';
import { decodeEvent, encodeEvent } from '../../db/event-codec.ts';
import { appendFollowUpEvents, openStream } from '../../db/event-store.ts';
import { checksumProjections, rebuildProjections } from '../../db/projections/rebuild.ts';
import { draftsOfCampaign, listLetters } from '../../db/register/letters.ts';
import { registerInstruments } from '../../db/register/instruments-asked.ts';
import { registerRecommendation } from '../../db/register/recommendations.ts';
import { registerSource } from '../../db/register/sources.ts';
import type { Command } from '../../domain/follow-up/commands.ts';
import { happenings, live } from '../support/arbitraries.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { givenStarted, startedAt } from '../support/follow-up.ts';

const newest = { sort: { by: 'draftedAt', direction: 'asc' }, limit: 50 } as const;
const at = '2026-02-02T09:00:00.000Z';
const step = (which: 'letter' | 'delivery', key: string) =>
  ({ type: 'TakeAppealStep', step: which, campaignId: 'cam_1', key, dueOn: null, at }) as const;

test('every event of an appeal passes the codec both ways', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(happenings, (life) => {
      for (const event of live('appeal', life).followUp.events) {
        seen.add(event.type);
        expect(decodeEvent(encodeEvent(event))).toEqual(event);
      }
    }),
    { numRuns: 300 },
  );
  for (const type of ['AppealStepTaken', 'AppealStepSkipped', 'AppealDelivered', 'TaskStepsPlanned', 'AppealReviewed'])
    expect(seen).toContain(type);
});

test('the codec refuses an office that is a person, and a step that no round takes', () => {
  const delivered = {
    type: 'AppealDelivered',
    at,
    office: 'foreign-affairs',
    officeDetail: null,
    deliveredOn: '2026-02-01',
    note: 'x',
    obstacle: null,
    willDeposit: null,
    nextStep: null,
    nextOn: null,
  } as const;
  expect(decodeEvent(encodeEvent(delivered))).toEqual(delivered);
  expect(() => encodeEvent({ ...delivered, office: 'Minister Novak' as never })).toThrow();
  const taken = { type: 'AppealStepTaken', at, step: 'letter', campaignId: 'c', key: 'k', dueOn: null } as const;
  expect(() => encodeEvent({ ...taken, step: 'telegram' as never })).toThrow();
  expect(() => encodeEvent({ ...taken, key: '' })).toThrow();
});

describeOnBothDatabases('appeals', (database) => {
  const db = () => database().kysely;
  let made = 0;
  beforeAll(() =>
    registerSource(db(), { id: 'src_1', kind: 'secretary-general-letter', title: 'An appeal', created_at: startedAt }),
  );

  const open = async () => {
    const id = `rec_${(made += 1)}`;
    await registerRecommendation(db(), {
      id,
      source_id: 'src_1',
      state_code: 'SI',
      text: 'Ratify CEDAW',
      playbook_key: 'appeal',
      position: 'pending',
      themes: [],
      affected_groups: [],
      sdgs: [],
      created_at: startedAt,
    });
    await registerInstruments(db(), id, ['CEDAW'], 'stated');
    const followUp = givenStarted({ playbook: { key: 'appeal', version: 1 } });
    let saved = 0;
    const give = async (...commands: readonly Command[]) => {
      for (const command of commands) expect(followUp.give(command)).toHaveProperty('events');
      const { version } = await openStream(db(), id);
      await appendFollowUpEvents(db(), {
        recommendationId: id,
        expectedVersion: version,
        commandId: `${id}:${saved}`,
        actor: 'api',
        events: followUp.events.slice(saved),
      });
      saved = followUp.events.length;
    };
    await give();
    const letters = async () => (await listLetters(db(), { recommendationId: id }, newest)).lines;
    return { id, followUp, give, letters };
  };

  test('a round drafts one letter, which is approved by its round and by nothing else', async () => {
    const file = await open();
    await file.give(step('letter', 'r1'));
    expect(await file.letters()).toMatchObject([
      { status: 'draft', rung: 0, campaign_id: 'cam_1', appeal_key: 'r1', kind: 'secretary-general-letter' },
    ]);
    const drafts = await draftsOfCampaign(db(), 'cam_1');
    expect(drafts).toMatchObject([{ recommendationId: file.id, key: 'r1' }]);
    await file.give({ type: 'ReportProgress', note: 'A bill', implementation: null, at });
    expect(await file.letters()).toMatchObject([{ status: 'draft' }]);
    await file.give({ type: 'ApproveAppealLetter', key: 'r1', at });
    expect(await file.letters()).toMatchObject([{ status: 'approved', approved_at: at }]);
    expect(await draftsOfCampaign(db(), 'cam_1')).toEqual([]);
    await file.give({ type: 'Pause', reason: 'Elections', until: null, at });
    expect(await file.letters()).toMatchObject([{ status: 'withdrawn', withdrawn_because: 'paused' }]);
  });

  test('letter and follow-up agree, whatever happens to either', async () => {
    const ends: readonly Command[] = [
      { type: 'RecordPosition', position: 'noted', statement: null, at },
      { type: 'ClaimImplementation', note: '', evidence: [{ url: 'https://x.example', description: '' }], at },
      { type: 'Close', reason: 'refused', note: 'No', evidence: null, at },
      { type: 'DismissAppealLetter', key: 'r1', reason: 'Not now', at },
      { type: 'RecordPosition', position: 'pledged', statement: null, at },
    ];
    for (const end of ends) {
      const file = await open();
      await file.give(step('letter', 'r1'), end);
      const [letter] = await file.letters();
      expect([end.type, letter?.status]).toEqual([end.type, file.followUp.started.appeal?.letter?.status]);
    }
  });

  test('the letter of a rung and that of a campaign do not touch each other', async () => {
    const file = await open();
    await file.give(step('letter', 'r1'));
    const review = { type: 'ReviewAppeal', outcome: 'recommend-rung', note: 'Silent', obstacle: null, at } as const;
    const recommends = { rung: 3, roles: ['desk-officer'], needsApproval: true, letter: 'note-verbale' } as const;
    await file.give({ ...review, recommends });
    await file.give({ type: 'DismissEscalation', rung: 3, reason: 'Not yet', at });
    const states = (await file.letters()).map(({ rung, status }) => [rung, status]).sort();
    expect(states).toEqual([
      [0, 'draft'],
      [3, 'withdrawn'],
    ]);
  });

  // The last one: it looks at everything that the others have left.
  test('a rebuild derives the same letters and the same follow-ups', async () => {
    const before = await listLetters(db(), {}, newest);
    const sums = await checksumProjections(db());
    await rebuildProjections(db());
    expect(await listLetters(db(), {}, newest)).toEqual(before);
    expect(await checksumProjections(db())).toEqual(sums);
  });
});
