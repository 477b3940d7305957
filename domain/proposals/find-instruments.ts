import { instruments, labourNames, namedProtocols, protocolsTo } from './instruments.ts';

const alternatives = (names: readonly string[]): RegExp => new RegExp(`\\b(?:${names.join('|')})\\b`, 'g');
const baseMatchers = instruments.map(({ key, names }) => ({ key, pattern: alternatives(names) }));
const protocolMatchers = namedProtocols.map(({ key, names }) => ({ key, pattern: alternatives(names) }));

const optional =
  '(first |1st |second |2nd |third |two |three |relevant |additional )?(?:optional protocols?|protocoles? facultatifs?|protocolos? facultativos?|op)';
const joined = '(?:,? (?:and|et|y|or) (?:to |a |al |of )?(?:the |le |la |el )?|, (?:to )?(?:the )?)';
/** `Second Optional Protocol to the <ICCPR> and to the <CEDAW>`. */
const protocolTo = new RegExp(
  `${optional}(?: \\([a-z -]+\\))? (?:to|of|on|of the|au|a la|de la|del|al|se rapportant au|relatif au) ?(?:the |le |la |el )?(<[A-Z0-9-]+>(?:${joined}<[A-Z0-9-]+>)*)`,
  'g',
);
/** `<CEDAW> and its Optional Protocol`, `<ICCPR>, <CAT> and their Optional Protocols`. */
const withProtocol = new RegExp(
  `(<[A-Z0-9-]+>(?:${joined}<[A-Z0-9-]+>)*)(?: \\([a-z -]+\\))?(?:'s|(?:,? (?:and|et|y|as well as|together with|with|ainsi que|y a)| including)? (?:to )?(?:its|their|the|son|ses|leurs?|su|sus)) ${optional}(?! (?:to|of|on) )`,
  'g',
);
const tag = /<([A-Z0-9-]+)>/g;
const keysIn = (text: string): readonly string[] => Array.from(text.matchAll(tag), ([, key = '']) => key);

/** The instruments that a plain text names, in a stable order, each once. */
export const findInstruments = (plain: string): readonly string[] => readInstruments(plain).keys;

/** The instruments that a plain text names, and what it says beside their names. */
export function readInstruments(plain: string): { readonly keys: readonly string[]; readonly rest: string } {
  const found = new Set<string>(labourConventions(plain));
  const marked = baseMatchers
    .reduce((text, { key, pattern }) => text.replaceAll(pattern, `<${key}>`), takeNamedProtocols(plain, found))
    .replaceAll(/<([A-Z0-9-]+)>,? \(?<\1>\)?/g, '<$1>'); // `Convention against Torture (CAT)` is one.
  const withoutProtocols = takeProtocols(marked, found);
  for (const key of keysIn(withoutProtocols)) found.add(key);
  return { keys: [...found].sort(), rest: withoutProtocols.replaceAll(tag, ' ') };
}

const takeNamedProtocols = (plain: string, found: Set<string>): string =>
  protocolMatchers.reduce(
    (text, { key, pattern }) =>
      text.replaceAll(pattern, () => {
        found.add(key);
        return ' ';
      }),
    plain,
  );

/** Takes the optional protocols out of a text in which treaties are marked; the treaties that stay were named themselves. */
function takeProtocols(marked: string, found: Set<string>): string {
  const withoutTo = marked.replaceAll(protocolTo, (whole: string, which: string | undefined, list: string) => {
    const keys = keysIn(list);
    // One protocol belongs to one treaty; several, or `to … and to …`, to all of the list that have any.
    const isPlural = /protocols|protocoles|protocolos|and to/.test(whole);
    const covered = keys.filter((key, index) => protocolsTo[key] !== undefined && (isPlural || index === 0));
    for (const key of covered) addProtocols(found, key, which);
    return ` ${keys
      .filter((key) => !covered.includes(key))
      .map((key) => `<${key}>`)
      .join(' ')} `;
  });
  return withoutTo.replaceAll(withProtocol, (whole: string, list: string, which: string | undefined) => {
    for (const key of keysIn(list)) addProtocols(found, key, which);
    return whole.startsWith(`${list}'s`) ? ' ' : list; // `ICCPR's protocols` leaves the Covenant itself out.
  });
}

function addProtocols(found: Set<string>, key: string, which: string | undefined): void {
  if (key === 'ICCPR' && /second|2nd/.test(which ?? '')) found.add('OP-ICCPR-2');
  else if (key === 'ICCPR' && /two/.test(which ?? '')) found.add('OP-ICCPR-1').add('OP-ICCPR-2');
  else if (key === 'CRC' && /two/.test(which ?? '')) found.add('OP-CRC-AC').add('OP-CRC-SC');
  else for (const protocol of protocolsTo[key] ?? []) found.add(protocol);
}

const labour =
  /\b(?:ilo|international labou?r organi[sz]ation|oit|organisation internationale du travail|organizacion internacional del trabajo)\b/;
const numbered =
  /\b(?:conventions?|convenios?|c|ilo|oit)\b[^.;0-9]{0,25}?(?:\d{4}[ ,]*)?\(?(?:nos?\b\.?|n°|num\.?|numbers?)? ?(\d{1,3})\b((?:(?:,| and| y| et)+ (?:(?:nos?\b\.?|n°) ?)?\d{1,3}\b)*)/g;
const inBrackets = /\(nos?\.? ?(\d{1,3})\)/g;

/** ILO conventions by number, where the text speaks of the ILO at all; the 2014 Protocol to No. 29 is apart. */
function labourConventions(plain: string): readonly string[] {
  const named = Object.entries(labourNames).flatMap(([key, names]) => (new RegExp(names).test(plain) ? [key] : []));
  if (!labour.test(plain)) return named;
  if (/protocol[^.;]{0,40}forced labou?r convention/.test(plain)) return [...named, 'ILO-P29'];
  const numbers = [
    ...Array.from(plain.matchAll(numbered), ([, first = '', more = '']) => [first, ...(more.match(/\d{1,3}/g) ?? [])]),
    ...Array.from(plain.matchAll(inBrackets), ([, number = '']) => [number]),
  ].flat();
  return [...named, ...numbers.filter((number) => Number(number) <= 199).map((number) => `ILO-${number}`)];
}
