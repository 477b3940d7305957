import type { FastifyInstance } from 'fastify';
import {
  countLate,
  countReadings,
  countWeeks,
  listDecisions,
  listLettersLeft,
  listUncertain,
  listUnreachable,
} from '../../db/queries/today.ts';
import { addDays, type CalendarDate, type Instant } from '../../domain/time.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { problemResponses } from '../schemas/common.ts';
import { todaySchema } from '../schemas/today.ts';
import { typed } from './route.ts';

/** How many of each kind stand on the screen; the list has the others. */
const most = 8;
const weeksAhead = 14;
const excerptLength = 240;

export function todayRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const schema = {
    tags: ['Today'],
    summary: 'What needs a manager now, what is late by State and rung, and what the next weeks bring',
    response: { 200: todaySchema, ...problemResponses },
  };
  typed(instance).get('/today', { schema }, () => today(deps, nowOf(deps)));
}

async function today({ db }: Pick<AppDeps, 'db'>, now: Instant) {
  const monday = mondayOf(now);
  const ahead = Array.from({ length: weeksAhead }, (_, index) => addDays(monday, 7 * index));
  const [readings, decisions, drafts, toSend, contacts, mails, late, weeks] = await Promise.all([
    countReadings(db, now),
    decisionsLeft(db),
    listLettersLeft(db, 'draft', most),
    listLettersLeft(db, 'approved', most),
    listUnreachable(db, most),
    listUncertain(db, most),
    countLate(db, now),
    countWeeks(db, now, ahead),
  ]);
  return {
    now,
    readings,
    ...decisions,
    drafts: each(drafts, leftView),
    toSend: each(toSend, leftView),
    contacts: each(contacts, ({ id, name, suggestion, unreachable_since, unreachable_because }) => ({
      id,
      name,
      suggestion,
      since: unreachable_since ?? now,
      because: unreachable_because,
    })),
    mails: each(mails, ({ digest_id, contact_id, name, composed_at }) => ({
      digestId: digest_id,
      contactId: contact_id,
      name,
      composedAt: composed_at,
    })),
    late: lateView(late),
    weeks: ahead.map((week) => weekView(weeks, week)),
  };
}

async function decisionsLeft(db: AppDeps['db']) {
  const [approvals, validations, verifications, extensions] = await Promise.all([
    listDecisions(db, 'approval', most),
    listDecisions(db, 'validation', most),
    listDecisions(db, 'verification', most),
    listDecisions(db, 'extension-decision', most),
  ]);
  return {
    approvals: each(approvals, (row) => ({
      ...decisionView(row),
      rung: row.state.draft?.rung ?? 0,
      roles: [...(row.state.draft?.roles ?? [])],
      letter: letterView(row),
    })),
    validations: each(validations, claimView),
    verifications: each(verifications, claimView),
    extensions: each(extensions, (row) => ({
      ...decisionView(row),
      untilOn: row.state.extension?.untilOn ?? '',
      dueOn: row.state.round?.dueOn ?? null,
    })),
  };
}

type LetterRow = Awaited<ReturnType<typeof listLettersLeft>>['items'][number];

const leftView = ({ id, kind, reference, state_code, drafted_at }: LetterRow) => ({
  id,
  kind,
  reference,
  stateCode: state_code,
  since: drafted_at,
});

type Rows<T> = { readonly count: number; readonly items: readonly T[] };
const each = <T, V>({ count, items }: Rows<T>, view: (row: T) => V) => ({ count, items: items.map(view) });

type DecisionRow = Awaited<ReturnType<typeof listDecisions>>['items'][number];

const decisionView = ({ id, state_code, text, waiting_since, state }: DecisionRow) => ({
  id,
  stateCode: state_code,
  text: text.length > excerptLength ? `${text.slice(0, excerptLength)}…` : text,
  since: waiting_since ?? state.startedAt,
});

const claimView = (row: DecisionRow) => ({ ...decisionView(row), evidence: [...(row.state.claim?.evidence ?? [])] });

const letterView = ({ letter_id, reference, letter_kind, language }: DecisionRow) =>
  letter_id === null || reference === null || letter_kind === null
    ? null
    : { id: letter_id, reference, kind: letter_kind, language: language ?? 'en' };

/** The States with most that is late first. */
function lateView(rows: Awaited<ReturnType<typeof countLate>>) {
  const states = new Map<string, { stateCode: string; total: number; rungs: Record<string, number> }>();
  for (const { state_code: stateCode, rung, count } of rows) {
    const state = states.get(stateCode) ?? { stateCode, total: 0, rungs: {} };
    states.set(stateCode, { stateCode, total: state.total + count, rungs: { ...state.rungs, [rung]: count } });
  }
  const sorted = [...states.values()].sort((a, b) => b.total - a.total || (a.stateCode < b.stateCode ? -1 : 1));
  return { total: sorted.reduce((sum, { total }) => sum + total, 0), states: sorted };
}

function weekView(rows: Awaited<ReturnType<typeof countWeeks>>, week: CalendarDate) {
  const kinds = Object.fromEntries(rows.filter((row) => row.week === week).map(({ kind, count }) => [kind, count]));
  return { week, kinds, total: Object.values(kinds).reduce((sum, count) => sum + count, 0) };
}

/** The Monday of the week in which an instant lies, in UTC. */
function mondayOf(at: Instant): CalendarDate {
  const weekday = new Date(at).getUTCDay();
  return addDays(at.slice(0, 10), weekday === 0 ? -6 : 1 - weekday);
}
