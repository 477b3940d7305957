import type { LetterRow } from '../../db/register/letters.ts';
import { camel } from '../camel.ts';

/** A letter as the API shows it; the facts stay behind, for the document shows them. */
export const letterView = ({ facts, body, ...row }: LetterRow) => ({
  ...camel(row),
  replyBy: facts.thanksFor === undefined ? facts.replyBy : null,
  body: {
    ...body,
    addressee: [...body.addressee],
    paragraphs: [...body.paragraphs],
    signature: [...body.signature],
  },
});
