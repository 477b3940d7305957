import type { Rejection } from './commands.ts';
import type { Giver, Signed } from './giver.ts';
import type { StartedState } from './state.ts';

const signedCommands = [
  'StartFollowUp',
  'RecordPosition',
  'CompleteMilestone',
  'ClaimImplementation',
  'Validate',
  'DeclineValidation',
  'Verify',
  'RejectVerification',
] as const;
export const isSignedCommand = (type: string): type is (typeof signedCommands)[number] =>
  signedCommands.some((each) => each === type);

/** As events carry whoever signed: nothing where nobody is known. */
export const signature = ({ by }: Signed): { readonly by?: readonly string[] } =>
  by === undefined || by.persons.length === 0 ? {} : { by: by.persons };

/** The claim waits for the validating authority of the State: nobody outside is asked to confirm what it has not signed. */
export const waitsForValidation = ({ claim }: Pick<StartedState, 'claim'>): boolean => claim?.validation === 'waiting';

/**
 * Claim, validation and verification are three events of three people where the playbook asks for it (SIMORE Plus: focal point and
 * validating authority are two persons). Who is not known may be anybody, and so is refused.
 */
export function refusalOfValidation({ by }: Signed, { status, claim, terms }: StartedState): Rejection | undefined {
  if (status !== 'under-verification' || claim?.validation !== 'waiting') return 'NothingToValidate';
  return terms.needsFourEyes === true ? refusalOfSigner(by, [claim.by]) : undefined;
}

export function refusalOfVerifier({ by }: Signed, { claim, terms }: StartedState): Rejection | undefined {
  if (claim?.validation === 'waiting') return 'NotValidated';
  if (terms.needsFourEyes !== true) return undefined;
  return refusalOfSigner(by, [claim?.by, ...(claim?.validation === 'done' ? [claim.validatedBy] : [])]);
}

function refusalOfSigner(
  by: Giver | undefined,
  earlier: readonly (readonly string[] | undefined)[],
): Rejection | undefined {
  if (by === undefined || by.persons.length === 0) return 'PersonUnknown';
  if (earlier.some((persons) => persons?.some((person) => by.persons.includes(person)))) return 'SamePerson';
  return earlier.includes(undefined) ? 'SignerUnknown' : undefined;
}
