import type { ErasureRow } from '../db/register/erasure-records.ts';

/** The proof of an erasure, without personal data. */
export const erasureView = ({ legal_basis, hand_over_to, batch_id, contact_id, account_id, ...row }: ErasureRow) => ({
  ...row,
  contactId: contact_id,
  accountId: account_id,
  legalBasis: legal_basis,
  handOverTo: hand_over_to,
  batchId: batch_id,
});
