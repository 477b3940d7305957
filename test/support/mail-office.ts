import type { Calendars } from '../../activities/calendars.ts';
import { createDeliverDigest } from '../../activities/deliver-digest.ts';
import { createFindRoleMoves } from '../../activities/find-role-moves.ts';
import type { CorrespondenceDeps } from '../../activities/mail/deps.ts';
import { createMailer, type MailSettings } from '../../activities/mail/transport.ts';
import { createPlanDigest } from '../../activities/plan-digest.ts';
import { createRecordBounce } from '../../activities/record-bounce.ts';
import type { Database } from '../../db/database.ts';
import { appendFollowUpEvents, openStream } from '../../db/event-store.ts';
import { listNotices } from '../../db/queries/notices.ts';
import { registerAbsence } from '../../db/register/absences.ts';
import { assignStateRole, registerContact } from '../../db/register/contacts.ts';
import { registerRecommendation } from '../../db/register/recommendations.ts';
import { registerSource } from '../../db/register/sources.ts';
import type { Language } from '../../db/schema.ts';
import { wallClock } from '../../domain/clock.ts';
import { defaultRoutineMailDays } from '../../domain/correspondence/timing.ts';
import type { Role } from '../../domain/follow-up/roles.ts';
import { utcCalendar } from './calendar.ts';
import { givenStarted, type FollowUp } from './follow-up.ts';
import { startSmtp } from './smtp.ts';

const createdAt = '2026-01-05T10:00:00.000Z';

/**
 * A desk with a database, a real mail server and a calendar that tests move by hand: follow-ups live by the real rules, and
 * mail is planned and sent by the real activities.
 */
export async function openMailOffice(database: Database, over: Partial<MailSettings> = {}) {
  const { kysely: db } = database;
  const smtp = await startSmtp();
  const mailer = createMailer({
    smtpUrl: smtp.url,
    from: 'Relance <relance@relance.example>',
    bounceAddress: 'bounces@relance.example',
    ...over,
  });
  let at = createdAt;
  const calendar = utcCalendar();
  const calendars: Calendars = { forState: async () => calendar, forContact: async () => calendar };
  const deps: CorrespondenceDeps = {
    db,
    clock: wallClock,
    calendars,
    mailer,
    links: {
      answerUrl: async (contactId, id, role, clusterId) =>
        `https://relance.example/answer/${[contactId, id, role, clusterId].filter(Boolean).join('.')}`,
    },
    publicUrl: 'https://relance.example',
    routineMailDays: defaultRoutineMailDays,
    now: () => Date.parse(at),
  };
  const saved = new Map<string, number>();

  /** Writes what a follow-up has lived through since the last time into the log. */
  const save = async (recommendationId: string, followUp: FollowUp): Promise<void> => {
    const from = saved.get(recommendationId) ?? 0;
    const events = followUp.events.slice(from);
    const { version } = await openStream(db, recommendationId);
    const commandId = `test:${recommendationId}:${from}`;
    await appendFollowUpEvents(db, { recommendationId, expectedVersion: version, commandId, actor: 'system', events });
    saved.set(recommendationId, followUp.events.length);
  };

  const office = {
    db,
    smtp,
    deps,
    planDigest: createPlanDigest(deps),
    /** A new worker each time: nothing is remembered but what is on record. */
    deliverDigest: (contactId: string) => createDeliverDigest(deps)(contactId),
    recordBounce: createRecordBounce(deps),
    findRoleMoves: createFindRoleMoves(deps),
    save,
    setTime: (instant: string) => void (at = instant),
    time: () => at,
    contact: (id: string, name = id, place: { readonly language?: Language; readonly timeZone?: string } = {}) =>
      registerContact(db, {
        id,
        institution_id: null,
        name,
        address: `${id}@ministry.example`,
        language: place.language ?? 'en',
        time_zone: place.timeZone ?? 'Europe/Ljubljana',
        created_at: createdAt,
      }),
    away: (contactId: string, fromOn: string, untilOn: string) =>
      registerAbsence(db, { id: `abs_${contactId}_${fromOn}`, contactId, fromOn, untilOn, createdAt }),
    assign: (role: Role, contactId: string, stateCode = 'SI') => assignStateRole(db, stateCode, role, contactId),
    follow: async (recommendationId: string): Promise<FollowUp> => {
      await registerSource(db, {
        id: 'src_1',
        kind: 'upr-review',
        state_code: 'SI',
        title: 'Universal periodic review, third cycle',
        starts_on: null,
        ends_on: null,
        mandate_holder: null,
        report_symbol: 'A/HRC/43/15',
        url: null,
        created_at: createdAt,
      });
      await registerRecommendation(db, {
        id: recommendationId,
        source_id: 'src_1',
        paragraph: '112.4',
        state_code: 'SI',
        text: `Ratify the Convention (${recommendationId})`,
        playbook_key: 'general',
        position: 'supported',
        target_on: null,
        themes: [],
        affected_groups: [],
        sdgs: [],
        created_at: createdAt,
      });
      const followUp = givenStarted();
      await save(recommendationId, followUp);
      return followUp;
    },
    notices: async (contactId: string) => {
      const page = { sort: { by: 'queuedAt', direction: 'asc' }, limit: 200 } as const;
      return (await listNotices(db, { contactId }, page)).lines;
    },
    digests: (contactId: string) =>
      db.selectFrom('digests').selectAll().where('contact_id', '=', contactId).orderBy('composed_at').execute(),
    close: async () => {
      mailer.close();
      await office.smtp.stop(); // A test may have put another server in its place.
    },
  };
  return office;
}
export type MailOffice = Awaited<ReturnType<typeof openMailOffice>>;
