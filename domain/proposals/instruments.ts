import { instrumentFacts } from '../reference/instruments/instruments.ts';

/** A treaty as texts name it. Patterns are matched in plain text: lower case, no accents. */
export type Instrument = { readonly key: string; readonly names: readonly string[] };

const convention = '(?:international )?(?:un |united nations )?(?:convention|convencion)';
/** `on the`, `for the`, `relative aux`, `sobre la`, and so on. */
const link = "(?:[a-z']{1,14} ){0,4}";

/** Treaties that have optional protocols come first here; the protocols are recognised by what they are protocols to. */
export const instruments: readonly Instrument[] = [
  {
    key: 'ICCPR',
    names: [
      'iccpr',
      'pidcp',
      'ccpr',
      `(?:international )?covenant ${link}civil and (?:on )?political rights`,
      'pacte (?:international )?(?:relatif aux|sur les) droits civils et politiques',
      'pacto (?:internacional )?(?:de|sobre) (?:los )?derechos civiles y politicos',
    ],
  },
  {
    key: 'ICESCR',
    names: [
      'icescr',
      'cescr',
      'pidesc',
      `(?:international )?covenant ${link}economic,? (?:and )?social,? and cultural rights`,
      'pacte (?:international )?(?:relatif aux|sur les) droits economiques,? sociaux et culturels',
      'pacto (?:internacional )?(?:de|sobre) (?:los )?derechos economicos,? sociales y culturales',
    ],
  },
  {
    key: 'ICERD',
    names: [
      'icerd',
      'cerd',
      `${convention} ${link}(?:elimination|eliminacion) ${link}(?:racial discrimination|discrimination raciale|discriminacion racial)`,
    ],
  },
  {
    key: 'CEDAW',
    names: [
      'cedaw',
      'cedef',
      `${convention} ${link}(?:elimination|eliminacion) ${link}(?:discrimination|discriminations|discriminacion) (?:against|a l'egard des|contra las?) (?:women|femmes|mujer(?:es)?)`,
    ],
  },
  {
    key: 'CAT',
    names: [
      'cat',
      'uncat',
      `${convention} (?:against|contre la|contra la) (?:torture|tortura)(?:,? (?:and|et|y) (?:other|autres|otros) (?:forms of )?(?:cruel|peines|tratos),? (?:[a-z]+,? ){0,8}?(?:punishments?|degradants|degradantes|degrading treatments?(?: or punishments?)?))?`,
    ],
  },
  {
    key: 'CRC',
    names: ['crc', 'cide', `${convention} ${link}(?:rights of the child|droits de l'enfant|derechos del nino)`],
  },
  {
    key: 'CRPD',
    names: [
      'i?crpd',
      'cdpd',
      `${convention} ${link}(?:rights of (?:persons|people) with disabilit(?:y|ies)|droits des personnes handicapees|derechos de las personas con discapacidad)`,
    ],
  },
  {
    key: 'ICMW',
    names: [
      'ic?r?mw',
      'cmw',
      `${convention} ${link}(?:protection |proteccion )?${link}(?:rights of |droits de |derechos de )?${link}(?:migrant workers|migrants workers|travailleurs migrants|trabajadores migra(?:ntes|torios))(?:,? (?:and|et|y) (?:the )?(?:members of )?(?:des membres de |de )?(?:their|leurs?|sus) famil(?:y|ies|le|les|iares))?`,
    ],
  },
  {
    key: 'CPED',
    names: [
      'i?c?p?ced',
      'i?c?cped',
      'i?cpped',
      'icpaped',
      'icpped',
      `${convention} (?:[a-z']{1,14} ){0,10}(?:enforced disappearances?|disparitions forcees|desapariciones forzadas)`,
    ],
  },
  {
    key: 'REFUGEES-1951',
    names: [
      `(?:1951 )?(?:geneva )?${convention} ${link}(?:status of |statut des |estatuto de los )refugees?(?: of 1951)?`,
      `(?:1951 )?${convention} ${link}(?:refugees|refugies|refugiados)`,
      '1951 (?:refugee )?convention',
      'refugee convention',
    ],
  },
  {
    key: 'REFUGEES-1967',
    names: [
      '1967 (?:additional |optional )?protocol(?: relating to the status of refugees)?',
      '(?:its|the) protocol (?:of|from) 1967',
      'protocol relating to the status of refugees',
      'protocole de 1967',
      'protocolo de 1967',
    ],
  },
  {
    key: 'STATELESS-1954',
    names: [
      `(?:1954 )?${convention} ${link}status of stateless(?: persons)?(?: of 1954)?`,
      '1954 convention',
      'convention de 1954',
      'convencion de 1954',
    ],
  },
  {
    key: 'STATELESS-1961',
    names: [
      `(?:1961 )?${convention} ${link}(?:reduction|reducir|reduccion) ${link}(?:statelessness|cas d'apatridie|apatridia)(?: of 1961)?`,
      '1961 convention',
      'convention de 1961',
      'convencion de 1961',
    ],
  },
  {
    key: 'ROME-STATUTE',
    names: ['rome statute', 'statut de rome', 'estatuto de roma', 'statute of the international criminal court'],
  },
];

/** Within one sentence, and without reaching over another protocol. */
const protocolOn = (subject: string): string =>
  `(?:first |second |2nd |third )?optional protocols?(?:(?!optional protocol)[^.;]){0,120}?${subject}`;

/** Optional protocols known by a name or a subject of their own, rather than by the treaty they belong to. */
export const namedProtocols: readonly Instrument[] = [
  {
    key: 'OP-ICCPR-2',
    names: ['iccpr[- ]?op ?-?2', 'op ?-?2[- ]iccpr', protocolOn('(?:abolition of|abolish(?:ing)?) the death penalty')],
  },
  { key: 'OP-ICCPR-1', names: ['iccpr[- ]?op ?-?1', 'op ?-?1[- ]iccpr', 'op[- ]iccpr'] },
  { key: 'OP-ICESCR', names: ['(?:op|opt)[- ]?(?:icescr|cescr|pidesc)'] },
  { key: 'OP-CEDAW', names: ['(?:op|opt)[- ]?cedaw'] },
  { key: 'OPCAT', names: ['op ?-?cat'] },
  { key: 'OP-CRPD', names: ['op ?-?crpd'] },
  { key: 'OP-CRC-AC', names: ['op ?-?(?:crc-)?ac', 'op-crc-ac', protocolOn('armed conflicts?')] },
  { key: 'OP-CRC-SC', names: ['op ?-?(?:crc-)?sc', protocolOn('sale of children')] },
  {
    key: 'OP-CRC-IC',
    names: ['op ?-?(?:crc-)?(?:ic|cp)', protocolOn('communications? procedures?'), 'third optional protocol'],
  },
];

/** What `optional protocol to …` means by the treaty. The three of the Convention on the Rights of the Child need a subject. */
export const protocolsTo: Readonly<Record<string, readonly string[]>> = {
  ICCPR: ['OP-ICCPR-1'],
  ICESCR: ['OP-ICESCR'],
  CEDAW: ['OP-CEDAW'],
  CAT: ['OPCAT'],
  CRC: ['OP-CRC-AC', 'OP-CRC-SC', 'OP-CRC-IC'],
  CRPD: ['OP-CRPD'],
};

/** Conventions of the International Labour Organization that texts name without their number. */
export const labourNames: Readonly<Record<string, string>> = {
  'ILO-189': 'domestic workers convention|convention (?:on|concerning) (?:decent work for )?domestic workers',
  'ILO-169': 'indigenous and tribal peoples convention|convention concerning indigenous and tribal peoples',
  'ILO-190': 'violence and harassment convention',
  'ILO-182': 'convention on the worst forms of child labour|worst forms of child labour convention',
  'ILO-138': 'minimum age convention',
};

/** What searches say beside the short title. */
const otherWords: Readonly<Record<string, string>> = {
  ICMW: 'ICRMW',
  CPED: 'CED, ICPPED',
  'OP-ICCPR-2': 'death penalty',
};

/** Short titles, to say an acronym in words. */
export const instrumentTitles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    instrumentFacts.map(({ key, shortName }) => [key, [shortName, otherWords[key]].filter(Boolean).join(', ')]),
  ),
  'ROME-STATUTE': 'Rome Statute of the International Criminal Court',
};
