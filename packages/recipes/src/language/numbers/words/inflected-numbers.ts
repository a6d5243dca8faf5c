/**
 * Forms of numbers in other cases, where CLDR's rules (48.2) have the nominative alone; from the declension tables of
 * the languages' grammars. What only adds an ending to the nominative ("dvanácti") needs no entry.
 */
export const inflectedNumbers: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  ta: tamilTens(),
  // Before a feminine noun the numbers lose their ending, and after a preposition tens and duals have another one.
  ar: {
    1: 'واحدة',
    2: 'اثنين اثنتان اثنتين',
    3: 'ثلاث',
    4: 'أربع',
    5: 'خمس',
    6: 'ست',
    7: 'سبع',
    8: 'ثماني ثمان',
    9: 'تسع',
    10: 'عشر',
    20: 'عشرين',
    30: 'ثلاثين',
    40: 'أربعين',
    50: 'خمسين',
    60: 'ستين',
    70: 'سبعين',
    80: 'ثمانين',
    90: 'تسعين',
    200: 'مئتين مائتين',
    2000: 'ألفين',
  },
  be: {
    2: 'двух двум двума дзвюх дзвюм',
    3: 'трох тром трыма',
    4: 'чатырох чатыром чатырма',
    5: 'пяці пяццю',
    6: 'шасці шасцю',
    7: 'сямі сямю',
    8: 'васьмі васьмю',
    9: 'дзевяці дзевяццю',
    10: 'дзесяці дзесяццю',
  },
  cs: {
    1: 'jednoho jednomu jednom jedním jednou jedné',
    2: 'dvou dvěma',
    3: 'tří třem třemi třech',
    4: 'čtyř čtyřem čtyřmi čtyřech',
    5: 'pěti',
    8: 'osmi',
    9: 'devíti',
    10: 'deseti',
    100: 'sta stu',
  },
  el: { 1: 'ενός μιας', 3: 'τριών', 4: 'τεσσάρων' },
  // Without its s before a thousand and behind what it numbers: "quatre-vingt mille", "page quatre-vingt".
  fr: { 80: 'quatre-vingt' },
  et: {
    1: 'ühe',
    2: 'kahe',
    3: 'kolme',
    4: 'nelja',
    5: 'viie',
    6: 'kuue',
    7: 'seitsme',
    8: 'kaheksa',
    9: 'üheksa',
    10: 'kümne',
    100: 'saja',
  },
  hr: { 2: 'dvaju dvama dviju', 3: 'triju trima', 4: 'četiriju četirma' },
  hu: { 2: 'két' },
  lv: {
    2: 'divu diviem divām',
    3: 'triju trim',
    4: 'četru četriem',
    5: 'piecu pieciem',
    6: 'sešu sešiem',
    7: 'septiņu septiņiem',
    8: 'astoņu astoņiem',
    9: 'deviņu deviņiem',
  },
  sk: {
    2: 'dvoch dvom dvoma dvaja',
    3: 'troch trom troma tromi traja',
    4: 'štyroch štyrom štyrmi štyria',
    5: 'piatich piatim piatimi piati',
    6: 'šiestich šiestim šiestimi',
    7: 'siedmich siedmim siedmimi',
    8: 'ôsmich ôsmim ôsmimi',
    9: 'deviatich deviatim deviatimi',
    10: 'desiatich desiatim desiatimi',
  },
  sl: {
    2: 'dveh dvema',
    3: 'treh trem tremi',
    4: 'štirih štirim štirimi',
    5: 'petih petim petimi',
    7: 'sedmih sedmim sedmimi',
    8: 'osmih osmim osmimi',
  },
  sr: { 2: 'двеју двема двају двама', 3: 'трију трима', 4: 'четирију четирма' },
  uk: {
    1: 'одного одному одним однієї однією',
    2: 'двох двом двома',
    3: 'трьох трьом трьома',
    4: 'чотирьох чотирьом чотирма',
    5: "п'яти п'ятьох п'ятьма",
    6: 'шести шістьох шістьма',
    7: 'семи сімох сімома',
    8: 'восьми вісьмох вісьмома',
    9: "дев'яти дев'ятьох дев'ятьма",
    10: 'десяти десятьох десятьма',
    20: 'двадцяти двадцятьох двадцятьма',
    30: 'тридцяти тридцятьох тридцятьма',
    40: 'сорока',
    50: "п'ятдесяти п'ятдесятьох",
    60: 'шістдесяти шістдесятьох',
    70: 'сімдесяти сімдесятьох',
    80: 'вісімдесяти вісімдесятьох',
    90: "дев'яноста",
    100: 'ста',
    200: 'двохсот двомстам двомастами',
    300: 'трьохсот трьомстам трьомастами',
    400: 'чотирьохсот чотирмастами',
    500: "п'ятисот п'ятистам",
    600: 'шестисот шестистам',
    700: 'семисот семистам',
    800: 'восьмисот восьмистам',
    900: "дев'ятисот дев'ятистам",
  },
};

/** Tamil joins tens and ones to one word, where CLDR writes two: எண்பது and ஐந்து are எண்பத்தைந்து. */
function tamilTens(): Readonly<Record<number, string>> {
  const tens = ['இருபத்', 'முப்பத்', 'நாற்பத்', 'ஐம்பத்', 'அறுபத்', 'எழுபத்', 'எண்பத்'];
  const ones =
    'தொன்று தியொன்று|திரண்டு தியிரண்டு|துமூன்று திமூன்று|துநான்கு திநான்கு|தைந்து தியைந்து|தாறு தியாறு|தேழு தியேழு|தெட்டு தியெட்டு|தொன்பது தியொன்பது';
  const ninety = 'றொன்று|றிரண்டு|றுமூன்று|றுநான்கு|றைந்து|றாறு|றேழு|றெட்டு|றொன்பது';
  const joined = (ten: string, endings: string) =>
    endings
      .split(' ')
      .map((ending) => `${ten}${ending}`)
      .join(' ');
  const below = tens.flatMap((ten, at) =>
    ones.split('|').map((endings, one) => [(at + 2) * 10 + one + 1, joined(ten, endings)] as const),
  );
  const above = ninety.split('|').map((endings, one) => [91 + one, joined('தொண்ணூற்', endings)] as const);
  return Object.fromEntries([...below, ...above]);
}
