import { findNoticeToPreview, supersededFor } from '../db/queries/notices.ts';
import { findContact } from '../db/register/contacts.ts';
import type { Language } from '../db/schema.ts';
import type { NoticeKind } from '../domain/follow-up/notices.ts';
import { wordsFor } from '../words/words.ts';
import { contentOf } from './mail/content.ts';
import { nowOf, type CorrespondenceDeps } from './mail/deps.ts';
import { waitingNoticeOf } from './mail/queue.ts';
import { renderDigest, type RenderedDigest } from './mail/render.ts';
import { sampleContent } from './mail/sample.ts';
import { senderNameIn } from './mail/transport.ts';

export type PreviewDeps = Pick<CorrespondenceDeps, 'db' | 'calendars' | 'clock' | 'publicUrl' | 'now'> & {
  readonly mailFrom: string;
};

/**
 * A notice as its reader would see it if it went alone: today, or on the day on which it went. Of the follow-up it tells what
 * is so now, as every mail does; the log does not keep the mails themselves. Undefined when there is no such notice.
 */
export const createNoticePreviewer =
  (deps: PreviewDeps) =>
  async (noticeId: string, wanted?: Language): Promise<RenderedDigest | undefined> => {
    const row = await findNoticeToPreview(deps.db, noticeId);
    if (row === undefined) return undefined;
    const contact = row.contact_id === null ? undefined : await findContact(deps.db, row.contact_id);
    const language = wanted ?? contact?.language ?? 'en';
    // Nobody takes the role: then the role itself is written to.
    const name = contact?.name ?? wordsFor(language).mail.roles[row.role];
    const calendar = await (contact ? deps.calendars.forContact(contact.id) : deps.calendars.forState(row.state_code));
    const at = row.sending_at ?? nowOf(deps);
    const content = await contentOf(withoutLinks(deps), {
      contact: { id: contact?.id ?? '', name, language },
      calendar,
      at,
      onDate: calendar.dateOf(at),
      notices: [waitingNoticeOf(row)],
      superseded: await supersededFor(deps.db, noticeId),
    });
    return renderDigest(content);
  };

type SampleDeps = Pick<PreviewDeps, 'publicUrl' | 'mailFrom'>;

/** A notice of any kind with invented facts. */
export const createSamplePreviewer =
  (deps: SampleDeps) =>
  (kind: NoticeKind, language: Language): RenderedDigest =>
    renderDigest(sampleContent(kind, { language, link: deadLink(deps), senderName: senderNameIn(deps.mailFrom) }));

/** The words of the mail and nothing that could be used: no token is signed, so the link opens nothing. */
const deadLink = ({ publicUrl }: SampleDeps): string => `${publicUrl}/answer/preview`;

const withoutLinks = (deps: PreviewDeps) => ({
  db: deps.db,
  publicUrl: deps.publicUrl,
  mailer: { senderName: senderNameIn(deps.mailFrom) },
  links: { answerUrl: () => deadLink(deps) },
});
