import { findPlaybook } from '../../db/queries/playbooks.ts';
import type { StartedState } from '../../domain/follow-up/state.ts';
import type { LocalCalendar } from '../../domain/plan/calendar.ts';
import { itemsOf } from '../../domain/correspondence/cluster-items.ts';
import { isDelayed, type SupersededNotice } from '../../domain/correspondence/digest.ts';
import type { Playbook } from '../../domain/playbooks/playbook.ts';
import type { ComposedDigest } from './compose.ts';
import type { CorrespondenceDeps } from './deps.ts';
import { isForOwnSide, type DigestContent, type DigestItem } from './digest-content.ts';
import type { WaitingNotice } from './queue.ts';

type ContentDeps = Pick<CorrespondenceDeps, 'db' | 'links' | 'publicUrl'> & {
  readonly mailer: Pick<CorrespondenceDeps['mailer'], 'senderName'>;
};

/** What is known of a mail before it is written; a preview knows it without a digest on record. */
type Told = Pick<ComposedDigest, 'calendar' | 'onDate' | 'at' | 'notices'> & {
  readonly superseded: readonly Pick<SupersededNotice, 'by'>[];
  readonly contact: Pick<ComposedDigest['contact'], 'id' | 'name' | 'language'>;
};

/** Gathers what the mail says of each notice. */
export async function contentOf(deps: ContentDeps, digest: Told): Promise<DigestContent> {
  const playbookOf = rememberPlaybooks(deps);
  const items: DigestItem[] = [];
  for (const { notice, together } of itemsOf(digest.notices)) {
    const playbook = await playbookOf(notice.row.state);
    const link = await linkOf(deps, digest.contact.id, notice, together.length > 0);
    items.push(itemOf(notice, { digest, playbook, link, together }));
  }
  const { name, language } = digest.contact;
  return { name, language, onDate: digest.onDate, items, senderName: deps.mailer.senderName };
}

type ItemContext = {
  readonly digest: Told;
  readonly playbook: Playbook | undefined;
  readonly link: string;
  readonly together: readonly WaitingNotice[];
};

function itemOf(notice: WaitingNotice, { digest, playbook, link, together }: ItemContext): DigestItem {
  const { row, kind, role, queuedAt } = notice;
  const { rung } = row;
  const { round, lastAnswerAt } = row.state;
  return {
    kind,
    role,
    eventRole: row.event_role,
    rung,
    stateCode: row.state_code,
    sourceTitle: row.source_title,
    reportSymbol: row.report_symbol,
    paragraph: row.paragraph,
    text: row.text,
    followUp: row.state,
    isStandIn: row.acting_as !== null && row.acting_as !== role,
    question: (round && playbook?.questions[round.asks]) ?? null,
    rungSays: playbook?.ladder[rung - 1]?.says ?? null,
    askedOn: dateOf(round?.askedAt, digest.calendar),
    lastAnswerOn: dateOf(lastAnswerAt, digest.calendar),
    queuedOn: digest.calendar.dateOf(queuedAt),
    isDelayed: isDelayed(notice, digest.at),
    standsFor: digest.superseded.filter(({ by }) => by === notice.noticeId).length,
    cluster: together.length === 0 ? null : clusterOf(notice, together),
    link,
  };
}

const clusterOf = ({ row }: WaitingNotice, together: readonly WaitingNotice[]): DigestItem['cluster'] => ({
  title: row.cluster_title ?? '',
  others: together.map((other) => ({ text: other.row.text, paragraph: other.row.paragraph })),
});

const dateOf = (instant: string | null | undefined, calendar: LocalCalendar): string | null =>
  instant == null ? null : calendar.dateOf(instant);

const linkOf = async (
  { links, publicUrl }: ContentDeps,
  contactId: string,
  { kind, recommendationId, role, clusterId }: WaitingNotice,
  isTogether: boolean,
): Promise<string> =>
  isForOwnSide(kind)
    ? `${publicUrl}/api/v1/recommendations/${recommendationId}`
    : links.answerUrl(contactId, recommendationId, role, ...(isTogether && clusterId !== null ? [clusterId] : []));

function rememberPlaybooks({ db }: ContentDeps): (state: StartedState) => Promise<Playbook | undefined> {
  const known = new Map<string, Promise<Playbook | undefined>>();
  return ({ playbook }) => {
    const key = `${playbook.key}@${playbook.version}`;
    const found = known.get(key) ?? findPlaybook(db, playbook);
    known.set(key, found);
    return found;
  };
}
