import type { FastifyRequest } from 'fastify';
import { submitTreatyCommand } from '../db/treaty-status-store.ts';
import type {
  NewTreatyEntry,
  TreatyCommand,
  TreatyRejection,
  TreatyWarning,
} from '../domain/treaty-status/commands.ts';
import type { TreatyStatusOf } from '../domain/treaty-status/decide.ts';
import { actorOf } from './access.ts';
import type { AppDeps } from './deps.ts';
import { given } from './given.ts';
import { Problem } from './problems.ts';
import type { SaidEntry } from './schemas/treaty-status.ts';

const commandTypes = {
  signature: 'RecordSignature',
  'domestic-act': 'RecordDomesticAct',
  deposit: 'RecordInstrumentDeposit',
  reservation: 'RecordReservation',
  declaration: 'RecordDeclaration',
  objection: 'RecordObjection',
  withdrawal: 'WithdrawStatement',
  denunciation: 'DenounceTreaty',
} as const satisfies Record<SaidEntry['kind'], NewTreatyEntry['type']>;

/** What was said, as a command takes it: a year becomes one of its days, and says that it is only the year. */
export function entrySaid({ kind, on, ...rest }: SaidEntry): NewTreatyEntry {
  const isYear = on.length === 4;
  const dated = { on: isYear ? `${on}-12-31` : on, precision: isYear ? 'year' : 'day' };
  return { ...rest, ...dated, type: commandTypes[kind] } as NewTreatyEntry;
}

/** Puts a command on record and starts what follows from it for follow-ups; every refusal becomes a problem. */
export async function submitTreaty(
  { db, gateway }: Pick<AppDeps, 'db' | 'gateway'>,
  request: FastifyRequest,
  wish: TreatyStatusOf & { readonly command: TreatyCommand; readonly expectedVersion?: number | undefined },
): Promise<readonly TreatyWarning[]> {
  const { expectedVersion, ...submitted } = wish;
  const commandId = `${request.commandKey}:${wish.command.type}`;
  const result = await submitTreatyCommand(db, {
    ...submitted,
    ...given({ expectedVersion }),
    commandId,
    actor: actorOf(request),
  });
  if (result.outcome === 'conflict') throw new Problem('ChangedMeanwhile');
  if (result.outcome === 'rejected') throw refused(result.rejected, wish.command);
  for (const batchId of result.batchIds) await gateway.startBatch(batchId);
  return result.warnings;
}

/** The field that a refusal is about, where there is one; of a correction it lies within the new entry. */
const paths: Readonly<Partial<Record<TreatyRejection, string>>> = {
  BeforeAdoption: '/on',
  DateInTheFuture: '/on',
  SignedAfterDeposit: '/on',
  BeforeStatement: '/on',
  WithdrawnAfterEffect: '/on',
  DenouncedTooEarly: '/on',
  EffectTooEarly: '/effectiveOn',
  InForceTooEarly: '/inForceOn',
  UnknownObjector: '/by',
  ObjectsToItself: '/by',
  EmptyTitle: '/title',
  EmptyText: '/text',
};
const pathsOfCorrection: Readonly<Partial<Record<TreatyRejection, string>>> = {
  UnknownEntry: '/entry',
  CorrectsAnotherKind: '/to/kind',
  EmptyReason: '/because',
};

function refused(code: TreatyRejection, { type }: TreatyCommand): Problem {
  const within = paths[code];
  const numbered = type === 'RecordObjection' ? '/to' : '/of';
  const plain = code === 'UnknownStatement' || code === 'StatementAlreadyWithdrawn' ? numbered : within;
  const corrected = pathsOfCorrection[code] ?? (within === undefined ? undefined : `/to${within}`);
  const path = type === 'CorrectTreatyEntry' ? corrected : plain;
  const problem = new Problem(code);
  return path === undefined ? problem : new Problem(code, undefined, { fields: [{ path, message: problem.message }] });
}
