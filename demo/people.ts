import { simpleParser } from 'mailparser';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { everyItem, Refused, type Api } from './api-client.ts';

export type PeopleFigures = {
  readonly mails: number;
  readonly mailsTwice: number;
  readonly answers: number;
  readonly decisions: number;
};
export type Form = Readonly<Record<string, string>> & { readonly choice: string };
type Line = { readonly id: string; readonly rung: number; readonly waitsFor: string | null; readonly text: string };

export type PeopleWish = {
  readonly mailbox: string;
  readonly answering: ReadonlySet<string>;
  /** What is answered, in turn. */
  readonly forms?: readonly Form[];
  /** What an office that carries a letter to the Government says on its own page. */
  readonly deliveryForm?: () => Form;
};

/**
 * The people of the demo. Focal points who answer read their mail as it was really sent, open its links and send the form;
 * our own side approves what is drafted, verifies what is claimed and decides on more time.
 */
export function createPeople(api: Api, wish: PeopleWish) {
  const seenFiles = new Set<string>();
  const messageIds = new Map<string, number>();
  let answers = 0;
  let decisions = 0;

  const readMail = async (say: (line: string) => void): Promise<void> => {
    const names = await readdir(wish.mailbox).catch(() => []);
    for (const name of names.filter((each) => each.endsWith('.eml') && !seenFiles.has(each)).sort()) {
      seenFiles.add(name);
      const mail = await readFile(join(wish.mailbox, name)).then(simpleParser, () => undefined);
      if (mail === undefined) continue; // The mailbox keeps the newest only.
      const to = [mail.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''))[0] ?? '';
      const id = mail.messageId ?? name;
      messageIds.set(id, (messageIds.get(id) ?? 0) + 1);
      say(`mail    ${to.padEnd(32)} ${mail.subject ?? ''}`);
      if (wish.answering.has(to)) for (const link of linksIn(mail.text ?? '')) await answer(link, say);
    }
  };

  const answer = async (link: string, say: (line: string) => void): Promise<void> => {
    const page = await fetch(link).then((response) => response.text());
    const nonce = /name="nonce" value="([^"]+)"/.exec(page)?.[1];
    if (nonce === undefined) return; // Answered already, closed, or expired.
    const usual = wish.forms ?? forms;
    const isDelivery = page.includes('name="office"') && wish.deliveryForm !== undefined;
    const form = isDelivery ? wish.deliveryForm() : (usual[answers % usual.length] ?? mostUsual);
    const response = await fetch(link, { method: 'POST', body: new URLSearchParams({ nonce, ...form }) });
    if (!response.ok) return say(`answer  not taken (${response.status})`);
    answers += 1;
    say(`answer  ${form.choice}`);
  };

  const decide = async (say: (line: string) => void): Promise<void> => {
    for (const { id, rung, waitsFor, text } of await everyItem<Line>(
      api,
      '/recommendations?sort=createdAt&status=open,under-verification',
    )) {
      const order = ordersFor(waitsFor, rung);
      if (order === undefined) continue;
      const isDone = await api.post(`/recommendations/${id}/commands/${order.command}`, order.body).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Refused) return false; // Somebody answered in the meantime.
          throw error;
        },
      );
      if (!isDone) continue;
      decisions += 1;
      say(`${order.command.padEnd(20)} ${text.slice(0, 70)}`);
    }
  };

  const figures = (): PeopleFigures => ({
    mails: [...messageIds.values()].reduce((sum, times) => sum + times, 0),
    mailsTwice: [...messageIds.values()].filter((times) => times > 1).length,
    answers,
    decisions,
  });
  return { readMail, decide, figures };
}

const linksIn = (text: string): readonly string[] => [...new Set(text.match(/https?:\/\/\S+\/answer\/[\w.-]+/g))];

const evidence = { url: 'https://gazette.example/act-12', description: 'Official gazette, act 12' };

const mostUsual: Form = {
  choice: 'progress',
  note: 'A working group of four ministries has begun.',
  implementation: 'in-progress',
};
/** What is answered in turn; most answers report progress, as in life. */
const forms: readonly Form[] = [
  mostUsual,
  { choice: 'progress', note: 'A draft is before the Council of Ministers.', implementation: 'in-progress' },
  {
    choice: 'implemented',
    note: 'The act was adopted and published.',
    evidenceUrl: evidence.url,
    evidenceDescription: evidence.description,
  },
  { choice: 'progress', note: 'Parliament has held its first reading.', implementation: 'partly-implemented' },
];

function ordersFor(waitsFor: string | null, rung: number) {
  switch (waitsFor) {
    case 'approval':
      return { command: 'approve-escalation', body: { rung: rung + 1 } };
    case 'validation':
      return { command: 'validate', body: { note: 'Signed by the ministry.' } };
    case 'verification':
      return { command: 'verify', body: { evidence } };
    case 'extension-decision':
      return { command: 'decide-extension', body: { isGranted: true, reason: 'The parliament was dissolved.' } };
    default:
      return undefined;
  }
}
