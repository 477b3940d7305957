import type { Migration } from 'kysely';
import * as begin from './0001-begin.ts';
import * as wholeLife from './0002-whole-life.ts';
import * as calendarsAndLeave from './0003-calendars-and-leave.ts';
import * as repeatsAndClusters from './0004-repeats-and-clusters.ts';
import * as dialogue from './0005-dialogue.ts';
import * as letters from './0006-letters.ts';
import * as batches from './0007-batches.ts';
  '0013-lists': lists,
