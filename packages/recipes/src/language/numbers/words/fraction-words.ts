/** How a language says parts of a whole: phrases with bars between. */
export interface FractionWords {
  /** Half of what follows, or of something: "half a", "medio", "пол". */
  readonly half?: string;
  /** Half of all, which is as often written as 50 per cent: "half of", "die Hälfte". */
  readonly halfOfAll?: string;
  readonly quarter?: string;
  readonly threeQuarters?: string;
  /** What adds a half, a quarter, or takes one off, before the number: साढ़े तीन is three and a half. */
  readonly plusHalf?: string;
  readonly plusQuarter?: string;
  readonly lessQuarter?: string;
}

/**
 * By primary subtag, from the languages' dictionaries. Words of several meanings stand with what makes them a part: a
 * Spanish "cuarto" is a room and a fourth as well.
 */
export const fractionWords: Readonly<Record<string, FractionWords>> = {
  af: { half: "'n halwe|halwe|half", halfOfAll: 'die helfte', quarter: "'n kwart", threeQuarters: 'driekwart' },
  ar: { half: 'نصف', halfOfAll: 'نصف عدد', quarter: 'ربع', threeQuarters: 'ثلاثة أرباع' },
  az: { half: 'yarım', halfOfAll: 'yarısı' },
  be: { half: 'пал', halfOfAll: 'палова|палову|паловы', quarter: 'чвэрць', threeQuarters: 'тры чвэрці' },
  bg: { half: 'половин', halfOfAll: 'половината|половина', quarter: 'четвърт', threeQuarters: 'три четвърти' },
  bn: {
    half: 'আধা|আধ|অর্ধ',
    halfOfAll: 'অর্ধেক',
    quarter: 'এক চতুর্থাংশ',
    threeQuarters: 'তিন চতুর্থাংশ',
    plusHalf: 'সাড়ে',
    plusQuarter: 'সোয়া',
    lessQuarter: 'পৌনে',
  },
  ca: { half: 'mig|mitja', halfOfAll: 'la meitat', quarter: 'un quart de', threeQuarters: 'tres quarts' },
  cs: {
    half: 'půl',
    halfOfAll: 'polovina|polovinu|poloviny|polovině',
    quarter: 'čtvrtina|čtvrtinu|čtvrt',
    threeQuarters: 'tři čtvrtiny|třičtvrtě|tři čtvrtě',
  },
  da: {
    half: 'en halv|et halvt|halv|halvt|halve',
    halfOfAll: 'halvdelen',
    quarter: 'en fjerdedel',
    threeQuarters: 'tre fjerdedele|trekvart',
  },
  de: {
    half: 'halb|halbe|halben|halber|halbes|halbem',
    halfOfAll: 'die Hälfte|der Hälfte',
    quarter: 'ein Viertel|viertel',
    threeQuarters: 'drei Viertel|dreiviertel',
  },
  el: {
    half: 'μισό|μισή|μισός',
    halfOfAll: 'οι μισοί|τα μισά|το μισό|οι μισές',
    quarter: 'ένα τέταρτο',
    threeQuarters: 'τρία τέταρτα',
  },
  en: {
    half: 'half a|half an|one half|half',
    halfOfAll: 'half of|half the',
    quarter: 'quarter of a|quarter of|one quarter|quarter',
    threeQuarters: 'three quarters of a|three quarters of|three quarters|three quarter',
  },
  es: {
    half: 'medio|media',
    halfOfAll: 'la mitad',
    quarter: 'un cuarto de|una cuarta parte|la cuarta parte',
    threeQuarters: 'tres cuartos de|tres cuartos|tres cuartas partes',
  },
  et: { half: 'pool|poole|poolt', halfOfAll: 'pooled', quarter: 'veerand', threeQuarters: 'kolmveerand' },
  fa: { half: 'نیم', halfOfAll: 'نیمی از|نصف', quarter: 'یک چهارم', threeQuarters: 'سه چهارم' },
  fi: {
    half: 'puoli|puolen|puolta',
    halfOfAll: 'puolet',
    quarter: 'neljännes|neljäsosa',
    threeQuarters: 'kolme neljäsosaa|kolme neljännestä',
  },
  fil: { half: 'kalahating', halfOfAll: 'kalahati' },
  fr: {
    half: 'un demi|une demi|demi|demie',
    halfOfAll: 'la moitié',
    quarter: 'un quart',
    threeQuarters: 'trois quarts',
  },
  gu: { half: 'અડધો|અડધા|અડધી', halfOfAll: 'અડધા ભાગના', plusHalf: 'સાડા', plusQuarter: 'સવા', lessQuarter: 'પોણા' },
  he: { half: 'חצי', halfOfAll: 'מחצית|חצי מה', quarter: 'רבע', threeQuarters: 'שלושת רבעי|שלושה רבעים' },
  hi: {
    half: 'आधा|आधी|आधे',
    halfOfAll: 'आधे लोग|आधे से',
    quarter: 'एक चौथाई',
    threeQuarters: 'तीन चौथाई',
    plusHalf: 'साढ़े',
    plusQuarter: 'सवा',
    lessQuarter: 'पौने',
  },
  hr: {
    half: 'pola|pol',
    halfOfAll: 'polovica|polovicu|polovina',
    quarter: 'četvrtina|četvrt',
    threeQuarters: 'tri četvrtine',
  },
  hu: { half: 'fél', halfOfAll: 'a fele|felét', quarter: 'negyed', threeQuarters: 'háromnegyed' },
  hy: { half: 'կես', halfOfAll: 'կեսը' },
  id: { half: 'setengah', halfOfAll: 'separuh|setengah dari', quarter: 'seperempat', threeQuarters: 'tiga perempat' },
  is: { half: 'hálf|hálfur|hálft|hálfa', halfOfAll: 'helmingur|helming' },
  it: {
    half: 'mezzo|mezza',
    halfOfAll: 'la metà|metà',
    quarter: 'un quarto di|un quarto',
    threeQuarters: 'tre quarti',
  },
  ja: { halfOfAll: '半分|半数', quarter: '四分の一|4分の1', threeQuarters: '四分の三' },
  ka: { half: 'ნახევარი|ნახევარ', halfOfAll: 'ნახევარმა', quarter: 'მეოთხედი' },
  kk: { half: 'жарты', halfOfAll: 'жартысы' },
  kn: { half: 'ಅರ್ಧ|ಅರೆ', halfOfAll: 'ಅರ್ಧದಷ್ಟು' },
  ko: { halfOfAll: '절반' },
  lt: { half: 'pusė|pusę', halfOfAll: 'pusė visų', quarter: 'ketvirtadalis', threeQuarters: 'trys ketvirtadaliai' },
  lv: { half: 'pus|puse|pusi', halfOfAll: 'puse no', quarter: 'ceturtdaļa', threeQuarters: 'trīs ceturtdaļas' },
  mk: { half: 'половина|пол', halfOfAll: 'половината', quarter: 'четвртина', threeQuarters: 'три четвртини' },
  ml: { half: 'അര', halfOfAll: 'പകുതി' },
  mr: { half: 'अर्धा|अर्धी|अर्धे', halfOfAll: 'निम्मे', plusHalf: 'साडे', plusQuarter: 'सव्वा', lessQuarter: 'पावणे' },
  ms: { half: 'setengah|separuh', halfOfAll: 'separuh daripada', quarter: 'suku', threeQuarters: 'tiga suku' },
  ne: { half: 'आधा', plusHalf: 'साढे', plusQuarter: 'सवा', lessQuarter: 'पौने' },
  nl: {
    half: 'een halve|een half|half|halve',
    halfOfAll: 'de helft',
    quarter: 'een kwart',
    threeQuarters: 'driekwart|drie kwart',
  },
  no: {
    half: 'en halv|et halvt|halv|halvt|halve',
    halfOfAll: 'halvparten',
    quarter: 'en fjerdedel|et kvart',
    threeQuarters: 'tre fjerdedeler',
  },
  pa: { half: 'ਅੱਧਾ|ਅੱਧੀ', halfOfAll: 'ਅੱਧੇ', plusHalf: 'ਸਾਢੇ', plusQuarter: 'ਸਵਾ', lessQuarter: 'ਪੌਣੇ' },
  pl: {
    half: 'pół',
    halfOfAll: 'połowa|połowę|połowy|połowie',
    quarter: 'ćwierć|jedna czwarta',
    threeQuarters: 'trzy czwarte',
  },
  pt: {
    half: 'meio|meia',
    halfOfAll: 'a metade|metade',
    quarter: 'um quarto de|um quarto',
    threeQuarters: 'três quartos',
  },
  ro: {
    half: 'jumătate de|o jumătate de',
    halfOfAll: 'jumătate din|jumătate',
    quarter: 'un sfert',
    threeQuarters: 'trei sferturi',
  },
  ru: {
    half: 'пол|полу',
    halfOfAll: 'половина|половину|половины|половине|половиной',
    quarter: 'четверть|четверти',
    threeQuarters: 'три четверти|трёх четвертей',
  },
  sk: {
    half: 'pol',
    halfOfAll: 'polovica|polovicu|polovice|polovici',
    quarter: 'štvrtina|štvrť',
    threeQuarters: 'tri štvrtiny',
  },
  sl: { half: 'pol', halfOfAll: 'polovica|polovico', quarter: 'četrtina', threeQuarters: 'tri četrtine' },
  sq: { half: 'gjysmë', halfOfAll: 'gjysma' },
  sr: {
    half: 'пола|пол|pola|pol',
    halfOfAll: 'половина|половину|polovina|polovinu',
    quarter: 'четвртина|četvrtina',
    threeQuarters: 'три четвртине|tri četvrtine',
  },
  sv: {
    half: 'en halv|ett halvt|halv|halvt|halva',
    halfOfAll: 'hälften',
    quarter: 'en fjärdedel|en kvarts',
    threeQuarters: 'tre fjärdedelar|tre kvarts',
  },
  sw: { half: 'nusu', halfOfAll: 'nusu ya', quarter: 'robo', threeQuarters: 'robo tatu' },
  ta: { half: 'அரை', halfOfAll: 'பாதி', quarter: 'கால்வாசி', threeQuarters: 'முக்கால்' },
  te: { half: 'అర', halfOfAll: 'సగం' },
  th: { half: 'ครึ่ง', halfOfAll: 'ครึ่งหนึ่ง' },
  tr: {
    half: 'yarım',
    halfOfAll: 'yarısı|yarısını|yarısının',
    quarter: 'çeyrek|dörtte bir',
    threeQuarters: 'dörtte üç',
  },
  uk: {
    half: 'пів',
    halfOfAll: 'половина|половину|половини|половині',
    quarter: 'чверть|чверті',
    threeQuarters: 'три чверті',
  },
  ur: {
    half: 'آدھا|آدھی|آدھے|نصف',
    halfOfAll: 'نصف سے',
    quarter: 'ایک چوتھائی',
    threeQuarters: 'تین چوتھائی',
    plusHalf: 'ساڑھے',
    plusQuarter: 'سوا',
    lessQuarter: 'پونے',
  },
  vi: { half: 'nửa', halfOfAll: 'một nửa', quarter: 'một phần tư', threeQuarters: 'ba phần tư' },
  zh: { halfOfAll: '一半|半数|半數', quarter: '四分之一', threeQuarters: '四分之三' },
};
