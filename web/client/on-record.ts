/** Addresses whose every reading is put on record: looking at a screen once is not looking at it every few seconds. */
const onRecord: readonly unknown[] = [
  'GET /audit',
  'GET /contacts',
  'GET /contacts/{id}',
  'GET /contacts/{id}/absences',
  'GET /states/{code}/people',
  'GET /accounts',
  'GET /accounts/{id}',
  'GET /letters/{id}',
  'GET /notices/{id}/preview',
  'GET /dialogue/{id}/confidential',
];

export const isOnRecord = ([address]: readonly unknown[]): boolean => onRecord.includes(address);
