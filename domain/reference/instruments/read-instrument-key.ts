import { plainText } from '../../text.ts';
import { instrumentFacts, type InstrumentFacts } from './instruments.ts';

/** The key of the treaty that a table names by a key, an acronym, its number in the Treaty Collection or its title. */
export const readInstrumentKey = (text: string): string | undefined => keys.get(wordsOf(text));

/** What tables write beside our keys, the Treaty Collection's numbers and the titles. */
const acronyms: Readonly<Record<string, readonly string[]>> = {
  ICERD: ['CERD'],
  ICCPR: ['CCPR', 'PIDCP'],
  ICESCR: ['CESCR', 'PIDESC'],
  CEDAW: ['CEDEF'],
  CAT: ['UNCAT'],
  CRC: ['CIDE', 'UNCRC'],
  ICMW: ['CMW', 'ICRMW', 'MWC'],
  CRPD: ['ICRPD', 'UNCRPD', 'CDPD'],
  CPED: ['CED', 'ICPPED', 'ICPED', 'ICPAPED'],
  'OP-ICCPR-1': ['ICCPR-OP1', 'CCPR-OP1', 'OP1-ICCPR', 'OP-ICCPR', 'ICCPR-OP', 'OP1'],
  'OP-ICCPR-2': ['ICCPR-OP2', 'CCPR-OP2', 'CCPR-OP2-DP', 'OP2-ICCPR', 'OP2'],
  'OP-ICESCR': ['ICESCR-OP', 'CESCR-OP', 'OP-CESCR'],
  'OP-CEDAW': ['CEDAW-OP'],
  OPCAT: ['OP-CAT', 'CAT-OP'],
  'OP-CRC-AC': ['CRC-OP-AC', 'OPAC', 'OP-AC', 'CRC-OPAC'],
  'OP-CRC-SC': ['CRC-OP-SC', 'OPSC', 'OP-SC', 'CRC-OPSC'],
  'OP-CRC-IC': ['CRC-OP-IC', 'OPIC', 'OP-IC', 'CRC-OPIC', 'OP-CRC-CP', 'OPCP'],
  'OP-CRPD': ['CRPD-OP'],
  'REFUGEES-1951': ['1951 Convention', '1951 Refugee Convention', 'Refugee Convention', 'CSR51'],
  'REFUGEES-1967': ['1967 Protocol', 'CSR67P'],
  'STATELESS-1954': ['1954 Convention', '1954 Statelessness Convention', 'CSSP'],
  'STATELESS-1961': ['1961 Convention', '1961 Statelessness Convention', 'CRS'],
};

/** `IV-8-b` is also written `4-8-b`, and `IV.8.b` or `IV-8(b)`, which have the same words. */
const chapters: Readonly<Record<string, string>> = { IV: '4', V: '5' };
const inFigures = ({ untc }: InstrumentFacts): string => untc.replace(/^[IV]+/, (chapter) => chapters[chapter] ?? '');

const wordsOf = (text: string): string => (plainText(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

const keys: ReadonlyMap<string, string> = new Map(
  instrumentFacts.flatMap((facts) =>
    [
      facts.key,
      facts.untc,
      inFigures(facts),
      facts.shortName,
      ...Object.values(facts.names),
      ...(acronyms[facts.key] ?? []),
    ].map((name) => [wordsOf(name), facts.key] as const),
  ),
);
