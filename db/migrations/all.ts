import type { Migration } from 'kysely';
import * as begin from './0001-begin.ts';
import * as wholeLife from './0002-whole-life.ts';
import * as calendarsAndLeave from './0003-calendars-and-leave.ts';
import * as repeatsAndClusters from './0004-repeats-and-clusters.ts';
import * as dialogue from './0005-dialogue.ts';
import * as letters from './0006-letters.ts';
import * as batches from './0007-batches.ts';
import * as treaties from './0008-treaties.ts';
import * as treatyImports from './0009-treaty-imports.ts';
import * as deposits from './0010-deposits.ts';
import * as appeals from './0011-appeals.ts';
import * as campaigns from './0012-campaigns.ts';
import * as lists from './0013-lists.ts';
import * as calendarFeeds from './0014-calendar-feeds.ts';
import * as answerDrafts from './0015-answer-drafts.ts';
import * as accounts from './0016-accounts.ts';
import * as accessLog from './0017-access-log.ts';
import * as answerLinkKeys from './0018-answer-link-keys.ts';
import * as privacy from './0019-privacy.ts';
import * as publication from './0020-publication.ts';
import * as lineCounts from './0021-line-counts.ts';
import * as registerNews from './0022-register-news.ts';
import * as erasedAccounts from './0023-erased-accounts.ts';

/** Every migration in order. Listed by hand: reading a folder needs dynamic imports, and hides a forgotten file. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-begin': begin,
  '0002-whole-life': wholeLife,
  '0003-calendars-and-leave': calendarsAndLeave,
  '0004-repeats-and-clusters': repeatsAndClusters,
  '0005-dialogue': dialogue,
  '0006-letters': letters,
  '0007-batches': batches,
  '0008-treaties': treaties,
  '0009-treaty-imports': treatyImports,
  '0010-deposits': deposits,
  '0011-appeals': appeals,
  '0012-campaigns': campaigns,
  '0013-lists': lists,
  '0014-calendar-feeds': calendarFeeds,
  '0015-answer-drafts': answerDrafts,
  '0016-accounts': accounts,
  '0017-access-log': accessLog,
  '0018-answer-link-keys': answerLinkKeys,
  '0019-privacy': privacy,
  '0020-publication': publication,
  '0021-line-counts': lineCounts,
  '0022-register-news': registerNews,
  '0023-erased-accounts': erasedAccounts,
};
