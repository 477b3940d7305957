import { commonPasswords, commonWords } from './common-passwords.ts';
import { longestPassword, shortestPassword } from './password-length.ts';

export type PasswordRefusal = 'PasswordTooShort' | 'PasswordTooLong' | 'PasswordTooCommon' | 'PasswordNamesYou';

type Owner = { readonly email: string; readonly name: string };

/** Why a password is not taken; undefined when it is. No kind of character is asked for: length is what helps. */
export function refusalOfPassword(password: string, owner: Owner): PasswordRefusal | undefined {
  const length = Array.from(password).length;
  if (length < shortestPassword) return 'PasswordTooShort';
  if (length > longestPassword) return 'PasswordTooLong';
  const plain = plainOf(password);
  if (isCommon(password.toLowerCase(), plain)) return 'PasswordTooCommon';
  return namesOf(owner).some((name) => without(plain, name).length < fewestOfOnesOwn) ? 'PasswordNamesYou' : undefined;
}

/** What must be left of a password when a word that anybody would try is taken out of it. */
const fewestOfOnesOwn = 6;
const shortestName = 4;

const isCommon = (lower: string, plain: string): boolean =>
  commonPasswords.has(lower) ||
  new Set(plain).size < 4 ||
  isSequence(lower) ||
  commonWords.some((word) => without(plain, word).length < fewestOfOnesOwn);

/** As somebody would say it: `P@ssw0rd!` is "password". */
const plainOf = (password: string): string =>
  Array.from(password.toLowerCase())
    .map((character) => lookAlikes[character] ?? character)
    .filter((character) => /[\p{L}\p{N}]/u.test(character))
    .join('');

const lookAlikes: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '0': 'o',
  $: 's',
  '5': 's',
  '1': 'i',
};

/** Found as it stands, or written with look-alikes. */
const without = (plain: string, word: string): string => plain.replaceAll(plainOf(word), '');

/** The parts of an address and a name that are long enough to be a name. */
const namesOf = ({ email, name }: Owner): readonly string[] =>
  [email.split('@')[0] ?? '', ...email.split(/[@.]/), ...name.split(/\s+/), name.replaceAll(/\s+/g, '')]
    .map((part) => part.toLowerCase())
    .filter((part) => plainOf(part).length >= shortestName);

/** Each character one further than the one before, or one back. */
function isSequence(text: string): boolean {
  const codes = Array.from(text).map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.length > 0 && (steps.every((step) => step === 1) || steps.every((step) => step === -1));
}
