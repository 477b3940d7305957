/** Where States are: ISO 3166-1 codes as the map has them (numeric) and as Relance has them (two letters). */
const numericCodes = `
AD020 AE784 AF004 AG028 AL008 AM051 AO024 AR032 AT040 AU036 AZ031 BA070 BB052 BD050 BE056 BF854 BG100 BH048 BI108 BJ204
BN096 BO068 BR076 BS044 BT064 BW072 BY112 BZ084 CA124 CD180 CF140 CG178 CH756 CI384 CK184 CL152 CM120 CN156 CO170 CR188
CU192 CV132 CY196 CZ203 DE276 DJ262 DK208 DM212 DO214 DZ012 EC218 EE233 EG818 ER232 ES724 ET231 FI246 FJ242 FM583 FR250
GA266 GB826 GD308 GE268 GH288 GM270 GN324 GQ226 GR300 GT320 GW624 GY328 HN340 HR191 HT332 HU348 ID360 IE372 IL376 IN356
IQ368 IR364 IS352 IT380 JM388 JO400 JP392 KE404 KG417 KH116 KI296 KM174 KN659 KP408 KR410 KW414 KZ398 LA418 LB422 LC662
LI438 LK144 LR430 LS426 LT440 LU442 LV428 LY434 MA504 MC492 MD498 ME499 MG450 MH584 MK807 ML466 MM104 MN496 MR478 MT470
MU480 MV462 MW454 MX484 MY458 MZ508 NA516 NE562 NG566 NI558 NL528 NO578 NP524 NR520 NU570 NZ554 OM512 PA591 PE604 PG598
PH608 PK586 PL616 PS275 PT620 PW585 PY600 QA634 RO642 RS688 RU643 RW646 SA682 SB090 SC690 SD729 SE752 SG702 SI705 SK703
SL694 SM674 SN686 SO706 SR740 SS728 ST678 SV222 SY760 SZ748 TD148 TG768 TH764 TJ762 TL626 TM795 TN788 TO776 TR792 TT780
TV798 TZ834 UA804 UG800 US840 UY858 UZ860 VA336 VC670 VE862 VN704 VU548 WS882 YE887 ZA710 ZM894 ZW716`;

/** Too small for a map of the world at 1:110 million: longitude and latitude. */
export const points: Readonly<Record<string, readonly [longitude: number, latitude: number]>> = {
  AD: [1.6, 42.5],
  AG: [-61.8, 17.1],
  BB: [-59.5, 13.2],
  BH: [50.6, 26.0],
  CK: [-159.8, -21.2],
  CV: [-23.6, 15.1],
  DM: [-61.4, 15.4],
  FM: [158.2, 6.9],
  GD: [-61.7, 12.1],
  KI: [173.0, 1.4],
  KM: [43.3, -11.7],
  KN: [-62.7, 17.3],
  LC: [-61.0, 13.9],
  LI: [9.5, 47.2],
  MC: [7.4, 43.7],
  MH: [171.2, 7.1],
  MT: [14.4, 35.9],
  MU: [57.6, -20.3],
  MV: [73.5, 4.2],
  NR: [166.9, -0.5],
  NU: [-169.9, -19.1],
  PW: [134.6, 7.5],
  SC: [55.5, -4.7],
  SG: [103.8, 1.35],
  SM: [12.5, 43.9],
  ST: [6.6, 0.3],
  TO: [-175.2, -21.2],
  TV: [179.2, -8.5],
  VA: [12.45, 41.9],
  VC: [-61.2, 13.3],
  WS: [-171.8, -13.8],
};

const byNumber: ReadonlyMap<string, string> = new Map(
  numericCodes
    .trim()
    .split(/\s+/)
    .map((each) => [each.slice(2), each.slice(0, 2)]),
);

/** What the map itself calls by no number of a State (Western Sahara, Greenland, Antarctica) belongs to no list here. */
export const codeOfNumber = (number: string | number | undefined): string | undefined => byNumber.get(String(number));
