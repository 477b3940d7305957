import { listFollowUpEvents } from '../db/queries/follow-ups.ts';
import { findPlaybook } from '../db/queries/playbooks.ts';
import { getRecommendation } from '../db/queries/recommendations.ts';
import { findContact } from '../db/register/contacts.ts';
import type { CalendarDate, Instant } from '../domain/time.ts';
import { fill } from '../words/plurals.ts';
import { wordsFor } from '../words/words.ts';
import type { SignedClaim } from './answer-links.ts';
import { nowOf, type AppDeps } from './deps.ts';

export type Asked = NonNullable<Awaited<ReturnType<typeof findAsked>>>;

/** What a link asks about: the recommendation, its question, what was said so far, and who reads. */
export async function findAsked(deps: AppDeps, claim: SignedClaim) {
  const { db } = deps;
  const [row, contact, events] = await Promise.all([
    getRecommendation(db, claim.recommendationId, nowOf(deps)),
    findContact(db, claim.contactId),
    listFollowUpEvents(db, claim.recommendationId),
  ]);
  if (row?.status == null || contact === undefined || hasLeft(contact)) return undefined;
  const playbook = await findPlaybook(db, {
    key: row.running_playbook_key ?? row.playbook_key,
    version: row.playbook_version ?? 0,
  });
  const question = playbook?.questions[row.asks ?? 'check-in'] ?? playbook?.questions['check-in'];
  return { claim, row, contact, playbook, question, events };
}

/** Whoever has left their office speaks for it no more, by whatever link. */
const hasLeft = ({ unreachable_because }: { readonly unreachable_because: string | null }): boolean =>
  unreachable_because === 'departed';

/** The day in the reader's zone, as in their mail: morning in Suva is still yesterday in UTC. Canada writes it as ISO does. */
export const dateFor = ({ time_zone }: Asked['contact'], at: Instant): CalendarDate =>
  new Intl.DateTimeFormat('en-CA', { timeZone: time_zone }).format(new Date(at));

/** Where a recommendation comes from, as its reader knows it. */
export function sourceOf({ row, contact }: Asked): string {
  const { mail, apart } = wordsFor(contact.language);
  const paragraph = row.paragraph === null ? [] : [fill(mail.paragraph, { paragraph: row.paragraph })];
  const symbol = row.report_symbol === null ? [] : [apart(row.report_symbol)];
  return [apart(row.source_title), ...symbol, ...paragraph].join(mail.marks.comma);
}
