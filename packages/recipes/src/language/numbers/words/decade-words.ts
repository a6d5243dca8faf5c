/** How a language speaks of the ten years of a decade: phrases with bars between. */
export interface DecadeWords {
  /** Before the number: "années 80", "lata osiemdziesiąte". */
  readonly before?: string;
  /** Behind it, in one word with it or not: "80s", "åttiotalet", "80年代". */
  readonly behind?: string;
  /** Words of their own, from the twenties on in order. */
  readonly own?: readonly string[];
}

/** By primary subtag; of several forms those of everyday texts. */
export const decadeWords: Readonly<Record<string, DecadeWords>> = {
  af: { before: 'jare', behind: "'s|er jare" },
  ar: {
    own: [
      'عشرينيات|عشرينات',
      'ثلاثينيات|ثلاثينات',
      'أربعينيات|أربعينات',
      'خمسينيات|خمسينات',
      'ستينيات|ستينات',
      'سبعينيات|سبعينات',
      'ثمانينيات|ثمانينات',
      'تسعينيات|تسعينات',
    ].map((forms) =>
      forms
        .split('|')
        .flatMap((form) => [form, `ال${form}`, `وال${form}`])
        .join('|'),
    ),
  },
  bg: { behind: '-те|те|-те години|години на миналия век' },
  bn: { behind: 'র দশক|এর দশক|-এর দশক|-র দশক|-এর দশকে|এর দশকে|র দশকে|দশক|দশকে' },
  ca: { before: 'anys|dècada dels|dècada de' },
  cs: {
    behind: '. léta|. letech|. let|léta|letech',
    own: [
      'dvacátá léta|dvacátých let|dvacátých letech',
      'třicátá léta|třicátých let|třicátých letech',
      'čtyřicátá léta|čtyřicátých let|čtyřicátých letech',
      'padesátá léta|padesátých let|padesátých letech',
      'šedesátá léta|šedesátých let|šedesátých letech',
      'sedmdesátá léta|sedmdesátých let|sedmdesátých letech',
      'osmdesátá léta|osmdesátých let|osmdesátých letech',
      'devadesátá léta|devadesátých let|devadesátých letech',
    ],
  },
  da: {
    behind: "'erne|erne|-erne|'er",
    own: [
      'tyverne',
      'trediverne',
      'fyrrerne',
      'halvtredserne',
      'tresserne',
      'halvfjerdserne',
      'firserne',
      'halvfemserne',
    ],
  },
  de: {
    behind: 'er|er jahre|er jahren|er-jahre|er-jahren',
    own: [
      'zwanziger|zwanzigern',
      'dreißiger|dreißigern',
      'vierziger|vierzigern',
      'fünfziger|fünfzigern',
      'sechziger|sechzigern',
      'siebziger|siebzigern',
      'achtziger|achtzigern',
      'neunziger|neunzigern',
    ],
  },
  el: { before: "δεκαετία του|δεκαετίας του|δεκαετία του '|δεκαετίας του '" },
  en: {
    behind: '^s',
    own: ['twenties', 'thirties', 'forties|fourties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'],
  },
  es: {
    before: "años|años '|década de los|década de|década del",
    own: [
      'los veinte|veintes',
      'los treinta|treintas',
      'los cuarenta|cuarentas',
      'los cincuenta|cincuentas',
      'los sesenta|sesentas',
      'los setenta|setentas',
      'los ochenta|ochentas',
      'los noventa|noventas',
    ],
  },
  et: { behind: 'ndad|ndatel|-ndad|-ndatel|. aastad|. aastatel|. aastate' },
  fa: { before: 'دهه|دهه ی|دهه‌ی' },
  fi: { behind: 'luku|luvun|luvulla|luvulta|luvulle|lukua|-luku|-luvun|-luvulla|-luvulta|-luvulle|-lukua' },
  fr: { before: "années|annees '|décennie|décennie" },
  gl: { before: 'anos|década dos' },
  gu: { behind: 'ના દાયકા|ના દાયકામાં' },
  he: { before: 'שנות ה|שנות ה-|שנות' },
  hi: { behind: 'के दशक|का दशक|के दशक में|दशक|वें दशक' },
  hr: {
    behind: '-e|-ih|-ima|ih|-tih|-te|tih|te',
    own: [
      'dvadesetih|dvadesete',
      'tridesetih|tridesete',
      'četrdesetih|četrdesete',
      'pedesetih|pedesete',
      'šezdesetih|šezdesete',
      'sedamdesetih|sedamdesete',
      'osamdesetih|osamdesete',
      'devedesetih|devedesete',
    ],
  },
  hu: {
    behind: 'as évek|es évek|-as évek|-es évek|-as években|-es években|as években|es években|-os évek|évek|években',
  },
  id: { behind: '-an|an' },
  it: { before: "anni|anni '|decennio" },
  ja: { behind: '年代' },
  ka: { behind: '-იანი წლები|იანი წლები|-იან წლებში|იან წლებში' },
  kk: { behind: '-жылдар|-жылдары|жылдар|жылдары' },
  ko: { behind: '년대' },
  lt: { behind: '-ieji|-aisiais|ieji metai|-ųjų' },
  lv: { behind: '. gadi|. gados|. gadu' },
  mr: { behind: 'च्या दशकात|चे दशक|च्या दशकातील|दशक' },
  ms: { behind: '-an|an' },
  nl: { before: "jaren|jaren '" },
  no: { behind: 'tallet|-tallet|tallets|-tallets|årene|-årene' },
  pl: {
    before: 'lata|latach|lat',
    own: [
      'dwudzieste|dwudziestych',
      'trzydzieste|trzydziestych',
      'czterdzieste|czterdziestych',
      'pięćdziesiąte|pięćdziesiątych',
      'sześćdziesiąte|sześćdziesiątych',
      'siedemdziesiąte|siedemdziesiątych',
      'osiemdziesiąte|osiemdziesiątych',
      'dziewięćdziesiąte|dziewięćdziesiątych',
    ],
  },
  pt: { before: "anos|anos '|década de|décadas de" },
  ro: { before: "anii|anii '|anilor|anilor '|deceniul" },
  ru: {
    behind: '-е|-х|-ые|-ых|-м|-ми|е годы|х годов',
    own: [
      'двадцатые|двадцатых|двадцатым',
      'тридцатые|тридцатых|тридцатым',
      'сороковые|сороковых|сороковым',
      'пятидесятые|пятидесятых|пятидесятым',
      'шестидесятые|шестидесятых|шестидесятым',
      'семидесятые|семидесятых|семидесятым',
      'восьмидесятые|восьмидесятых|восьмидесятым',
      'девяностые|девяностых|девяностым',
    ],
  },
  sk: {
    behind: '. roky|. rokoch|. rokov|roky|rokoch',
    own: [
      'dvadsiate|dvadsiatych',
      'tridsiate|tridsiatych',
      'štyridsiate|štyridsiatych',
      'päťdesiate|päťdesiatych',
      'šesťdesiate|šesťdesiatych',
      'sedemdesiate|sedemdesiatych',
      'osemdesiate|osemdesiatych',
      'deväťdesiate|deväťdesiatych',
    ],
  },
  sl: {
    behind: '. leta|. letih|. let',
    own: [
      'dvajseta|dvajsetih',
      'trideseta|tridesetih',
      'štirideseta|štiridesetih',
      'petdeseta|petdesetih',
      'šestdeseta|šestdesetih',
      'sedemdeseta|sedemdesetih',
      'osemdeseta|osemdesetih',
      'devetdeseta|devetdesetih',
    ],
  },
  sr: { behind: '-е|-их|-има|их|-e|-ih|ih' },
  sv: { behind: 'talet|talets|tal|-talet|-talets|-tal|-talen|talen' },
  sw: { before: 'miaka ya' },
  ta: { behind: 'களில்|-களில்|கள்' },
  te: { behind: 'లలో|ల్లో|వ దశకం|ల దశకం' },
  th: { before: 'ทศวรรษ|ทศวรรษที่|ยุค' },
  tr: {
    behind:
      "'ler|'lar|'lerde|'larda|'lerin|'ların|ler|lar|lerde|larda|lerin|ların|'li yıllar|'lı yıllar|li yıllar|lı yıllar|'li yıllarda|'lı yıllarda|li yıllarda|lı yıllarda",
  },
  uk: {
    behind: '-ті|-их|-тих|-і|-х|ті|тих',
    own: [
      'двадцяті|двадцятих',
      'тридцяті|тридцятих',
      'сорокові|сорокових',
      "п'ятдесяті|п'ятдесятих",
      'шістдесяті|шістдесятих',
      'сімдесяті|сімдесятих',
      'вісімдесяті|вісімдесятих',
      "дев'яності|дев'яностих",
    ],
  },
  ur: { behind: 'کی دہائی|کی دہائی میں|دہائی' },
  vi: { before: 'thập niên|những năm|thập kỷ' },
  zh: { behind: '年代' },
};
