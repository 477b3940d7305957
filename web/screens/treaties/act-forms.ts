import type { TreatyWords } from '../../words/treaty-words.ts';

export type ActKind = keyof TreatyWords['entryKinds'];
export type ActField =
  'how' | 'act' | 'notification' | 'text' | 'provisions' | 'by' | 'to' | 'of' | 'effectiveOn' | 'evidenceUrl';
export type Entered = Readonly<Partial<Record<ActField | 'on' | 'evidenceText', string>>>;

/** The command of each act, and what it asks beside its day. */
export const actForms = {
  deposit: { command: 'record-deposit', fields: ['how', 'notification', 'evidenceUrl'] },
  signature: { command: 'record-signature', fields: ['notification', 'evidenceUrl'] },
  'domestic-act': { command: 'record-domestic-act', fields: ['act', 'evidenceUrl'] },
  reservation: { command: 'record-reservation', fields: ['text', 'provisions', 'notification'] },
  declaration: { command: 'record-declaration', fields: ['text', 'provisions', 'notification'] },
  objection: { command: 'record-objection', fields: ['by', 'to', 'notification'] },
  withdrawal: { command: 'withdraw-statement', fields: ['of', 'notification'] },
  denunciation: { command: 'denounce', fields: ['effectiveOn', 'notification'] },
} as const satisfies Readonly<Record<ActKind, { readonly command: string; readonly fields: readonly ActField[] }>>;

export const optionalFields: readonly ActField[] = ['notification', 'provisions', 'effectiveOn', 'evidenceUrl'];

/** The body of the command: only what this act has. */
export function actBody(kind: ActKind, entered: Entered): Record<string, unknown> {
  const fields: readonly ActField[] = actForms[kind].fields;
  const given = fields.filter((field) => field !== 'evidenceUrl' && (entered[field] ?? '') !== '');
  const { evidenceUrl = '', evidenceText = '', on = '' } = entered;
  const evidence = evidenceUrl === '' ? {} : { evidence: [{ url: evidenceUrl, description: evidenceText }] };
  return {
    on,
    ...Object.fromEntries(given.map((field) => [nameOf(field), valueOf(field, entered[field])])),
    ...evidence,
  };
}

const nameOf = (field: ActField): string => (field === 'act' ? 'title' : field);
const valueOf = (field: ActField, text = ''): string | number =>
  field === 'to' || field === 'of' ? Number(text) : text;
