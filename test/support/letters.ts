import type { Kysely } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { LetterFacts } from '../../domain/letters/letter.ts';
import { playbookOf } from './follow-up.ts';

/** What was registered is in no language at all, so that whatever reads as English comes from the wording. */
export const letterFacts: LetterFacts = {
  stateCode: 'SI',
  institution: '0001',
  sourceTitle: '0002',
  reportSymbol: '43/15',
  paragraph: '6.12',
  text: '0003',
  position: 'supported',
  positionOn: '2025-03-12',
  implementation: 'planned',
  followedUpSince: '2025-04-01',
  askedOn: '2026-01-05',
  dueOn: '2026-02-04',
  remindedOn: ['2026-01-05', '2026-01-21', '2026-02-09'],
  lastAnswerOn: '2025-10-01',
  answers: [
    { kind: 'position', on: '2025-03-12' },
    { kind: 'progress', on: '2025-10-01' },
  ],
  reached: [{ title: '0004', on: '2025-09-20' }],
  late: [
    { title: '0005', since: '2026-03-01' },
    { title: null, since: '2026-04-01' },
  ],
  earlierLetters: [{ kind: 'note-verbale', reference: '2025/0007', sentOn: '2025-06-01' }],
  draftedOn: '2026-05-13',
  replyBy: '2026-06-12',
};

/** A playbook by which deterioration leads to the note verbale at once, so that no test must wait for a ladder. */
export async function storeAlarmingPlaybook(db: Kysely<Schema>): Promise<void> {
  const data = { ...playbookOf('general'), key: 'alarming', version: 1, deteriorationRung: 3 };
  await db
    .insertInto('playbooks')
    .values({ key: data.key, version: 1, data: JSON.stringify(data) })
    .execute();
}
