/** How often or how many in a word that counts nothing by itself: phrases by number, with bars between. */
type Multiples = Readonly<Record<number, string>>;

/** "twice", "doppelt", "оба": a text that says them has the number, but promises no list of so many. By primary subtag. */
export const multipleWords: Readonly<Record<string, Multiples>> = {
  ar: { 2: 'مرتين|مرتان|ضعف|كلا|كلتا|زوج', 3: 'ثلاثة أضعاف' },
  bg: { 2: 'двойно|двоен|двойна|двата|двете|чифт', 3: 'тройно|троен|тройна' },
  bn: { 2: 'দ্বিগুণ|উভয়|জোড়া', 3: 'তিনগুণ' },
  ca: { 2: 'doble|ambdós|ambdues|parell', 3: 'triple' },
  cs: { 2: 'dvojnásobek|dvojnásobný|dvojnásobně|dvojitý|oba|obě|obou|pár', 3: 'trojnásobek|trojitý', 4: 'čtyřnásobek' },
  da: { 2: 'dobbelt|dobbelte|fordoblet|begge', 3: 'tredobbelt|tredobbelte' },
  de: {
    2: 'doppelt|doppelte|doppelten|doppelter|doppeltes|verdoppelt|verdoppeln|verdoppelte|beide|beiden|beider|beides',
    3: 'verdreifacht|verdreifachen',
    4: 'vervierfacht',
  },
  el: { 2: 'διπλάσιο|διπλάσια|διπλό|διπλή|διπλός|δύο φορές|ζευγάρι', 3: 'τριπλάσιο|τριπλό|τριπλή' },
  en: {
    2: 'twice|double|doubles|doubled|doubling|both|couple|pair|duo',
    3: 'thrice|triple|triples|tripled|tripling|trio',
    4: 'quadruple|quadruples|quadrupled|quartet',
  },
  es: {
    2: 'doble|dobles|duplicar|duplica|duplicó|ambos|ambas|un par',
    3: 'triple|triples|triplicar|triplica|triplicó',
    4: 'cuádruple',
  },
  et: { 2: 'topelt|mõlemad|mõlema|paar', 3: 'kolmekordne' },
  fa: { 2: 'دوبرابر|هر دو|جفت', 3: 'سه برابر' },
  fi: { 2: 'kaksinkertainen|kaksinkertaisesti|tupla|molemmat|pari', 3: 'kolminkertainen|kolminkertaisesti|tripla' },
  fr: { 2: 'double|doubles|doubler|doublé|paire', 3: 'triple|triples|tripler|triplé', 4: 'quadruple|quadrupler' },
  he: { 2: 'פעמיים|כפול|כפולה|כפליים|שני|שתי|זוג', 3: 'פי שלושה|משולש' },
  hi: { 2: 'दोगुना|दुगुना|दोगुनी|दोगुने|दोनों|दोहरा|जोड़ी', 3: 'तिगुना|तीनगुना|तिगुनी', 4: 'चौगुना|चौगुनी' },
  hr: { 2: 'dvostruko|dvostruki|dvostruka|oba|obje|dvaput|par', 3: 'trostruko|trostruki|triput' },
  hu: { 2: 'dupla|duplája|duplán|kétszeres|kétszer|mindkét|mindkettő|pár', 3: 'tripla|háromszor' },
  id: { 2: 'dua kali|ganda|sepasang|kedua|keduanya', 3: 'tiga kali|rangkap tiga' },
  it: {
    2: 'doppio|doppia|doppi|doppie|raddoppiare|raddoppia|raddoppiato|entrambi|entrambe|paio|coppia',
    3: 'triplo|tripla|triplicare|triplicato',
    4: 'quadruplo',
  },
  ja: { 2: '倍増|両方|ダブル|一対', 3: 'トリプル' },
  ko: { 2: '두배|더블|한 쌍', 3: '세배|트리플' },
  lt: { 2: 'dvigubai|dvigubas|dviguba|abu|abi|du kartus', 3: 'trigubai|trigubas' },
  lv: { 2: 'divkārt|divkāršs|dubults|dubultā|abi|abas|divreiz', 3: 'trīskārt|trīsreiz' },
  nl: {
    2: 'dubbel|dubbele|verdubbeld|verdubbelen|verdubbelt|beide|beiden|tweemaal',
    3: 'drievoudig|verdrievoudigd|driemaal',
  },
  no: { 2: 'dobbelt|dobbel|doble|doblet|begge', 3: 'tredobbelt|tredoble' },
  pl: {
    2: 'dwukrotnie|dwukrotny|dwukrotna|podwójny|podwójna|podwójne|podwoić|oba|obie|oboje|dwa razy|para|dubelt',
    3: 'trzykrotnie|trzykrotny|potrójny|potrójna|potroić',
    4: 'czterokrotnie',
  },
  pt: {
    2: 'dobro|dobra|dobrar|dobrou|duplo|dupla|duplicar|ambos|ambas|um par',
    3: 'triplo|tripla|triplicar|triplicou',
    4: 'quádruplo',
  },
  ro: { 2: 'dublu|dublă|dubla|dublat|ambele|ambii|pereche', 3: 'triplu|triplă|tripla' },
  ru: {
    2: 'дважды|вдвое|двойной|двойная|двойное|двойную|двойного|удвоить|удвоил|удвоила|удвоило|удвоили|удвоился|удвоилась|оба|обе|обоих|обеих|пара|пару|пары',
    3: 'трижды|втрое|тройной|тройная|тройное|утроить|утроил|утроился',
    4: 'четырежды|вчетверо|четверной',
    5: 'впятеро',
  },
  sk: { 2: 'dvojnásobok|dvojnásobný|dvojnásobne|dvojitý|oba|obe|pár', 3: 'trojnásobok|trojitý' },
  sl: { 2: 'dvojno|dvojni|dvojna|dvakrat|oba|obe|par', 3: 'trojno|trojni|trikrat' },
  sr: { 2: 'двоструко|двоструки|оба|обе|двапут|dvostruko|oba|obe|dvaput', 3: 'троструко|трипут|trostruko|triput' },
  sv: { 2: 'dubbelt|dubbel|dubbla|fördubblat|fördubblas|båda|bägge', 3: 'tredubbel|tredubbelt|trippel' },
  th: { 2: 'สองเท่า|ทั้งคู่', 3: 'สามเท่า' },
  tr: { 2: 'çift|ikiz|iki kat', 3: 'üç kat' },
  uk: {
    2: 'двічі|удвічі|вдвічі|удвоє|подвійний|подвійна|подвійне|подвоїти|подвоїв|обидва|обидві|обох|пара|пару',
    3: 'тричі|утричі|втричі|потрійний|потрійна',
    4: 'вчетверо',
  },
  ur: { 2: 'دوگنا|دگنا|دونوں|جوڑا', 3: 'تین گنا' },
  vi: { 2: 'gấp đôi|cả hai', 3: 'gấp ba' },
  zh: { 2: '翻倍|加倍|双倍|雙倍|两者|兩者', 3: '三倍' },
};

/**
 * What numerals are joined to in one written word, so that they still are read: "zweimal", "tenfold", "двухминутный",
 * "kaksiosainen". By primary subtag, with bars between.
 */
export const joinedEndings: Readonly<Record<string, string>> = {
  af: 'maal|voudig|voudige|jarige|jarig|dubbele',
  da: 'gange|dobbelt|dages|timers|årig|årige|delt|trins',
  de: 'mal|malig|malige|maligen|maliger|fach|fache|fachen|facher|faches|fachem|jährig|jährige|jährigen|jähriger|jähriges|tägig|tägige|tägigen|tägiger|tägiges|stündig|stündige|stündigen|stündiger|stündiges|minütig|minütige|minütigen|minütiger|minütiges|sekündig|sekündige|wöchig|wöchige|wöchigen|wöchiges|monatig|monatige|monatigen|teilig|teilige|teiligen|teiliger|teiliges|köpfig|köpfige|köpfigen|stellig|stellige|stelligen|stöckig|stöckige|seitig|seitige|prozentig|prozentige|prozentigen|gängig|gängige|eckig|eckige|beinig|beinige|rädrig|zeilig|spurig|spurige|stufig|stufige|stufigen|zimmer|gänge',
  en: 'fold',
  et: 'kordne|kordselt|aastane|aastase|päevane|tunnine|minutine|osaline',
  fi: 'kertainen|kertaisesti|osainen|osaisen|vuotias|vuotiaan|päiväinen|tuntinen|minuuttinen|viikkoinen|kymppinen|vaiheinen|henkinen|prosenttinen',
  hu: 'szor|szer|ször|szoros|szeres|szörös|szorosa|szerese|szeresére|szorosára|éves|napos|perces|órás|hetes|hónapos|részes|fős|személyes|lépéses|százalékos|oldalas|emeletes',
  is: 'faldur|faldt|ára|daga',
  lt: 'kart|gubai|metis|metė|dienis|valandis|minutis',
  lv: 'reiz|kārt|gadīgs|gadīgā|dienu|stundu|minūšu',
  nl: 'maal|voudig|voudige|jarig|jarige|daags|daagse|delig|delige|stappenplan|koppig|koppige|cijferig|cijferige|weekse|urige|procentige|gangen',
  no: 'ganger|dobbelt|årig|årige|dagers|timers|delt|trinns',
  pl: 'krotnie|krotny|krotna|krotne|krotność|letni|letnia|letnie|letniego|letniej|dniowy|dniowa|dniowe|dniowego|dniowej|godzinny|godzinna|godzinne|minutowy|minutowa|minutowe|minutowego|minutowej|sekundowy|częściowy|osobowy|osobowa|procentowy|procentowa|piętrowy|tygodniowy|tygodniowa|miesięczny|miesięczna|stopniowy',
  ru: 'минутн|часовой|часовая|часовое|часового|часовую|дневный|дневная|дневное|дневного|дневную|летний|летняя|летнее|летнего|летней|летию|летие|недельн|месячн|секундн|кратный|кратная|кратно|кратного|этажн|процентн|ступенчат|звёздн|значн|разовый|разовая|местный|местная|страничн|километров|метров|литров|годичн',
  sk: 'násobný|násobne|násobok|ročný|ročná|ročné|dňový|dňová|hodinový|hodinová|minútový|minútová|percentný|percentná|krát',
  cs: 'násobný|násobně|násobek|letý|letá|leté|letého|denní|denního|hodinový|hodinová|hodinové|minutový|minutová|minutové|minutového|sekundový|týdenní|měsíční|procentní|dílný|dílná|krát|krokový|patrový|členný|členná',
  sv: 'faldig|faldigt|faldiga|gånger|årig|årige|åriga|dagars|timmars|delad|siffrig|stegs|procentig|minuters',
  tr: 'er|ar|lü|li|lı|lu|lük|lik|lık|luk|lük',
  uk: 'хвилинн|годинний|годинна|годинне|годинного|денний|денна|денне|денного|річний|річна|річне|річного|річчя|тижнев|місячн|секундн|кратний|кратно|поверхов|відсотков|значн|разовий|місний',
};
