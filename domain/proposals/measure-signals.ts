import { sign, type Signal } from './signal.ts';

const few = "(?:[\\w'/,-]+ ){0,6}?";
/** `Ratify`, not `ratified`: what a State has ratified already is not asked for. */
const joining =
  '(?:ratify|ratifying|ratifications?|accede|acceding|accession|adhere|adhering|adhesion|sign|signing|signature|signatory|join|joining|becom(?:e|ing) (?:a )?(?:state )?part(?:y|ies)|becom(?:e|ing) (?:a )?signatory|ratifier|adherer|signer|devenir partie|ratificar|ratificacion|adherirse|adhesion|firmar)';
const treaty =
  '(?:conventions?|covenants?|protocols?|treat(?:y|ies)|(?:international|regional|human rights|core|legal) (?:human rights )?instruments?|rome statute|statute of the international|icc\\b|charter|pactes?|pactos?|protocoles?|protocolos?|convencion(?:es)?|convenios?|tratados?|traites?|instrumentos?|estatuto de roma|statut de rome|(?:op-? ?)?(?:i?ccpr|i?cescr|i?cerd|cedaw|cat|crc|i?c?r?mw|i?c?p?p?ced|i?crpd)\\b)';
const lawVerb =
  '(?:adopt(?:ing|ion of)?|amend(?:ing|ments? (?:to|of))?|enact(?:ing|ment of)?|pass(?:ing|age of)?|repeal(?:ing)?|abrogat(?:e|ing)|abolish(?:ing)?|reform(?:ing|s? of)?|revis(?:e|ing|ion of)|review(?:ing)?|harmoni[sz](?:e|ing|ation of)|align(?:ing)?|adapt(?:ing)?|bring(?:ing)?|conform(?:ing)?|introduc(?:e|ing)|incorporat(?:e|ing)|develop(?:ing)?|draft(?:ing)?|strengthen(?:ing)?|improv(?:e|ing)|updat(?:e|ing)|modif(?:y|ying)|promulgat(?:e|ing)|complet(?:e|ing)|finali[sz](?:e|ing)|ensure (?:that )?(?:the |its |comprehensive |all )?|provide|include|incorporate|adopter|modifier|abroger|reviser|harmoniser|reformer|promulguer|aligner|adoptar|modificar|derogar|reformar|armonizar|revisar|promulgar|aprobar|adecuar)';
const law =
  '(?:laws?\\b(?! enforcement)|legislations?|legislative|statutes?\\b|bills?\\b|acts?\\b|(?:criminal|penal|civil|family|labou?r|electoral|nationality|personal status|military|press|media) (?:code|law)s?|code of criminal procedure|codes?\\b(?! of conduct)|constitution(?:al)?(?! court)|(?:legal|normative|legislative) (?:framework|provisions?|definition|norms)|lois?\\b|legislation|codigo|ley(?:es)?\\b|legislacion|constitucion)';
const planVerb =
  '(?:adopt(?:ing|ion of)?|develop(?:ing|ment of)?|draft(?:ing)?|draw(?:ing)? up|elaborat(?:e|ing|ion of)|establish(?:ing|ment of)?|formulat(?:e|ing|ion of)|prepar(?:e|ing|ation of)|complet(?:e|ing)|finali[sz](?:e|ing)|design(?:ing)?|creat(?:e|ing)|introduc(?:e|ing)|launch(?:ing)?|approv(?:e|ing)|put in place|set up|conclud(?:e|ing)|implement(?:ing|ation of)?|adopter|elaborer|mettre en oeuvre|adoptar|elaborar|implementar|aprobar)';

/** What texts ask for, in the words of English, French and Spanish recommendations. */
export const measureSignals: readonly Signal[] = [
  sign(
    'ratify',
    3,
    'it asks to join a treaty',
    `${joining}\\b[^.;]{0,160}?${treaty}`,
    `(?:ratification|accession) (?:to|of) <`,
    `${treaty}[^.;]{0,60}?(?:be|been) (?:ratified|signed|acceded to)`,
  ),
  sign(
    'ratify',
    3,
    'it asks for an act that is deposited with the treaty',
    `(?:withdraw|lift|remove|retirer|retirar)(?:ing|al of)? ${few}(?:reservations?|reserves?|reservas?)`,
    '(?:make|making) (?:the|a) declarations? (?:under|provided|foreseen|envisaged|pursuant)',
    `(?:recogni[sz]e|accept|recognition of|acceptance of)(?:ing)? ${few}(?:competence|jurisdiction) of`,
    'individual (?:complaints?|communications?) (?:procedures?|mechanisms?)',
  ),
  sign(
    'ratify',
    2,
    'it speaks of ratifying or acceding',
    '(?:ratify|ratifying|ratification|acced(?:e|ing) to|accession to|ratifier|ratificar|ratificacion)\\b',
  ),

  sign(
    'national-institution',
    3,
    'it names the national human rights institution or an ombudsman',
    'nhris?\\b',
    'ombuds',
    'paris principles',
    'principes de paris',
    'principios de paris',
    'national (?:institutions?|bod(?:y|ies)) (?:for|on|of) (?:the )?(?:promotion (?:and protection )?of |protection (?:and promotion )?of )?(?:the )?(?:human )?rights',
    "national (?:independent )?(?:human rights|children's rights) (?:institutions?|commissions?|council)",
    'independent (?:national )?human rights (?:institutions?|commissions?|bod(?:y|ies)|mechanisms?)',
    'human rights institutions?\\b',
    'institutions? nationales? (?:independantes? )?(?:des|de(?: promotion)?) ',
    'institucion(?:es)? nacional(?:es)? (?:independientes? )?de (?:los )?derechos humanos',
    'defensor(?:ia)? del pueblo',
    'mediateur',
    'public defender',
    'international coordinating committee',
  ),
  sign(
    'national-institution',
    2,
    'it speaks of an independent commission or institution for rights',
    '(?<!inter-american )(?<!european )(?<!african )(?<!intergovernmental )(?<!nations )(?:human rights commission|commission (?:on|for) human rights)(?! of the united)',
    `(?:establish|creat|set up|setting up|strengthen)(?:e|ing|ment of|ion of)? ${few}(?:institution|commission|equality body|advocate|independent (?:body|mechanism))`,
    'national preventive mechanism',
    'advocate of the principle of equality',
  ),

  sign(
    'national-action-plan',
    3,
    'it names a national human rights action plan',
    '(?:national )?(?:human rights|humanos) (?:action plan|plan of action|plan|strategy)',
    '(?:action plan|plan of action|national plan|strategy|strategic plan|plan|programme of action|program) (?:on|for|of) (?:the )?(?:promotion and protection of |protection and promotion of |promotion of |protection of )?(?:the )?human rights',
    'nhrap\\b',
    "plan (?:national )?d'action (?:national )?(?:pour|en matiere de|sur|relatif aux) (?:les )?droits",
    'plan (?:nacional )?(?:de accion )?(?:nacional )?(?:de|sobre|en materia de) derechos humanos',
  ),
  sign(
    'national-action-plan',
    2.5,
    'it asks for a plan or a strategy to be drawn up',
    `(?!implement)${planVerb} (?:and (?:implement|adopt|execute|launch)(?:ing)? |and fully implement )?${few}(?:action plans?|plans? of action|national (?:plan|strateg(?:y|ies)|programme|policy|policies)|comprehensive (?:plan|strateg(?:y|ies)|policy|policies)|strateg(?:y|ies)\\b|plan d'action|plan national|plan de accion|plan nacional|estrategia)`,
  ),
  sign(
    'national-action-plan',
    2,
    'it speaks of a plan, a strategy or a national programme',
    'action plans?\\b',
    'plans? of action',
    'national (?:strateg(?:y|ies)|programmes? (?:of|for|to|against)|plans?\\b(?! of))',
    "plan d'action",
    'plan de accion',
    'plan nacional',
    'estrategia nacional',
  ),

  sign(
    'human-rights-education',
    3,
    'it asks for human rights education or training',
    'human rights (?:education|training|curricul|awareness|culture)',
    '(?:education|training|courses?|sensiti[sz]ation|awareness) ?(?:and training |and sensiti[sz]ation |programmes? |campaigns? |activities )?(?:on|in|about|for|of|regarding) (?:the )?(?:international )?human rights',
    '(?:human )?rights education',
    '(?:education|formation) aux droits',
    '(?:educacion|formacion|capacitacion) (?:y capacitacion |y formacion )?(?:en|sobre) (?:materia de )?derechos humanos',
  ),
  sign(
    'human-rights-education',
    2,
    'it asks for training, teaching or raising awareness',
    '(?:provid(?:e|ing)|conduct|organi[sz]e|offer|introduc(?:e|ing)|strengthen|continue|develop|increase|establish|improve|giv(?:e|ing)|carry out|further|specific|adequate|proper|regular|systematic|mandatory|specialized|capacity-building and) (?:\\w+[ ,-]+){0,4}training',
    'training (?:for|of|to|programmes?|courses?|on|activities|and (?:education|awareness|sensitization))',
    'train(?:ing)? (?:the )?(?:police|judges|law enforcement|security|prison|teachers|public officials|health)',
    'rais(?:e|ing) (?:the )?(?:\\w+ )?awareness',
    'awareness[- ]raising',
    '(?:public )?awareness(?:-building)? (?:campaigns?|programmes?|activities)',
    'sensiti[sz](?:e|ing|ation)',
    'curricul',
    'public (?:education|information) (?:campaign|programme)',
    'information campaigns?',
    'sensibilis',
    'sensibiliz',
    'capacitacion',
  ),

  sign(
    'legislation',
    3,
    'it asks for a law to be made, changed or repealed',
    `${lawVerb} ${few}${law}`,
    `(?:legislation|laws?|bills?|code|act|provisions?)\\b[^.;]{0,60}?(?:into (?:line|conformity|compliance)|in (?:line|conformity|compliance|accordance) with (?:its |the )?(?:international|human rights)|conform|harmoni[sz]|compatib|repealed|amended|adopted|enacted)`,
    '(?:de)?criminali[sz](?:e|ing)\\b',
    '(?:explicitly |legally |by law )?(?:prohibit|outlaw|ban)(?:ing)? ',
    'abolish(?:ing)? (?:\\w+ ){0,4}(?:death penalty|capital punishment|corporal punishment)',
    'abolition of (?:the )?(?:death penalty|corporal punishment)',
    'aboli(?:r|tion de) la (?:peine de mort|pena de muerte)',
    'definition of (?:\\w+ ){0,3}(?:torture|rape|discrimination|trafficking|the crime)',
    'minimum age (?:of|for)',
  ),
  sign(
    'legislation',
    2,
    'it speaks of legislation',
    'legislations?\\b',
    'legislative',
    'legal framework',
    '(?:domestic|national) (?:law|legal order|legal system)\\b',
    'legislacion',
    'by law\\b',
    'laws?\\b(?! enforcement)',
    'in law\\b',
    'moratorium on (?:the )?(?:death|execution|use)',
  ),

  sign(
    'regional-arrangement',
    3,
    'it asks for regional arrangements in human rights',
    '(?:sub-?)?regional (?:and international |and sub-?regional )?(?:human rights )?(?:cooperation|arrangements?|mechanisms?|organi[sz]ations?|initiatives?|bod(?:y|ies)|partners|systems?|commissions?|conferences?|dialogue|level)',
    '(?:international and|united nations and|universal and) regional (?:human rights )?(?:cooperation|mechanisms?|organi[sz]ations?|bodies|protection|level|initiatives?|conferences|systems?)',
    '(?:asean|aichr|african union|arab league|league of arab states|pacific islands forum|organi[sz]ation of american states)\\b(?! (?:convention|charter|protocol))',
    '(?:inter-american|african|european) (?:system|court|commission)',
    'intergovernmental (?:human rights )?commission',
    '(?:cooperacion|mecanismos?|sistema) regional(?:es)?',
    'sistema interamericano',
    'mecanismes? regionaux',
  ),
  sign('regional-arrangement', 1, 'it speaks of the region', 'regional', 'sub-?regional'),

  sign(
    'development-programmes',
    3,
    'it asks for human rights in development planning',
    "(?:national |economic |social |socio-economic |growth and |government's |sustainable |philippines )*development (?:plan|strateg|programme|policy|policies|framework|assistance framework|agenda|projects?|cooperation)",
    'cooperation framework',
    'undaf\\b',
    'poverty reduction (?:strategy|programme|policies)',
    'mainstream(?:ing)? (?:\\w+ ){0,6}(?:human rights|gender)? ?(?:\\w+ ){0,4}(?:in|into) (?:\\w+ ){0,3}development',
    'plan(?:es)? (?:nacional(?:es)? )?de desarrollo',
    'plan (?:national )?de developpement',
  ),
  sign(
    'development-programmes',
    1,
    'it speaks of development',
    'sustainable development',
    'right to development',
    'economic development',
    'desarrollo',
    'developpement',
    'poverty',
  ),
];
