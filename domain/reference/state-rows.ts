/**
 * The 193 members and two observers of the United Nations, one a line:
 * code (ISO 3166-1 alpha-2) | regional group | zone of the capital (IANA) | weekend (ISO weekdays) | short name in
 * English | French | Spanish | Russian | Chinese | Arabic.
 *
 * Groups: AF African, AP Asia-Pacific, EE Eastern European, LA Latin American and Caribbean, WE Western European and
 * other (with Israel, Türkiye and, as an observer that votes there, the United States), -- none.
 * Names: UNTERM, by way of the country-codes data set (Open Data Commons PDDL). Zones and weekends: CLDR, corrected
 * where its default hides a known one (BD BN DJ IN MV NP PS SO UG). A weekend is only a default: `PUT
 * /states/{code}/weekend` says otherwise.
 */
export const stateRows = `
AD|WE|Europe/Andorra|67|Andorra|Andorre|Andorra|Андорра|安道尔|أندورا
AE|AP|Asia/Dubai|67|United Arab Emirates|Émirats arabes unis|Emiratos Árabes Unidos|Объединенные Арабские Эмираты|阿拉伯联合酋长国|الإمارات العربية المتحدة
AF|AP|Asia/Kabul|45|Afghanistan|Afghanistan|Afganistán|Афганистан|阿富汗|أفغانستان
AG|LA|America/Antigua|67|Antigua and Barbuda|Antigua-et-Barbuda|Antigua y Barbuda|Антигуа и Барбуда|安提瓜和巴布达|أنتيغوا وبربودا
AL|EE|Europe/Tirane|67|Albania|Albanie|Albania|Албания|阿尔巴尼亚|ألبانيا
AM|EE|Asia/Yerevan|67|Armenia|Arménie|Armenia|Армения|亚美尼亚|أرمينيا
AO|AF|Africa/Luanda|67|Angola|Angola|Angola|Ангола|安哥拉|أنغولا
AR|LA|America/Argentina/Buenos_Aires|67|Argentina|Argentine|Argentina|Аргентина|阿根廷|الأرجنتين
AT|WE|Europe/Vienna|67|Austria|Autriche|Austria|Австрия|奥地利|النمسا
AU|WE|Australia/Sydney|67|Australia|Australie|Australia|Австралия|澳大利亚|أستراليا
AZ|EE|Asia/Baku|67|Azerbaijan|Azerbaïdjan|Azerbaiyán|Азербайджан|阿塞拜疆|أذربيجان
BA|EE|Europe/Sarajevo|67|Bosnia and Herzegovina|Bosnie-Herzégovine|Bosnia y Herzegovina|Босния и Герцеговина|波斯尼亚和黑塞哥维那|البوسنة والهرسك
BB|LA|America/Barbados|67|Barbados|Barbade|Barbados|Барбадос|巴巴多斯|بربادوس
BD|AP|Asia/Dhaka|56|Bangladesh|Bangladesh|Bangladesh|Бангладеш|孟加拉国|بنغلاديش
BE|WE|Europe/Brussels|67|Belgium|Belgique|Bélgica|Бельгия|比利时|بلجيكا
BF|AF|Africa/Ouagadougou|67|Burkina Faso|Burkina Faso|Burkina Faso|Буркина-Фасо|布基纳法索|بوركينا فاسو
BG|EE|Europe/Sofia|67|Bulgaria|Bulgarie|Bulgaria|Болгария|保加利亚|بلغاريا
BH|AP|Asia/Bahrain|56|Bahrain|Bahreïn|Bahrein|Бахрейн|巴林|البحرين
BI|AF|Africa/Bujumbura|67|Burundi|Burundi|Burundi|Бурунди|布隆迪|بوروندي
BJ|AF|Africa/Porto-Novo|67|Benin|Bénin|Benin|Бенин|贝宁|بنن
BN|AP|Asia/Brunei|57|Brunei Darussalam|Brunéi Darussalam|Brunei Darussalam|Бруней-Даруссалам|文莱达鲁萨兰国|بروني دار السلام
BO|LA|America/La_Paz|67|Bolivia (Plurinational State of)|Bolivie (État plurinational de)|Bolivia (Estado Plurinacional de)|Боливия (Многонациональное Государство)|多民族玻利维亚国|بوليفيا (دولة - المتعددة القوميات)
BR|LA|America/Sao_Paulo|67|Brazil|Brésil|Brasil|Бразилия|巴西|البرازيل
BS|LA|America/Nassau|67|Bahamas|Bahamas|Bahamas|Багамские Острова|巴哈马|جزر البهاما
BT|AP|Asia/Thimphu|67|Bhutan|Bhoutan|Bhután|Бутан|不丹|بوتان
BW|AF|Africa/Gaborone|67|Botswana|Botswana|Botswana|Ботсвана|博茨瓦纳|بوتسوانا
BY|EE|Europe/Minsk|67|Belarus|Bélarus|Belarús|Беларусь|白俄罗斯|بيلاروس
BZ|LA|America/Belize|67|Belize|Belize|Belice|Белиз|伯利兹|بليز
CA|WE|America/Toronto|67|Canada|Canada|Canadá|Канада|加拿大|كندا
CD|AF|Africa/Kinshasa|67|Democratic Republic of the Congo|République démocratique du Congo|República Democrática del Congo|Демократическая Республика Конго|刚果民主共和国|جمهورية الكونغو الديمقراطية
CF|AF|Africa/Bangui|67|Central African Republic|République centrafricaine|República Centroafricana|Центральноафриканская Республика|中非共和国|جمهورية أفريقيا الوسطى
CG|AF|Africa/Brazzaville|67|Congo|Congo|Congo|Конго|刚果（布）|الكونغو
CH|WE|Europe/Zurich|67|Switzerland|Suisse|Suiza|Швейцария|瑞士|سويسرا
CI|AF|Africa/Abidjan|67|Côte d'Ivoire|Côte d'Ivoire|Côte d'Ivoire|Кот-д'Ивуар|科特迪瓦|كوت ديفوار
CL|LA|America/Santiago|67|Chile|Chili|Chile|Чили|智利|شيلي
CM|AF|Africa/Douala|67|Cameroon|Cameroun|Camerún|Камерун|喀麦隆|الكاميرون
CN|AP|Asia/Shanghai|67|China|Chine|China|Китай|中国|الصين
CO|LA|America/Bogota|67|Colombia|Colombie|Colombia|Колумбия|哥伦比亚|كولومبيا
CR|LA|America/Costa_Rica|67|Costa Rica|Costa Rica|Costa Rica|Коста-Рика|哥斯达黎加|كوستاريكا
CU|LA|America/Havana|67|Cuba|Cuba|Cuba|Куба|古巴|كوبا
CV|AF|Atlantic/Cape_Verde|67|Cabo Verde|Cabo Verde|Cabo Verde|Кабо-Верде|佛得角|كابو فيردي
CY|AP|Asia/Nicosia|67|Cyprus|Chypre|Chipre|Кипр|塞浦路斯|قبرص
CZ|EE|Europe/Prague|67|Czechia|Tchéquie|Chequia|Чехия|捷克|تشيكيا
DE|WE|Europe/Berlin|67|Germany|Allemagne|Alemania|Германия|德国|ألمانيا
DJ|AF|Africa/Djibouti|56|Djibouti|Djibouti|Djibouti|Джибути|吉布提|جيبوتي
DK|WE|Europe/Copenhagen|67|Denmark|Danemark|Dinamarca|Дания|丹麦|الدانمرك
DM|LA|America/Dominica|67|Dominica|Dominique|Dominica|Доминика|多米尼克|دومينيكا
DO|LA|America/Santo_Domingo|67|Dominican Republic|République dominicaine|República Dominicana|Доминиканская Республика|多米尼加|الجمهورية الدومينيكية
DZ|AF|Africa/Algiers|56|Algeria|Algérie|Argelia|Алжир|阿尔及利亚|الجزائر
EC|LA|America/Guayaquil|67|Ecuador|Équateur|Ecuador|Эквадор|厄瓜多尔|إكوادور
EE|EE|Europe/Tallinn|67|Estonia|Estonie|Estonia|Эстония|爱沙尼亚|إستونيا
EG|AF|Africa/Cairo|56|Egypt|Égypte|Egipto|Египет|埃及|مصر
ER|AF|Africa/Asmara|67|Eritrea|Érythrée|Eritrea|Эритрея|厄立特里亚|إريتريا
ES|WE|Europe/Madrid|67|Spain|Espagne|España|Испания|西班牙|إسبانيا
ET|AF|Africa/Addis_Ababa|67|Ethiopia|Éthiopie|Etiopía|Эфиопия|埃塞俄比亚|إثيوبيا
FI|WE|Europe/Helsinki|67|Finland|Finlande|Finlandia|Финляндия|芬兰|فنلندا
FJ|AP|Pacific/Fiji|67|Fiji|Fidji|Fiji|Фиджи|斐济|فيجي
FM|AP|Pacific/Pohnpei|67|Micronesia (Federated States of)|Micronésie (États fédérés de)|Micronesia (Estados Federados de)|Микронезия (Федеративные Штаты)|密克罗尼西亚联邦|ميكرونيزيا (ولايات - الموحدة)
FR|WE|Europe/Paris|67|France|France|Francia|Франция|法国|فرنسا
GA|AF|Africa/Libreville|67|Gabon|Gabon|Gabón|Габон|加蓬|غابون
GB|WE|Europe/London|67|United Kingdom of Great Britain and Northern Ireland|Royaume-Uni de Grande-Bretagne et d'Irlande du Nord|Reino Unido de Gran Bretaña e Irlanda del Norte|Соединенное Королевство Великобритании и Северной Ирландии|大不列颠及北爱尔兰联合王国|المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية
GD|LA|America/Grenada|67|Grenada|Grenade|Granada|Гренада|格林纳达|غرينادا
GE|EE|Asia/Tbilisi|67|Georgia|Géorgie|Georgia|Грузия|格鲁吉亚|جورجيا
GH|AF|Africa/Accra|67|Ghana|Ghana|Ghana|Гана|加纳|غانا
GM|AF|Africa/Banjul|67|Gambia|Gambie|Gambia|Гамбия|冈比亚|غامبيا
GN|AF|Africa/Conakry|67|Guinea|Guinée|Guinea|Гвинея|几内亚|غينيا
GQ|AF|Africa/Malabo|67|Equatorial Guinea|Guinée équatoriale|Guinea Ecuatorial|Экваториальная Гвинея|赤道几内亚|غينيا الاستوائية
GR|WE|Europe/Athens|67|Greece|Grèce|Grecia|Греция|希腊|اليونان
GT|LA|America/Guatemala|67|Guatemala|Guatemala|Guatemala|Гватемала|危地马拉|غواتيمالا
GW|AF|Africa/Bissau|67|Guinea-Bissau|Guinée-Bissau|Guinea-Bissau|Гвинея-Бисау|几内亚比绍|غينيا - بيساو
GY|LA|America/Guyana|67|Guyana|Guyana|Guyana|Гайана|圭亚那|غيانا
HN|LA|America/Tegucigalpa|67|Honduras|Honduras|Honduras|Гондурас|洪都拉斯|هندوراس
HR|EE|Europe/Zagreb|67|Croatia|Croatie|Croacia|Хорватия|克罗地亚|كرواتيا
HT|LA|America/Port-au-Prince|67|Haiti|Haïti|Haití|Гаити|海地|هايتي
HU|EE|Europe/Budapest|67|Hungary|Hongrie|Hungría|Венгрия|匈牙利|هنغاريا
ID|AP|Asia/Jakarta|67|Indonesia|Indonésie|Indonesia|Индонезия|印度尼西亚|إندونيسيا
IE|WE|Europe/Dublin|67|Ireland|Irlande|Irlanda|Ирландия|爱尔兰|أيرلندا
IL|WE|Asia/Jerusalem|56|Israel|Israël|Israel|Израиль|以色列|إسرائيل
IN|AP|Asia/Kolkata|67|India|Inde|India|Индия|印度|الهند
IQ|AP|Asia/Baghdad|56|Iraq|Iraq|Iraq|Ирак|伊拉克|العراق
IR|AP|Asia/Tehran|5|Iran (Islamic Republic of)|Iran (République islamique d')|Irán (República Islámica del)|Иран (Исламская Республика)|伊朗伊斯兰共和国|إيران (جمهورية - الإسلامية)
IS|WE|Atlantic/Reykjavik|67|Iceland|Islande|Islandia|Исландия|冰岛|آيسلندا
IT|WE|Europe/Rome|67|Italy|Italie|Italia|Италия|意大利|إيطاليا
JM|LA|America/Jamaica|67|Jamaica|Jamaïque|Jamaica|Ямайка|牙买加|جامايكا
JO|AP|Asia/Amman|56|Jordan|Jordanie|Jordania|Иордания|约旦|الأردن
JP|AP|Asia/Tokyo|67|Japan|Japon|Japón|Япония|日本|اليابان
KE|AF|Africa/Nairobi|67|Kenya|Kenya|Kenya|Кения|肯尼亚|كينيا
KG|AP|Asia/Bishkek|67|Kyrgyzstan|Kirghizistan|Kirguistán|Кыргызстан|吉尔吉斯斯坦|قيرغيزستان
KH|AP|Asia/Phnom_Penh|67|Cambodia|Cambodge|Camboya|Камбоджа|柬埔寨|كمبوديا
KI|AP|Pacific/Tarawa|67|Kiribati|Kiribati|Kiribati|Кирибати|基里巴斯|كيريباس
KM|AF|Indian/Comoro|67|Comoros|Comores|Comoras|Коморские Острова|科摩罗|جزر القمر
KN|LA|America/St_Kitts|67|Saint Kitts and Nevis|Saint-Kitts-et-Nevis|Saint Kitts y Nevis|Сент-Китс и Невис|圣基茨和尼维斯|سانت كيتس ونيفس
KP|AP|Asia/Pyongyang|67|Democratic People's Republic of Korea|République populaire démocratique de Corée|República Popular Democrática de Corea|Корейская Народно-Демократическая Республика|朝鲜民主主义人民共和国|جمهورية كوريا الشعبية الديمقراطية
KR|AP|Asia/Seoul|67|Republic of Korea|République de Corée|República de Corea|Республика Корея|大韩民国|جمهورية كوريا
KW|AP|Asia/Kuwait|56|Kuwait|Koweït|Kuwait|Кувейт|科威特|الكويت
KZ|AP|Asia/Almaty|67|Kazakhstan|Kazakhstan|Kazajstán|Казахстан|哈萨克斯坦|كازاخستان
LA|AP|Asia/Vientiane|67|Lao People's Democratic Republic|République démocratique populaire lao|República Democrática Popular Lao|Лаосская Народно-Демократическая Республика|老挝人民民主共和国|جمهورية لاو الديمقراطية الشعبية
LB|AP|Asia/Beirut|67|Lebanon|Liban|Líbano|Ливан|黎巴嫩|لبنان
LC|LA|America/St_Lucia|67|Saint Lucia|Sainte-Lucie|Santa Lucía|Сент-Люсия|圣卢西亚|سانت لوسيا
LI|WE|Europe/Vaduz|67|Liechtenstein|Liechtenstein|Liechtenstein|Лихтенштейн|列支敦士登|ليختنشتاين
LK|AP|Asia/Colombo|67|Sri Lanka|Sri Lanka|Sri Lanka|Шри-Ланка|斯里兰卡|سري لانكا
LR|AF|Africa/Monrovia|67|Liberia|Libéria|Liberia|Либерия|利比里亚|ليبريا
LS|AF|Africa/Maseru|67|Lesotho|Lesotho|Lesotho|Лесото|莱索托|ليسوتو
LT|EE|Europe/Vilnius|67|Lithuania|Lituanie|Lituania|Литва|立陶宛|ليتوانيا
LU|WE|Europe/Luxembourg|67|Luxembourg|Luxembourg|Luxemburgo|Люксембург|卢森堡|لكسمبرغ
LV|EE|Europe/Riga|67|Latvia|Lettonie|Letonia|Латвия|拉脱维亚|لاتفيا
LY|AF|Africa/Tripoli|56|Libya|Libye|Libia|Ливия|利比亚|ليبيا
MA|AF|Africa/Casablanca|67|Morocco|Maroc|Marruecos|Марокко|摩洛哥|المغرب
MC|WE|Europe/Monaco|67|Monaco|Monaco|Mónaco|Монако|摩纳哥|موناكو
MD|EE|Europe/Chisinau|67|Republic of Moldova|République de Moldova|República de Moldova|Республика Молдова|摩尔多瓦共和国|جمهورية مولدوفا
ME|EE|Europe/Podgorica|67|Montenegro|Monténégro|Montenegro|Черногория|黑山|الجبل الأسود
MG|AF|Indian/Antananarivo|67|Madagascar|Madagascar|Madagascar|Мадагаскар|马达加斯加|مدغشقر
MH|AP|Pacific/Majuro|67|Marshall Islands|Îles Marshall|Islas Marshall|Маршалловы Острова|马绍尔群岛|جزر مارشال
MK|EE|Europe/Skopje|67|North Macedonia|Macédoine du Nord|Macedonia del Norte|Северная Македония|北马其顿|مقدونيا الشمالية
ML|AF|Africa/Bamako|67|Mali|Mali|Malí|Мали|马里|مالي
MM|AP|Asia/Yangon|67|Myanmar|Myanmar|Myanmar|Мьянма|缅甸|ميانمار
MN|AP|Asia/Ulaanbaatar|67|Mongolia|Mongolie|Mongolia|Монголия|蒙古|منغوليا
MR|AF|Africa/Nouakchott|67|Mauritania|Mauritanie|Mauritania|Мавритания|毛里塔尼亚|موريتانيا
MT|WE|Europe/Malta|67|Malta|Malte|Malta|Мальта|马耳他|مالطة
MU|AF|Indian/Mauritius|67|Mauritius|Maurice|Mauricio|Маврикий|毛里求斯|موريشيوس
MV|AP|Indian/Maldives|56|Maldives|Maldives|Maldivas|Мальдивские Острова|马尔代夫|ملديف
MW|AF|Africa/Blantyre|67|Malawi|Malawi|Malawi|Малави|马拉维|ملاوي
MX|LA|America/Mexico_City|67|Mexico|Mexique|México|Мексика|墨西哥|المكسيك
MY|AP|Asia/Kuala_Lumpur|67|Malaysia|Malaisie|Malasia|Малайзия|马来西亚|ماليزيا
MZ|AF|Africa/Maputo|67|Mozambique|Mozambique|Mozambique|Мозамбик|莫桑比克|موزامبيق
NA|AF|Africa/Windhoek|67|Namibia|Namibie|Namibia|Намибия|纳米比亚|ناميبيا
NE|AF|Africa/Niamey|67|Niger|Niger|Níger|Нигер|尼日尔|النيجر
NG|AF|Africa/Lagos|67|Nigeria|Nigéria|Nigeria|Нигерия|尼日利亚|نيجيريا
NI|LA|America/Managua|67|Nicaragua|Nicaragua|Nicaragua|Никарагуа|尼加拉瓜|نيكاراغوا
NL|WE|Europe/Amsterdam|67|Netherlands|Pays-Bas|Países Bajos|Нидерланды|荷兰|هولندا
NO|WE|Europe/Oslo|67|Norway|Norvège|Noruega|Норвегия|挪威|النرويج
NP|AP|Asia/Kathmandu|6|Nepal|Népal|Nepal|Непал|尼泊尔|نيبال
NR|AP|Pacific/Nauru|67|Nauru|Nauru|Nauru|Науру|瑙鲁|ناورو
NZ|WE|Pacific/Auckland|67|New Zealand|Nouvelle-Zélande|Nueva Zelandia|Новая Зеландия|新西兰|نيوزيلندا
OM|AP|Asia/Muscat|56|Oman|Oman|Omán|Оман|阿曼|عمان
PA|LA|America/Panama|67|Panama|Panama|Panamá|Панама|巴拿马|بنما
PE|LA|America/Lima|67|Peru|Pérou|Perú|Перу|秘鲁|بيرو
PG|AP|Pacific/Port_Moresby|67|Papua New Guinea|Papouasie-Nouvelle-Guinée|Papua Nueva Guinea|Папуа — Новая Гвинея|巴布亚新几内亚|بابوا غينيا الجديدة
PH|AP|Asia/Manila|67|Philippines|Philippines|Filipinas|Филиппины|菲律宾|الفلبين
PK|AP|Asia/Karachi|67|Pakistan|Pakistan|Pakistán|Пакистан|巴基斯坦|باكستان
PL|EE|Europe/Warsaw|67|Poland|Pologne|Polonia|Польша|波兰|بولندا
PS|--|Asia/Hebron|56|State of Palestine|État de Palestine|Estado de Palestina|Государство Палестина|巴勒斯坦国|دولة فلسطين
PT|WE|Europe/Lisbon|67|Portugal|Portugal|Portugal|Португалия|葡萄牙|البرتغال
PW|AP|Pacific/Palau|67|Palau|Palaos|Palau|Палау|帕劳|بالاو
PY|LA|America/Asuncion|67|Paraguay|Paraguay|Paraguay|Парагвай|巴拉圭|باراغواي
QA|AP|Asia/Qatar|56|Qatar|Qatar|Qatar|Катар|卡塔尔|قطر
RO|EE|Europe/Bucharest|67|Romania|Roumanie|Rumania|Румыния|罗马尼亚|رومانيا
RS|EE|Europe/Belgrade|67|Serbia|Serbie|Serbia|Сербия|塞尔维亚|صربيا
RU|EE|Europe/Moscow|67|Russian Federation|Fédération de Russie|Federación de Rusia|Российская Федерация|俄罗斯联邦|الاتحاد الروسي
RW|AF|Africa/Kigali|67|Rwanda|Rwanda|Rwanda|Руанда|卢旺达|رواندا
SA|AP|Asia/Riyadh|56|Saudi Arabia|Arabie saoudite|Arabia Saudita|Саудовская Аравия|沙特阿拉伯|المملكة العربية السعودية
SB|AP|Pacific/Guadalcanal|67|Solomon Islands|Îles Salomon|Islas Salomón|Соломоновы Острова|所罗门群岛|جزر سليمان
SC|AF|Indian/Mahe|67|Seychelles|Seychelles|Seychelles|Сейшельские Острова|塞舌尔|سيشيل
SD|AF|Africa/Khartoum|56|Sudan|Soudan|Sudán|Судан|苏丹|السودان
SE|WE|Europe/Stockholm|67|Sweden|Suède|Suecia|Швеция|瑞典|السويد
SG|AP|Asia/Singapore|67|Singapore|Singapour|Singapur|Сингапур|新加坡|سنغافورة
SI|EE|Europe/Ljubljana|67|Slovenia|Slovénie|Eslovenia|Словения|斯洛文尼亚|سلوفينيا
SK|EE|Europe/Bratislava|67|Slovakia|Slovaquie|Eslovaquia|Словакия|斯洛伐克|سلوفاكيا
SL|AF|Africa/Freetown|67|Sierra Leone|Sierra Leone|Sierra Leona|Сьерра-Леоне|塞拉利昂|سيراليون
SM|WE|Europe/San_Marino|67|San Marino|Saint-Marin|San Marino|Сан-Марино|圣马力诺|سان مارينو
SN|AF|Africa/Dakar|67|Senegal|Sénégal|Senegal|Сенегал|塞内加尔|السنغال
SO|AF|Africa/Mogadishu|45|Somalia|Somalie|Somalia|Сомали|索马里|الصومال
SR|LA|America/Paramaribo|67|Suriname|Suriname|Suriname|Суринам|苏里南|سورينام
SS|AF|Africa/Juba|67|South Sudan|Soudan du Sud|Sudán del Sur|Южный Судан|南苏丹|جنوب السودان
ST|AF|Africa/Sao_Tome|67|Sao Tome and Principe|Sao Tomé-et-Principe|Santo Tomé y Príncipe|Сан-Томе и Принсипи|圣多美和普林西比|سان تومي وبرينسيبي
SV|LA|America/El_Salvador|67|El Salvador|El Salvador|El Salvador|Сальвадор|萨尔瓦多|السلفادور
SY|AP|Asia/Damascus|56|Syrian Arab Republic|République arabe syrienne|República Árabe Siria|Сирийская Арабская Республика|阿拉伯叙利亚共和国|الجمهورية العربية السورية
SZ|AF|Africa/Mbabane|67|Eswatini|Eswatini|Eswatini|Эсватини|斯威士兰|إسواتيني
TD|AF|Africa/Ndjamena|67|Chad|Tchad|Chad|Чад|乍得|تشاد
TG|AF|Africa/Lome|67|Togo|Togo|Togo|Того|多哥|توغو
TH|AP|Asia/Bangkok|67|Thailand|Thaïlande|Tailandia|Таиланд|泰国|تايلند
TJ|AP|Asia/Dushanbe|67|Tajikistan|Tadjikistan|Tayikistán|Таджикистан|塔吉克斯坦|طاجيكستان
TL|AP|Asia/Dili|67|Timor-Leste|Timor-Leste|Timor-Leste|Тимор-Лешти|东帝汶|تيمور- ليشتي
TM|AP|Asia/Ashgabat|67|Turkmenistan|Turkménistan|Turkmenistán|Туркменистан|土库曼斯坦|تركمانستان
TN|AF|Africa/Tunis|67|Tunisia|Tunisie|Túnez|Тунис|突尼斯|تونس
TO|AP|Pacific/Tongatapu|67|Tonga|Tonga|Tonga|Тонга|汤加|تونغا
TR|WE|Europe/Istanbul|67|Türkiye|Türkiye|Türkiye|Турция|土耳其|تركيا
TT|LA|America/Port_of_Spain|67|Trinidad and Tobago|Trinité-et-Tobago|Trinidad y Tabago|Тринидад и Тобаго|特立尼达和多巴哥|ترينيداد وتوباغو
TV|AP|Pacific/Funafuti|67|Tuvalu|Tuvalu|Tuvalu|Тувалу|图瓦卢|توفالو
TZ|AF|Africa/Dar_es_Salaam|67|United Republic of Tanzania|République-Unie de Tanzanie|República Unida de Tanzanía|Объединенная Республика Танзания|坦桑尼亚联合共和国|جمهورية تنزانيا المتحدة
UA|EE|Europe/Kyiv|67|Ukraine|Ukraine|Ucrania|Украина|乌克兰|أوكرانيا
UG|AF|Africa/Kampala|67|Uganda|Ouganda|Uganda|Уганда|乌干达|أوغندا
US|WE|America/New_York|67|United States of America|États-Unis d'Amérique|Estados Unidos de América|Соединенные Штаты Америки|美利坚合众国|الولايات المتحدة الأمريكية
UY|LA|America/Montevideo|67|Uruguay|Uruguay|Uruguay|Уругвай|乌拉圭|أوروغواي
UZ|AP|Asia/Tashkent|67|Uzbekistan|Ouzbékistan|Uzbekistán|Узбекистан|乌兹别克斯坦|أوزبكستان
VA|--|Europe/Vatican|67|Holy See|Saint-Siège|Santa Sede|Святой Престол|罗马教廷|الكرسي الرسولي
VC|LA|America/St_Vincent|67|Saint Vincent and the Grenadines|Saint-Vincent-et-les Grenadines|San Vicente y las Granadinas|Сент-Винсент и Гренадины|圣文森特和格林纳丁斯|سانت فنسنت وجزر غرينادين
VE|LA|America/Caracas|67|Venezuela (Bolivarian Republic of)|Venezuela (République bolivarienne du)|Venezuela (República Bolivariana de)|Венесуэла (Боливарианская Республика)|委内瑞拉玻利瓦尔共和国|فنزويلا (جمهورية - البوليفارية)
VN|AP|Asia/Ho_Chi_Minh|67|Viet Nam|Viet Nam|Viet Nam|Вьетнам|越南|فييت نام
VU|AP|Pacific/Efate|67|Vanuatu|Vanuatu|Vanuatu|Вануату|瓦努阿图|فانواتو
WS|AP|Pacific/Apia|67|Samoa|Samoa|Samoa|Самоа|萨摩亚|ساموا
YE|AP|Asia/Aden|56|Yemen|Yémen|Yemen|Йемен|也门|اليمن
ZA|AF|Africa/Johannesburg|67|South Africa|Afrique du Sud|Sudáfrica|Южная Африка|南非|جنوب أفريقيا
ZM|AF|Africa/Lusaka|67|Zambia|Zambie|Zambia|Замбия|赞比亚|زامبيا
ZW|AF|Africa/Harare|67|Zimbabwe|Zimbabwe|Zimbabwe|Зимбабве|津巴布韦|زمبابوي
`;
