/**
 * The formal names of the 193 members and two observers, as letters to governments use them, one a line:
 * code | English | French | Spanish | Russian | Russian genitive | Chinese | Arabic, with the article that each language writes.
 *
 * Source: UNTERM, by way of the country-codes data set (Open Data Commons PDDL), which has none for CI and TR: those, and the
 * Russian genitives, were added by hand. Where UNTERM has no longer form, the short one stands.
 */
export const officialNameRows = `
AD|the Principality of Andorra|la Principauté d'Andorre|el Principado de Andorra|Княжество Андорра|Княжества Андорра|安道尔公国|إمارة أندورا
AE|the United Arab Emirates|les Émirats arabes unis|los Emiratos Árabes Unidos|Объединенные Арабские Эмираты|Объединенных Арабских Эмиратов|阿拉伯联合酋长国|الإمارات العربية المتحدة
AF|the Islamic Republic of Afghanistan|la République islamique d'Afghanistan|la República Islámica del Afganistán|Исламская Республика Афганистан|Исламской Республики Афганистан|阿富汗伊斯兰共和国|جمهورية أفغانستان الإسلامية
AG|Antigua and Barbuda|Antigua-et-Barbuda|Antigua y Barbuda|Антигуа и Барбуда|Антигуа и Барбуды|安提瓜和巴布达|أنتيغوا وبربودا
AL|the Republic of Albania|la République d'Albanie|la República de Albania|Республика Албания|Республики Албания|阿尔巴尼亚共和国|جمهورية ألبانيا
AM|the Republic of Armenia|la République d'Arménie|la República de Armenia|Республика Армения|Республики Армения|亚美尼亚共和国|جمهورية أرمينيا
AO|the Republic of Angola|la République d'Angola|la República de Angola|Республика Ангола|Республики Ангола|安哥拉共和国|جمهورية أنغولا
AR|the Argentine Republic|la République argentine|la República Argentina|Аргентинская Республика|Аргентинской Республики|阿根廷共和国|جمهورية الأرجنتين
AT|the Republic of Austria|la République d'Autriche|la República de Austria|Австрийская Республика|Австрийской Республики|奥地利共和国|جمهورية النمسا
AU|Australia|l'Australie|Australia|Австралия|Австралии|澳大利亚|أستراليا
AZ|the Republic of Azerbaijan|la République d'Azerbaïdjan|la República de Azerbaiyán|Азербайджанская Республика|Азербайджанской Республики|阿塞拜疆共和国|جمهورية أذربيجان
BA|Bosnia and Herzegovina|la Bosnie-Herzégovine|Bosnia y Herzegovina|Босния и Герцеговина|Боснии и Герцеговины|波斯尼亚和黑塞哥维那|البوسنة والهرسك
BB|Barbados|la Barbade|Barbados|Барбадос|Барбадоса|巴巴多斯|بربادوس
BD|the People's Republic of Bangladesh|la République populaire du Bangladesh|la República Popular de Bangladesh|Народная Республика Бангладеш|Народной Республики Бангладеш|孟加拉人民共和国|جمهورية بنغلاديش الشعبية
BE|the Kingdom of Belgium|le Royaume de Belgique|el Reino de Bélgica|Королевство Бельгия|Королевства Бельгия|比利时王国|مملكة بلجيكا
BF|Burkina Faso|le Burkina Faso|Burkina Faso|Буркина-Фасо|Буркина-Фасо|布基纳法索|بوركينا فاسو
BG|the Republic of Bulgaria|la République de Bulgarie|la República de Bulgaria|Республика Болгария|Республики Болгария|保加利亚共和国|جمهورية بلغاريا
BH|the Kingdom of Bahrain|le Royaume de Bahreïn|el Reino de Bahrein|Королевство Бахрейн|Королевства Бахрейн|巴林王国|مملكة البحرين
BI|the Republic of Burundi|la République du Burundi|la República de Burundi|Республика Бурунди|Республики Бурунди|布隆迪共和国|جمهورية بوروندي
BJ|the Republic of Benin|la République du Bénin|la República de Benin|Республика Бенин|Республики Бенин|贝宁共和国|جمهورية بنن
BN|Brunei Darussalam|le Brunéi Darussalam|Brunei Darussalam|Бруней-Даруссалам|Бруней-Даруссалама|文莱达鲁萨兰国|بروني دار السلام
BO|the Plurinational State of Bolivia|l'État plurinational de Bolivie|el Estado Plurinacional de Bolivia|Многонациональное Государство Боливия|Многонационального Государства Боливия|多民族玻利维亚国|دولة بوليفيا المتعددة القوميات
BR|the Federative Republic of Brazil|la République fédérative du Brésil|la República Federativa del Brasil|Федеративная Республика Бразилия|Федеративной Республики Бразилия|巴西联邦共和国|جمهورية البرازيل الاتحادية
BS|the Commonwealth of the Bahamas|le Commonwealth des Bahamas|el Commonwealth de las Bahamas|Содружество Багамских Островов|Содружества Багамских Островов|巴哈马国|كمنولث جزر البهاما
BT|the Kingdom of Bhutan|le Royaume du Bhoutan|el Reino de Bhután|Королевство Бутан|Королевства Бутан|不丹王国|مملكة بوتان
BW|the Republic of Botswana|la République du Botswana|la República de Botswana|Республика Ботсвана|Республики Ботсвана|博茨瓦纳共和国|جمهورية بوتسوانا
BY|the Republic of Belarus|la République du Bélarus|la República de Belarús|Республика Беларусь|Республики Беларусь|白俄罗斯共和国|جمهورية بيلاروس
BZ|Belize|le Belize|Belice|Белиз|Белиза|伯利兹|بليز
CA|Canada|le Canada|el Canadá|Канада|Канады|加拿大|كندا
CD|the Democratic Republic of the Congo|la République démocratique du Congo|la República Democrática del Congo|Демократическая Республика Конго|Демократической Республики Конго|刚果民主共和国|جمهورية الكونغو الديمقراطية
CF|the Central African Republic|la République centrafricaine|la República Centroafricana|Центральноафриканская Республика|Центральноафриканской Республики|中非共和国|جمهورية أفريقيا الوسطى
CG|the Republic of the Congo|la République du Congo|la República del Congo|Республика Конго|Республики Конго|刚果共和国|جمهورية الكونغو
CH|the Swiss Confederation|la Confédération suisse|la Confederación Suiza|Швейцарская Конфедерация|Швейцарской Конфедерации|瑞士联邦|الاتحاد السويسري
CI|the Republic of Côte d'Ivoire|la République de Côte d'Ivoire|la República de Côte d'Ivoire|Республика Кот-д'Ивуар|Республики Кот-д'Ивуар|科特迪瓦共和国|جمهورية كوت ديفوار
CL|the Republic of Chile|la République du Chili|la República de Chile|Республика Чили|Республики Чили|智利共和国|جمهورية شيلي
CM|the Republic of Cameroon|la République du Cameroun|la República del Camerún|Республика Камерун|Республики Камерун|喀麦隆共和国|جمهورية الكاميرون
CN|the People's Republic of China|la République populaire de Chine|la República Popular China|Китайская Народная Республика|Китайской Народной Республики|中华人民共和国|جمهورية الصين الشعبية
CO|the Republic of Colombia|la République de Colombie|la República de Colombia|Республика Колумбия|Республики Колумбия|哥伦比亚共和国|جمهورية كولومبيا
CR|the Republic of Costa Rica|la République du Costa Rica|la República de Costa Rica|Республика Коста-Рика|Республики Коста-Рика|哥斯达黎加共和国|جمهورية كوستاريكا
CU|the Republic of Cuba|la République de Cuba|la República de Cuba|Республика Куба|Республики Куба|古巴共和国|جمهورية كوبا
CV|the Republic of Cabo Verde|la République de Cabo Verde|la República de Cabo Verde|Республика Кабо-Верде|Республики Кабо-Верде|佛得角共和国|جمهورية كابو فيردي
CY|the Republic of Cyprus|la République de Chypre|la República de Chipre|Республика Кипр|Республики Кипр|塞浦路斯共和国|جمهورية قبرص
CZ|the Czech Republic|la République tchèque|la República Checa|Чешская Республика|Чешской Республики|捷克共和国|الجمهورية التشيكية
DE|the Federal Republic of Germany|la République fédérale d'Allemagne|la República Federal de Alemania|Федеративная Республика Германия|Федеративной Республики Германия|德意志联邦共和国|جمهورية ألمانيا الاتحادية
DJ|the Republic of Djibouti|la République de Djibouti|la República de Djibouti|Республика Джибути|Республики Джибути|吉布提共和国|جمهورية جيبوتي
DK|the Kingdom of Denmark|le Royaume du Danemark|el Reino de Dinamarca|Королевство Дания|Королевства Дания|丹麦王国|مملكة الدانمرك
DM|the Commonwealth of Dominica|le Commonwealth de Dominique|el Commonwealth de Dominica|Содружество Доминики|Содружества Доминики|多米尼克国|كمنولث دومينيكا
DO|the Dominican Republic|la République dominicaine|la República Dominicana|Доминиканская Республика|Доминиканской Республики|多米尼加共和国|الجمهورية الدومينيكية
DZ|the People's Democratic Republic of Algeria|la République algérienne démocratique et populaire|la República Argelina Democrática y Popular|Алжирская Народная Демократическая Республика|Алжирской Народной Демократической Республики|阿尔及利亚民主人民共和国|الجمهورية الجزائرية الديمقراطية الشعبية
EC|the Republic of Ecuador|la République de l'Équateur|la República del Ecuador|Республика Эквадор|Республики Эквадор|厄瓜多尔共和国|جمهورية إكوادور
EE|the Republic of Estonia|la République d'Estonie|la República de Estonia|Эстонская Республика|Эстонской Республики|爱沙尼亚共和国|جمهورية إستونيا
EG|the Arab Republic of Egypt|la République arabe d'Égypte|la República Árabe de Egipto|Арабская Республика Египет|Арабской Республики Египет|阿拉伯埃及共和国|جمهورية مصر العربية
ER|the State of Eritrea|l'État d'Érythrée|el Estado de Eritrea|Государство Эритрея|Государства Эритрея|厄立特里亚国|دولة إريتريا
ES|the Kingdom of Spain|le Royaume d'Espagne|el Reino de España|Королевство Испания|Королевства Испания|西班牙王国|مملكة إسبانيا
ET|the Federal Democratic Republic of Ethiopia|la République fédérale démocratique d'Éthiopie|la República Democrática Federal de Etiopía|Федеративная Демократическая Республика Эфиопия|Федеративной Демократической Республики Эфиопия|埃塞俄比亚联邦民主共和国|جمهورية إثيوبيا الديمقراطية الاتحادية
FI|the Republic of Finland|la République de Finlande|la República de Finlandia|Финляндская Республика|Финляндской Республики|芬兰共和国|جمهورية فنلندا
FJ|the Republic of Fiji|la République des Fidji|la República de Fiji|Республика Фиджи|Республики Фиджи|斐济共和国|جمهورية فيجي
FM|the Federated States of Micronesia|les États fédérés de Micronésie|los Estados Federados de Micronesia|Федеративные Штаты Микронезии|Федеративных Штатов Микронезии|密克罗尼西亚联邦|ولايات ميكرونيزيا الموحدة
FR|the French Republic|la République française|la República Francesa|Французская Республика|Французской Республики|法兰西共和国|الجمهورية الفرنسية
GA|the Gabonese Republic|la République gabonaise|la República Gabonesa|Габонская Республика|Габонской Республики|加蓬共和国|جمهورية الغابون
GB|the United Kingdom of Great Britain and Northern Ireland|le Royaume-Uni de Grande-Bretagne et d'Irlande du Nord|el Reino Unido de Gran Bretaña e Irlanda del Norte|Соединенное Королевство Великобритании и Северной Ирландии|Соединенного Королевства Великобритании и Северной Ирландии|大不列颠及北爱尔兰联合王国|المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية
GD|Grenada|la Grenade|Granada|Гренада|Гренады|格林纳达|غرينادا
GE|Georgia|la Géorgie|Georgia|Грузия|Грузии|格鲁吉亚|جورجيا
GH|the Republic of Ghana|la République du Ghana|la República de Ghana|Республика Гана|Республики Гана|加纳共和国|جمهورية غانا
GM|the Republic of the Gambia|la République de Gambie|la República de Gambia|Республика Гамбия|Республики Гамбия|冈比亚共和国|جمهورية غامبيا
GN|the Republic of Guinea|la République de Guinée|la República de Guinea|Гвинейская Республика|Гвинейской Республики|几内亚共和国|جمهورية غينيا
GQ|the Republic of Equatorial Guinea|la République de Guinée équatoriale|la República de Guinea Ecuatorial|Республика Экваториальная Гвинея|Республики Экваториальная Гвинея|赤道几内亚共和国|جمهورية غينيا الاستوائية
GR|the Hellenic Republic|la République hellénique|la República Helénica|Греческая Республика|Греческой Республики|希腊共和国|الجمهورية الهيلينية
GT|the Republic of Guatemala|la République du Guatemala|la República de Guatemala|Республика Гватемала|Республики Гватемала|危地马拉共和国|جمهورية غواتيمالا
GW|the Republic of Guinea-Bissau|la République de Guinée-Bissau|la República de Guinea-Bissau|Республика Гвинея-Бисау|Республики Гвинея-Бисау|几内亚比绍共和国|جمهورية غينيا - بيساو
GY|the Co-operative Republic of Guyana|la République coopérative du Guyana|la República Cooperativa de Guyana|Кооперативная Республика Гайана|Кооперативной Республики Гайана|圭亚那合作共和国|جمهورية غيانا التعاونية
HN|the Republic of Honduras|la République du Honduras|la República de Honduras|Республика Гондурас|Республики Гондурас|洪都拉斯共和国|جمهورية هندوراس
HR|the Republic of Croatia|la République de Croatie|la República de Croacia|Республика Хорватия|Республики Хорватия|克罗地亚共和国|جمهورية كرواتيا
HT|the Republic of Haiti|la République d'Haïti|la República de Haití|Республика Гаити|Республики Гаити|海地共和国|جمهورية هايتي
HU|Hungary|la Hongrie|Hungría|Венгрия|Венгрии|匈牙利|هنغاريا
ID|the Republic of Indonesia|la République d'Indonésie|la República de Indonesia|Республика Индонезия|Республики Индонезия|印度尼西亚共和国|جمهورية إندونيسيا
IE|Ireland|l'Irlande|Irlanda|Ирландия|Ирландии|爱尔兰|أيرلندا
IL|the State of Israel|l'État d'Israël|el Estado de Israel|Государство Израиль|Государства Израиль|以色列国|دولة إسرائيل
IN|the Republic of India|la République de l'Inde|la República de la India|Республика Индия|Республики Индия|印度共和国|جمهورية الهند
IQ|the Republic of Iraq|la République d'Iraq|la República del Iraq|Республика Ирак|Республики Ирак|伊拉克共和国|جمهورية العراق
IR|the Islamic Republic of Iran|la République islamique d'Iran|la República Islámica del Irán|Исламская Республика Иран|Исламской Республики Иран|伊朗伊斯兰共和国|جمهورية إيران الإسلامية
IS|the Republic of Iceland|la République d'Islande|la República de Islandia|Республика Исландия|Республики Исландия|冰岛共和国|جمهورية آيسلندا
IT|the Republic of Italy|la République italienne|la República Italiana|Итальянская Республика|Итальянской Республики|意大利共和国|جمهورية إيطاليا
JM|Jamaica|la Jamaïque|Jamaica|Ямайка|Ямайки|牙买加|جامايكا
JO|the Hashemite Kingdom of Jordan|le Royaume hachémite de Jordanie|el Reino Hachemita de Jordania|Иорданское Хашимитское Королевство|Иорданского Хашимитского Королевства|约旦哈希姆王国|المملكة الأردنية الهاشمية
JP|Japan|le Japon|el Japón|Япония|Японии|日本国|اليابان
KE|the Republic of Kenya|la République du Kenya|la República de Kenya|Республика Кения|Республики Кения|肯尼亚共和国|جمهورية كينيا
KG|the Kyrgyz Republic|la République kirghize|la República Kirguisa|Кыргызская Республика|Кыргызской Республики|吉尔吉斯共和国|جمهورية قيرغيزستان
KH|the Kingdom of Cambodia|le Royaume du Cambodge|el Reino de Camboya|Королевство Камбоджа|Королевства Камбоджа|柬埔寨王国|مملكة كمبوديا
KI|the Republic of Kiribati|la République de Kiribati|la República de Kiribati|Республика Кирибати|Республики Кирибати|基里巴斯共和国|جمهورية كيريباس
KM|the Union of the Comoros|l'Union des Comores|la Unión de las Comoras|Союз Коморских Островов|Союза Коморских Островов|科摩罗联盟|اتحاد جزر القمر
KN|Saint Kitts and Nevis|Saint-Kitts-et-Nevis|Saint Kitts y Nevis|Сент-Китс и Невис|Сент-Китса и Невиса|圣基茨和尼维斯|سانت كيتس ونيفس
KP|the Democratic People's Republic of Korea|la République populaire démocratique de Corée|la República Popular Democrática de Corea|Корейская Народно-Демократическая Республика|Корейской Народно-Демократической Республики|朝鲜民主主义人民共和国|جمهورية كوريا الشعبية الديمقراطية
KR|the Republic of Korea|la République de Corée|la República de Corea|Республика Корея|Республики Корея|大韩民国|جمهورية كوريا
KW|the State of Kuwait|l'État du Koweït|el Estado de Kuwait|Государство Кувейт|Государства Кувейт|科威特国|دولة الكويت
KZ|the Republic of Kazakhstan|la République du Kazakhstan|la República de Kazajstán|Республика Казахстан|Республики Казахстан|哈萨克斯坦共和国|جمهورية كازاخستان
LA|the Lao People's Democratic Republic|la République démocratique populaire lao|la República Democrática Popular Lao|Лаосская Народно-Демократическая Республика|Лаосской Народно-Демократической Республики|老挝人民民主共和国|جمهورية لاو الديمقراطية الشعبية
LB|the Lebanese Republic|la République libanaise|la República Libanesa|Ливанская Республика|Ливанской Республики|黎巴嫩共和国|الجمهورية اللبنانية
LC|Saint Lucia|Sainte-Lucie|Santa Lucía|Сент-Люсия|Сент-Люсии|圣卢西亚|سانت لوسيا
LI|the Principality of Liechtenstein|la Principauté du Liechtenstein|el Principado de Liechtenstein|Княжество Лихтенштейн|Княжества Лихтенштейн|列支敦士登公国|إمارة ليختنشتاين
LK|the Democratic Socialist Republic of Sri Lanka|la République socialiste démocratique de Sri Lanka|la República Socialista Democrática de Sri Lanka|Демократическая Социалистическая Республика Шри-Ланка|Демократической Социалистической Республики Шри-Ланка|斯里兰卡民主社会主义共和国|جمهورية سري لانكا الاشتراكية الديمقراطية
LR|the Republic of Liberia|la République du Libéria|la República de Liberia|Республика Либерия|Республики Либерия|利比里亚共和国|جمهورية ليبريا
LS|the Kingdom of Lesotho|le Royaume du Lesotho|el Reino de Lesotho|Королевство Лесото|Королевства Лесото|莱索托王国|مملكة ليسوتو
LT|the Republic of Lithuania|la République de Lituanie|la República de Lituania|Литовская Республика|Литовской Республики|立陶宛共和国|جمهورية ليتوانيا
LU|the Grand Duchy of Luxembourg|le Grand-Duché de Luxembourg|el Gran Ducado de Luxemburgo|Великое Герцогство Люксембург|Великого Герцогства Люксембург|卢森堡大公国|دوقية لكسمبرغ الكبرى
LV|the Republic of Latvia|la République de Lettonie|la República de Letonia|Латвийская Республика|Латвийской Республики|拉脱维亚共和国|جمهورية لاتفيا
LY|the State of Libya|l'État de Libye|el Estado de Libia|Государство Ливия|Государства Ливия|利比亚国|دولة ليبيا
MA|the Kingdom of Morocco|le Royaume du Maroc|el Reino de Marruecos|Королевство Марокко|Королевства Марокко|摩洛哥王国|المملكة المغربية
MC|the Principality of Monaco|la Principauté de Monaco|el Principado de Mónaco|Княжество Монако|Княжества Монако|摩纳哥公国|إمارة موناكو
MD|the Republic of Moldova|la République de Moldova|la República de Moldova|Республика Молдова|Республики Молдова|摩尔多瓦共和国|جمهورية مولدوفا
ME|Montenegro|le Monténégro|Montenegro|Черногория|Черногории|黑山|الجبل الأسود
MG|the Republic of Madagascar|la République de Madagascar|la República de Madagascar|Республика Мадагаскар|Республики Мадагаскар|马达加斯加共和国|جمهورية مدغشقر
MH|the Republic of the Marshall Islands|la République des Îles Marshall|la República de las Islas Marshall|Республика Маршалловы Острова|Республики Маршалловы Острова|马绍尔群岛共和国|جمهورية جزر مارشال
MK|the Republic of North Macedonia|la République de Macédoine du Nord|la República de Macedonia del Norte|Республика Северная Македония|Республики Северная Македония|北马其顿共和国|جمهورية مقدونيا الشمالية
ML|the Republic of Mali|la République du Mali|la República de Malí|Республика Мали|Республики Мали|马里共和国|جمهورية مالي
MM|the Republic of the Union of Myanmar|la République de l'Union du Myanmar|la República de la Unión de Myanmar|Республика Союз Мьянма|Республики Союз Мьянма|缅甸联邦共和国|جمهورية اتحاد ميانمار
MN|Mongolia|la Mongolie|Mongolia|Монголия|Монголии|蒙古国|منغوليا
MR|the Islamic Republic of Mauritania|la République islamique de Mauritanie|la República Islámica de Mauritania|Исламская Республика Мавритания|Исламской Республики Мавритания|毛里塔尼亚伊斯兰共和国|الجمهورية الإسلامية الموريتانية
MT|the Republic of Malta|la République de Malte|la República de Malta|Республика Мальта|Республики Мальта|马耳他共和国|جمهورية مالطة
MU|the Republic of Mauritius|la République de Maurice|la República de Mauricio|Республика Маврикий|Республики Маврикий|毛里求斯共和国|جمهورية موريشيوس
MV|the Republic of Maldives|la République des Maldives|la República de Maldivas|Мальдивская Республика|Мальдивской Республики|马尔代夫共和国|جمهورية ملديف
MW|the Republic of Malawi|la République du Malawi|la República de Malawi|Республика Малави|Республики Малави|马拉维共和国|جمهورية ملاوي
MX|the United Mexican States|les États-Unis du Mexique|los Estados Unidos Mexicanos|Мексиканские Соединенные Штаты|Мексиканских Соединенных Штатов|墨西哥合众国|الولايات المتحدة المكسيكية
MY|Malaysia|la Malaisie|Malasia|Малайзия|Малайзии|马来西亚|ماليزيا
MZ|the Republic of Mozambique|la République du Mozambique|la República de Mozambique|Республика Мозамбик|Республики Мозамбик|莫桑比克共和国|جمهورية موزامبيق
NA|the Republic of Namibia|la République de Namibie|la República de Namibia|Республика Намибия|Республики Намибия|纳米比亚共和国|جمهورية ناميبيا
NE|the Republic of the Niger|la République du Niger|la República del Níger|Республика Нигер|Республики Нигер|尼日尔共和国|جمهورية النيجر
NG|the Federal Republic of Nigeria|la République fédérale du Nigéria|la República Federal de Nigeria|Федеративная Республика Нигерия|Федеративной Республики Нигерия|尼日利亚联邦共和国|جمهورية نيجيريا الاتحادية
NI|the Republic of Nicaragua|la République du Nicaragua|la República de Nicaragua|Республика Никарагуа|Республики Никарагуа|尼加拉瓜共和国|جمهورية نيكاراغوا
NL|the Kingdom of the Netherlands|le Royaume des Pays-Bas|el Reino de los Países Bajos|Королевство Нидерландов|Королевства Нидерландов|荷兰王国|مملكة هولندا
NO|the Kingdom of Norway|le Royaume de Norvège|el Reino de Noruega|Королевство Норвегия|Королевства Норвегия|挪威王国|مملكة النرويج
NP|Nepal|le Népal|Nepal|Непал|Непала|尼泊尔|نيبال
NR|the Republic of Nauru|la République de Nauru|la República de Nauru|Республика Науру|Республики Науру|瑙鲁共和国|جمهورية ناورو
NZ|New Zealand|la Nouvelle-Zélande|Nueva Zelandia|Новая Зеландия|Новой Зеландии|新西兰|نيوزيلندا
OM|the Sultanate of Oman|le Sultanat d'Oman|la Sultanía de Omán|Султанат Оман|Султаната Оман|阿曼苏丹国|سلطنة عمان
PA|the Republic of Panama|la République du Panama|la República de Panamá|Республика Панама|Республики Панама|巴拿马共和国|جمهورية بنما
PE|the Republic of Peru|la République du Pérou|la República del Perú|Республика Перу|Республики Перу|秘鲁共和国|جمهورية بيرو
PG|the Independent State of Papua New Guinea|l'État indépendant de Papouasie-Nouvelle-Guinée|el Estado Independiente de Papua Nueva Guinea|Независимое государство Папуа — Новая Гвинея|Независимого государства Папуа — Новая Гвинея|巴布亚新几内亚独立国|دولة بابوا غينيا الجديدة المستقلة
PH|the Republic of the Philippines|la République des Philippines|la República de Filipinas|Республика Филиппины|Республики Филиппины|菲律宾共和国|جمهورية الفلبين
PK|the Islamic Republic of Pakistan|la République islamique du Pakistan|la República Islámica del Pakistán|Исламская Республика Пакистан|Исламской Республики Пакистан|巴基斯坦伊斯兰共和国|جمهورية باكستان الإسلامية
PL|the Republic of Poland|la République de Pologne|la República de Polonia|Республика Польша|Республики Польша|波兰共和国|جمهورية بولندا
PS|the State of Palestine|l'État de Palestine|el Estado de Palestina|Государство Палестина|Государства Палестина|巴勒斯坦国|دولة فلسطين
PT|the Portuguese Republic|la République portugaise|la República Portuguesa|Португальская Республика|Португальской Республики|葡萄牙共和国|جمهورية البرتغال
PW|the Republic of Palau|la République des Palaos|la República de Palau|Республика Палау|Республики Палау|帕劳共和国|جمهورية بالاو
PY|the Republic of Paraguay|la République du Paraguay|la República del Paraguay|Республика Парагвай|Республики Парагвай|巴拉圭共和国|جمهورية باراغواي
QA|the State of Qatar|l'État du Qatar|el Estado de Qatar|Государство Катар|Государства Катар|卡塔尔国|دولة قطر
RO|Romania|la Roumanie|Rumania|Румыния|Румынии|罗马尼亚|رومانيا
RS|the Republic of Serbia|la République de Serbie|la República de Serbia|Республика Сербия|Республики Сербия|塞尔维亚共和国|جمهورية صربيا
RU|the Russian Federation|la Fédération de Russie|la Federación de Rusia|Российская Федерация|Российской Федерации|俄罗斯联邦|الاتحاد الروسي
RW|the Republic of Rwanda|la République du Rwanda|la República de Rwanda|Республика Руанда|Республики Руанда|卢旺达共和国|جمهورية رواندا
SA|the Kingdom of Saudi Arabia|le Royaume d'Arabie saoudite|el Reino de la Arabia Saudita|Королевство Саудовская Аравия|Королевства Саудовская Аравия|沙特阿拉伯王国|المملكة العربية السعودية
SB|Solomon Islands|les Îles Salomon|las Islas Salomón|Соломоновы Острова|Соломоновых Островов|所罗门群岛|جزر سليمان
SC|the Republic of Seychelles|la République des Seychelles|la República de Seychelles|Республика Сейшельские Острова|Республики Сейшельские Острова|塞舌尔共和国|جمهورية سيشيل
SD|the Republic of the Sudan|la République du Soudan|la República del Sudán|Республика Судан|Республики Судан|苏丹共和国|جمهورية السودان
SE|the Kingdom of Sweden|le Royaume de Suède|el Reino de Suecia|Королевство Швеция|Королевства Швеция|瑞典王国|مملكة السويد
SG|the Republic of Singapore|la République de Singapour|la República de Singapur|Республика Сингапур|Республики Сингапур|新加坡共和国|جمهورية سنغافورة
SI|the Republic of Slovenia|la République de Slovénie|la República de Eslovenia|Республика Словения|Республики Словения|斯洛文尼亚共和国|جمهورية سلوفينيا
SK|the Slovak Republic|la République slovaque|la República Eslovaca|Словацкая Республика|Словацкой Республики|斯洛伐克共和国|الجمهورية السلوفاكية
SL|the Republic of Sierra Leone|la République de Sierra Leone|la República de Sierra Leona|Республика Сьерра-Леоне|Республики Сьерра-Леоне|塞拉利昂共和国|جمهورية سيراليون
SM|the Republic of San Marino|la République de Saint-Marin|la República de San Marino|Республика Сан-Марино|Республики Сан-Марино|圣马力诺共和国|جمهورية سان مارينو
SN|the Republic of Senegal|la République du Sénégal|la República del Senegal|Республика Сенегал|Республики Сенегал|塞内加尔共和国|جمهورية السنغال
SO|the Federal Republic of Somalia|la République fédérale de Somalie|la República Federal de Somalia|Федеративная Республика Сомали|Федеративной Республики Сомали|索马里联邦共和国|جمهورية الصومال الاتحادية
SR|the Republic of Suriname|la République du Suriname|la República de Suriname|Республика Суринам|Республики Суринам|苏里南共和国|جمهورية سورينام
SS|the Republic of South Sudan|la République du Soudan du Sud|la República de Sudán del Sur|Республика Южный Судан|Республики Южный Судан|南苏丹共和国|جمهورية جنوب السودان
ST|the Democratic Republic of Sao Tome and Principe|la République démocratique de Sao Tomé-et-Principe|la República Democrática de Santo Tomé y Príncipe|Демократическая Республика Сан-Томе и Принсипи|Демократической Республики Сан-Томе и Принсипи|圣多美和普林西比民主共和国|جمهورية سان تومي وبرينسيبي الديمقراطية
SV|the Republic of El Salvador|la République d'El Salvador|la República de El Salvador|Республика Эль-Сальвадор|Республики Эль-Сальвадор|萨尔瓦多共和国|جمهورية السلفادور
SY|the Syrian Arab Republic|la République arabe syrienne|la República Árabe Siria|Сирийская Арабская Республика|Сирийской Арабской Республики|阿拉伯叙利亚共和国|الجمهورية العربية السورية
SZ|the Kingdom of Eswatini|le Royaume d'Eswatini|el Reino de Eswatini|Королевство Эсватини|Королевства Эсватини|斯威士兰王国|مملكة إسواتيني
TD|the Republic of Chad|la République du Tchad|la República del Chad|Республика Чад|Республики Чад|乍得共和国|جمهورية تشاد
TG|the Togolese Republic|la République togolaise|la República Togolesa|Тоголезская Республика|Тоголезской Республики|多哥共和国|جمهورية توغو
TH|the Kingdom of Thailand|le Royaume de Thaïlande|el Reino de Tailandia|Королевство Таиланд|Королевства Таиланд|泰王国|مملكة تايلند
TJ|the Republic of Tajikistan|la République du Tadjikistan|la República de Tayikistán|Республика Таджикистан|Республики Таджикистан|塔吉克斯坦共和国|جمهورية طاجيكستان
TL|the Democratic Republic of Timor-Leste|la République démocratique du Timor-Leste|la República Democrática de Timor-Leste|Демократическая Республика Тимор-Лешти|Демократической Республики Тимор-Лешти|东帝汶民主共和国|جمهورية تيمور - ليشتي الديمقراطية
TM|Turkmenistan|le Turkménistan|Turkmenistán|Туркменистан|Туркменистана|土库曼斯坦|تركمانستان
TN|the Republic of Tunisia|la République tunisienne|la República de Túnez|Тунисская Республика|Тунисской Республики|突尼斯共和国|الجمهورية التونسية
TO|the Kingdom of Tonga|le Royaume des Tonga|el Reino de Tonga|Королевство Тонга|Королевства Тонга|汤加王国|مملكة تونغا
TR|the Republic of Türkiye|la République de Türkiye|la República de Türkiye|Турецкая Республика|Турецкой Республики|土耳其共和国|جمهورية تركيا
TT|the Republic of Trinidad and Tobago|la République de Trinité-et-Tobago|la República de Trinidad y Tabago|Республика Тринидад и Тобаго|Республики Тринидад и Тобаго|特立尼达和多巴哥共和国|جمهورية ترينيداد وتوباغو
TV|Tuvalu|les Tuvalu|Tuvalu|Тувалу|Тувалу|图瓦卢|توفالو
TZ|the United Republic of Tanzania|la République-Unie de Tanzanie|la República Unida de Tanzanía|Объединенная Республика Танзания|Объединенной Республики Танзания|坦桑尼亚联合共和国|جمهورية تنزانيا المتحدة
UA|Ukraine|l'Ukraine|Ucrania|Украина|Украины|乌克兰|أوكرانيا
UG|the Republic of Uganda|la République de l'Ouganda|la República de Uganda|Республика Уганда|Республики Уганда|乌干达共和国|جمهورية أوغندا
US|the United States of America|les États-Unis d'Amérique|los Estados Unidos de América|Соединенные Штаты Америки|Соединенных Штатов Америки|美利坚合众国|الولايات المتحدة الأمريكية
UY|the Eastern Republic of Uruguay|la République orientale de l'Uruguay|la República Oriental del Uruguay|Восточная Республика Уругвай|Восточной Республики Уругвай|乌拉圭东岸共和国|جمهورية أوروغواي الشرقية
UZ|the Republic of Uzbekistan|la République d'Ouzbékistan|la República de Uzbekistán|Республика Узбекистан|Республики Узбекистан|乌兹别克斯坦共和国|جمهورية أوزبكستان
VA|the Holy See|le Saint-Siège|la Santa Sede|Святой Престол|Святого Престола|罗马教廷|الكرسي الرسولي
VC|Saint Vincent and the Grenadines|Saint-Vincent-et-les Grenadines|San Vicente y las Granadinas|Сент-Винсент и Гренадины|Сент-Винсента и Гренадин|圣文森特和格林纳丁斯|سانت فنسنت وجزر غرينادين
VE|the Bolivarian Republic of Venezuela|la République bolivarienne du Venezuela|la República Bolivariana de Venezuela|Боливарианская Республика Венесуэла|Боливарианской Республики Венесуэла|委内瑞拉玻利瓦尔共和国|جمهورية فنزويلا البوليفارية
VN|the Socialist Republic of Viet Nam|la République socialiste du Viet Nam|la República Socialista de Viet Nam|Социалистическая Республика Вьетнам|Социалистической Республики Вьетнам|越南社会主义共和国|جمهورية فييت نام الاشتراكية
VU|the Republic of Vanuatu|la République de Vanuatu|la República de Vanuatu|Республика Вануату|Республики Вануату|瓦努阿图共和国|جمهورية فانواتو
WS|the Independent State of Samoa|l'État indépendant du Samoa|el Estado Independiente de Samoa|Независимое Государство Самоа|Независимого Государства Самоа|萨摩亚独立国|دولة ساموا المستقلة
YE|the Republic of Yemen|la République du Yémen|la República del Yemen|Йеменская Республика|Йеменской Республики|也门共和国|الجمهورية اليمنية
ZA|the Republic of South Africa|la République sud-africaine|la República de Sudáfrica|Южно-Африканская Республика|Южно-Африканской Республики|南非共和国|جمهورية جنوب أفريقيا
ZM|the Republic of Zambia|la République de Zambie|la República de Zambia|Республика Замбия|Республики Замбия|赞比亚共和国|جمهورية زامبيا
ZW|the Republic of Zimbabwe|la République du Zimbabwe|la República de Zimbabwe|Республика Зимбабве|Республики Зимбабве|津巴布韦共和国|جمهورية زمبابوي
`;
