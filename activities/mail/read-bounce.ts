import { simpleParser, type ParsedMail } from 'mailparser';
import type { Bounce } from '../contract.ts';
import { digestIdIn } from './addresses.ts';

/** No delivery report is longer; whatever is, is not read. */
const longestReportBytes = 1_000_000;

/**
 * Reads a delivery status notification (RFC 3464). `recipients` are the envelope's, where our return path names the digest
 * even when the report itself does not. Undefined for everything else: answers, holiday notices, reports of success.
 */
export async function readBounce(
  raw: Buffer | string,
  recipients: readonly string[] = [],
): Promise<Bounce | undefined> {
  if (raw.length > longestReportBytes) return undefined;
  const mail = await parse(raw);
  const report = mail && reportIn(mail);
  if (mail === undefined || report === undefined) return undefined;
  const digestId = firstDigestId(mail, report.envelopeId, recipients);
  return digestId === undefined ? undefined : { digestId, ...report.verdict };
}

const parse = (raw: Buffer | string): Promise<ParsedMail | undefined> =>
  // Without `keepDeliveryStatus` the machine-readable part would be merged into the text.
  simpleParser(raw, { keepDeliveryStatus: true, skipHtmlToText: true, skipTextToHtml: true }).catch(() => undefined);

type Verdict = Pick<Bounce, 'status' | 'isPermanent'>;
type Report = { readonly verdict: Verdict; readonly envelopeId: string | undefined };

function reportIn({ attachments }: ParsedMail): Report | undefined {
  const parts = attachments.filter(({ contentType }) => /^message\/(global-)?delivery-status$/.test(contentType));
  for (const { content } of parts) {
    const text = content.toString('utf8');
    const verdict = verdictOf(text);
    if (verdict) return { verdict, envelopeId: fieldIn(text, 'Original-Envelope-Id') };
  }
  return undefined;
}

/** A digest goes to one person, so the first recipient with a failure or a delay is theirs. */
function verdictOf(report: string): Verdict | undefined {
  for (const block of report.split(/\r?\n[ \t]*\r?\n/)) {
    const action = fieldIn(block, 'Action')?.toLowerCase();
    if (action !== 'failed' && action !== 'delayed') continue;
    const status = statusIn(block) ?? (action === 'failed' ? '5.0.0' : '4.0.0');
    return { status, isPermanent: action === 'failed' && status.startsWith('5') };
  }
  return undefined;
}

/** Some servers put a plain SMTP code into `Status`; then the diagnostic code may still name the enhanced one. */
const statusIn = (block: string): string | undefined =>
  [fieldIn(block, 'Status'), fieldIn(block, 'Diagnostic-Code')]
    .map((field) => /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(field ?? '')?.[1])
    .find((status) => status !== undefined);

/** One field of a block, folded lines included. */
const fieldIn = (block: string, name: string): string | undefined =>
  new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, 'im').exec(block)?.[1]?.replaceAll(/\s+/g, ' ').trim();

/** The return path is ours alone; the Message-ID in the returned message is the last resort. */
function firstDigestId(
  mail: ParsedMail,
  envelopeId: string | undefined,
  recipients: readonly string[],
): string | undefined {
  const headers = mail.headerLines.flatMap(({ key, line }) =>
    /^(to|delivered-to|x-original-to|in-reply-to|references)$/.test(key) ? tokensOf(line) : [],
  );
  const returned = mail.attachments
    .filter(({ contentType }) => /^(message\/(global|rfc822)|text\/rfc822-headers)/.test(contentType))
    .flatMap(({ content }) => tokensOf(messageIdLineOf(content.toString('utf8'))));
  const candidates = [
    ...recipients,
    envelopeId ?? '',
    ...headers,
    ...returned,
    ...tokensOf(messageIdLineOf(mail.text ?? '')),
  ];
  return candidates.map(digestIdIn).find((digestId) => digestId !== undefined);
}

const tokensOf = (line: string): readonly string[] => line.split(/[\s<>,;"()]+/);
const messageIdLineOf = (headers: string): string => /^Message-ID:.*(?:\r?\n[ \t]+.*)*/im.exec(headers)?.[0] ?? '';
