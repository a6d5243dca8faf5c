import { beforeAll, expect, test } from 'vitest';
import { countsIn, figuresIn, numbersIn } from './numbers-in.ts';
import { numberLanguages } from './spell/number-sources.ts';
import { loadNumbers, numbersOf } from './numbers-of.ts';

const languages = ['en', ...numberLanguages];

/** Irish puts words between the parts of its numbers, Swahili the scale before what it multiplies. */
const NOT_COMPOSED = new Set(['ga', 'sw']);
beforeAll(async () => void (await Promise.all(languages.map(loadNumbers))));

test.each([
  ['ru', 'давление девяти бар', [9]],
  ['ru', 'около двухсот сорока трёх тысяч рублей', [243_000]],
  ['ar', 'ثلاث دقائق وخمس ملاعق', [3, 5]],
  ['ar', 'بعد عشرين دقيقة', [20]],
  ['ta', 'எண்பத்தைந்து டிகிரி, இருபத்தொன்று நிமிடம்', [85, 21]],
  ['pt', 'duas xícaras e vinte e duas colheres', [2, 22]],
  ['de', 'zweiundzwanzig Euro und eintausenddreihundertfünf Cent', [22, 1305]],
  ['de', 'im Jahr neunzehnhundertvierundachtzig', [1984]],
  ['fr', 'quatre-vingt-dix pour cent', [90, 100]],
  ['fr', 'deux mille vingt-quatre', [2024]],
  [
    'en',
    'In nineteen eighty-four, two hundred and five people, the third, nine point two five bar',
    [1984, 205, 3, 9.25],
  ],
  ['en', 'fifteen hundred watts and 11.6 million litres', [1500, 11_600_000]],
  ['en', 'five, six or twenty one', [5, 6, 21]],
  ['es', 'treinta y cuatro mil quinientas sesenta personas', [34_560]],
  ['pl', 'po dziewięciu minutach', [9]],
  ['tr', 'dokuz barlık basınç, yüz yirmi üç', [9, 123]],
  ['fi', 'yhdeksän baaria', [9]],
  ['da', 'nioghalvfems kroner', [99]],
  ['hi', 'बारह लाख चौंतीस हज़ार', [1_234_000]],
  ['hi', '१९४७ से २०२४ तक', [1947, 2024]],
  ['zh', '三千五百万美元，二〇二四年', [35_000_000, 2024]],
  ['zh', '３．５億', [350_000_000]],
  ['ja', '九気圧、二十三億円', [9, 2_300_000_000]],
  ['ko', '이백삼십사만 원', [2_340_000]],
  ['ar', 'مئتان وخمسون', [250]],
  ['ar', '١٬٢٣٤٫٥ كيلو', [1234.5]],
  ['he', 'מאתיים שלושים וארבע', [234]],
  ['th', 'สองหมื่นสามพันบาท', [23_000]],
  ['vi', 'hai trăm ba mươi tư', [234]],
  ['uk', "дев'ять барів", [9]],
  ['uk', 'близько дев’яти хвилин', [9]],
  ['cs', 'kolem devíti barů a dvaceti gramů', [9, 20]],
  ['sk', 'do piatich minút', [5]],
  ['sl', 'v petih minutah', [5]],
  ['el', 'μετά από τριών λεπτών', [3]],
  ['hu', 'két perc alatt', [2]],
  ['ro', 'două mii de lei', [2000]],
  ['it', 'centottanta gradi', [180]],
  ['nl', 'tweeëntwintig minuten', [22]],
  ['sv', 'tjugofem sekunder', [25]],
  ['bg', 'девет бара и двайсет и пет секунди', [9, 25]],
  ['id', 'dua puluh lima detik', [25]],
  ['fr', 'le troisième essai', [3]],
  ['es', 'la segunda vez', [2]],
  ['bn', 'পঁচিশ সেকেন্ড', [25]],
  ['en', 'the ½ and the 2½ and v1.2.3', [0.5, 2.5, 1, 2, 3]],
  ['pl', 'dziewięć przecinek dwa bara', [9.2]],
  ['pl', 'dziewięć i dwie dziesiąte bara', [9.2]],
  ['pl', 'dziewięć całych dwadzieścia pięć setnych', [9.25]],
  ['pl', 'po dwudziestu pięciu sekundach, dwustu gramów, półtora litra, dziewięć i pół', [25, 200, 1.5, 9.5]],
  ['pl', 'dwie dziesiąte sekundy, od stu do pięciuset tysięcy', [0.2, 100, 500_000]],
  ['cs', 'devět celých dva baru, devět celých pět setin', [9.2, 9.05]],
  ['cs', 'po pětadvaceti sekundách, devět a půl, ze sta korun', [25, 9.5, 100]],
  ['sk', 'deväť celých dve, deväť celých päť stotín, deväť a pol', [9.2, 9.05, 9.5]],
  ['ru', 'девять целых две десятых бара', [9.2]],
  ['ru', 'девять целых и двадцать пять сотых', [9.25]],
  ['ru', 'ноль целых сто двадцать пять тысячных, две десятых секунды', [0.125, 0.2]],
  ['ru', 'девять с половиной, полторы минуты, после сорока секунд, из пятисот человек', [9.5, 1.5, 40, 500]],
  ['uk', "дев'ять цілих дві десятих бара", [9.2]],
  ['uk', "дев'ять цілих і двадцять п'ять сотих", [9.25]],
  ['uk', "дев'ять з половиною, півтора літра, після сорока секунд, з двохсот людей", [9.5, 1.5, 40, 200]],
  ['be', 'дзевяць цэлых дзве дзясятых', [9.2]],
  ['bg', 'девет цяло и две десети, девет и половина', [9.2, 9.5]],
  ['hr', 'devet cijelih dva, devet zarez dva, devet i pol', [9.2, 9.5]],
  ['sl', 'devet celih dve, devet vejica dve', [9.2]],
  ['en', 'nine point twenty five, nine and two tenths, nine and a half', [9.25, 9.2, 9.5]],
  ['en', 'nine point two zero five and point', [9.205]],
  ['de', 'neun Komma zwei, neuneinhalb Bar, anderthalb Liter, zwei Zehntel', [9.2, 9.5, 1.5, 0.2]],
  ['fr', 'neuf virgule deux, neuf et demi, trois dixièmes', [9.2, 9.5, 0.3]],
  ['es', 'nueve coma dos, nueve y medio, dos décimas', [9.2, 9.5, 0.2]],
  ['it', 'nove virgola due, nove e mezzo', [9.2, 9.5]],
  ['pt', 'nove vírgula dois, nove e meia', [9.2, 9.5]],
  ['nl', 'negen komma twee, negeneneenhalf, anderhalve liter', [9.2, 9.5, 1.5]],
  ['sv', 'nio komma två, nio och en halv', [9.2, 9.5]],
  ['da', 'ni komma to, halvanden liter', [9.2, 1.5]],
  ['fi', 'yhdeksän pilkku kaksi, puolitoista litraa', [9.2, 1.5]],
  ['hu', 'kilenc egész két tized, kilenc és fél, másfél liter', [9.2, 9.5, 1.5]],
  ['ro', 'nouă virgulă doi, nouă și jumătate', [9.2, 9.5]],
  ['tr', 'dokuz virgül iki, dokuz buçuk', [9.2, 9.5]],
  ['el', 'εννέα κόμμα δύο, εννέα και μισό', [9.2, 9.5]],
  ['id', 'sembilan koma dua', [9.2]],
  ['vi', 'chín phẩy hai, chín rưỡi', [9.2, 9.5]],
  ['hi', 'नौ दशमलव दो, डेढ़ लीटर, ढाई घंटे', [9.2, 1.5, 2.5]],
  ['en', 'A dozen eggs, half a dozen pans, two dozen plates', [12, 6, 24]],
  ['en', 'half a million views, a million and a half, three quarters', [500_000, 1_500_000, 0.75]],
  ['en', 'half a cup, twice a day, tenfold, both hands', [0.5, 2, 10]],
  ['de', 'ein Dutzend Eier, ein halbes Dutzend, zwei Dutzend', [12, 6, 24]],
  ['de', 'eine halbe Million, dreimal, zwanzigminütig, die Hälfte, doppelt so viel', [500_000, 3, 20, 50, 2]],
  ['fr', 'une douzaine, une demi-douzaine, deux douzaines, une vingtaine, un demi-million', [12, 6, 24, 20, 500_000]],
  ['es', 'una docena, media docena, dos docenas, medio millón, un millón y medio', [12, 6, 24, 500_000, 1_500_000]],
  ['it', 'una dozzina, mezza dozzina, una ventina, mezzo milione', [12, 6, 20, 500_000]],
  ['pt', 'uma dúzia, meia dúzia, duas dúzias, meio milhão', [12, 6, 24, 500_000]],
  ['nl', 'een dozijn, een half dozijn, een half miljoen, tweemaal, een twintigtal', [12, 6, 500_000, 2, 20]],
  ['sv', 'ett dussin, ett halvt dussin, en halv miljon, hälften', [12, 6, 500_000, 50]],
  ['da', 'et dusin, et halvt dusin, en halv million', [12, 6, 500_000]],
  ['no', 'et dusin, et halvt dusin, en halv million', [12, 6, 500_000]],
  ['fi', 'tusina, puoli tusinaa, puoli miljoonaa, kaksiosainen', [12, 6, 500_000, 2]],
  ['pl', 'tuzin, pół tuzina, dwa tuziny, pół miliona, dwuminutowy', [12, 6, 24, 500_000]],
  ['cs', 'tucet, půl tuctu, dva tucty, půl milionu', [12, 6, 24, 500_000]],
  ['sk', 'tucet, pol tucta, pol milióna', [12, 6, 500_000]],
  ['hu', 'egy tucat, fél tucat, fél millió, kétszeres', [12, 6, 500_000, 2]],
  ['ro', 'o duzină, o jumătate de duzină, jumătate de milion', [12, 6, 500_000]],
  ['bg', 'дузина, половин дузина, половин милион', [12, 6, 500_000]],
  ['hr', 'tucet, pola tuceta, pola milijuna', [12, 6, 500_000]],
  ['ru', 'дюжина, полдюжины, две дюжины, полмиллиона, десяток, трое, двухминутный', [12, 6, 24, 500_000, 10, 3, 2]],
  ['uk', 'дюжина, пів дюжини, пів мільйона, двоє', [12, 6, 500_000, 2]],
  ['el', 'μια ντουζίνα, μισή ντουζίνα, μισό εκατομμύριο', [12, 6, 500_000]],
  ['tr', 'bir düzine, yarım düzine, iki düzine, yarım milyon', [12, 6, 24, 500_000]],
  ['ar', 'دزينة بيض، نصف دزينة، نصف مليون', [12, 6, 500_000]],
  ['he', 'תריסר ביצים, חצי תריסר, חצי מיליון, פעמיים', [12, 6, 500_000, 2]],
  ['fa', 'یک دوجین، نیم دوجین، نیم میلیون', [12, 6, 500_000]],
  ['hi', 'एक दर्जन, आधा दर्जन, दो दर्जन, साढ़े तीन लाख, सवा दो, पौने तीन', [12, 6, 24, 350_000, 2.25, 2.75]],
  ['ur', 'ایک درجن، آدھا درجن، ساڑھے تین لاکھ', [12, 6, 350_000]],
  ['bn', 'এক ডজন, আধা ডজন, সাড়ে তিন', [12, 6, 3.5]],
  ['mr', 'एक डझन, अर्धा डझन, साडे तीन', [12, 6, 3.5]],
  ['ta', 'ஒரு டஜன், அரை டஜன்', [12, 6]],
  ['te', 'ఒక డజను, అర డజను', [12, 6]],
  ['id', 'selusin telur, setengah lusin, dua lusin, setengah juta', [12, 6, 24, 500_000]],
  ['vi', 'một tá trứng, nửa tá, nửa triệu', [12, 6, 500_000]],
  ['th', 'ไข่หนึ่งโหล ครึ่งโหล ครึ่งล้าน', [12, 6, 500_000]],
  ['zh', '一打鸡蛋、半打、一半的人', [12, 6, 50]],
  ['ja', '半ダース、2ダース、半分の人', [6, 24, 50]],
  ['ko', '연필 두 다스, 절반', [24, 50]],
])('%s: "%s" states %j', (language, text, numbers) => {
  const found = numbersIn(text, language);
  for (const number of numbers) expect([...found]).toContain(number);
});

test.each([
  ['ru', 'в десятых годах, две тысячи десятый год', [10, 2010]],
  ['pl', 'dwa tysiące dziesiąty rok, dziesiąta rano', [2010, 10]],
  ['pl', 'dziewięć i dwie osoby', [9, 2]],
  ['en', 'nine and two people', [9, 2]],
  ['en', 'nine point. Two people', [9, 2]],
  ['uk', "дев'ять і дві людини", [9, 2]],
])('%s: "%s" states no decimals', (language, text, numbers) => {
  expect(numbersIn(text, language)).toEqual(new Set(numbers));
});

test.each([
  ['en', 'in the nineteen eighties', [1980, 80]],
  ['en', "the eighties, the '90s, the 1970s", [80, 1980, 90, 1990, 1970, 70]],
  ['de', 'in den achtziger Jahren, die 90er, neunzehnhundertsiebziger', [80, 1980, 90, 1990, 1970]],
  ['fr', 'les années quatre-vingt, les années 90', [80, 1980, 90, 1990]],
  ['es', 'los años ochenta, la década de los 90', [80, 1980, 90, 1990]],
  ['it', "gli anni ottanta, gli anni '90", [80, 1980, 90, 1990]],
  ['pt', 'os anos oitenta, os anos 90', [80, 1980, 90, 1990]],
  ['nl', 'de jaren tachtig, de jaren 90', [80, 1980, 90, 1990]],
  ['sv', 'på åttiotalet, 90-talet, 1970-talet', [80, 1980, 90, 1990, 1970, 70]],
  ['da', "i firserne, 90'erne", [80, 1980, 90, 1990]],
  ['no', 'på åttitallet, 90-tallet', [80, 1980, 90, 1990]],
  ['fi', 'kahdeksankymmentäluvulla, 1990-luvulla', [80, 1980, 1990, 90]],
  ['pl', 'lata osiemdziesiąte, w latach 90', [80, 1980, 90, 1990]],
  ['cs', 'osmdesátá léta, 90. léta', [80, 1980, 90, 1990]],
  ['hu', 'a nyolcvanas évek, az 1990-es évek', [80, 1980, 1990, 90]],
  ['ro', 'anii optzeci, anii 90', [80, 1980, 90, 1990]],
  ['ru', 'восьмидесятые, 90-е, тысяча девятьсот семидесятые', [80, 1980, 90, 1990, 1970]],
  ['uk', 'вісімдесяті, 90-ті', [80, 1980, 90, 1990]],
  ['el', 'τη δεκαετία του ογδόντα, τη δεκαετία του 90', [80, 1980, 90, 1990]],
  ['tr', "seksenler, 90'lar, 1970'li yıllar", [80, 1980, 90, 1990, 1970, 70]],
  ['ar', 'في الثمانينيات', [80, 1980]],
  ['he', 'שנות השמונים, שנות ה-90', [80, 1980, 90, 1990]],
  ['hi', 'अस्सी के दशक में, 90 के दशक', [80, 1980, 90, 1990]],
  ['zh', '八十年代，90年代', [80, 1980, 90, 1990]],
  ['ja', '八十年代、1990年代', [80, 1980, 1990, 90]],
  ['ko', '80년대, 1990년대', [80, 1980, 1990, 90]],
  ['vi', 'thập niên 80, những năm 90', [80, 1980, 90, 1990]],
  ['id', 'tahun 80-an, 1990-an', [80, 1980, 1990, 90]],
])('%s: "%s" speaks of decades: %j', (language, text, numbers) => {
  expect([...numbersIn(text, language)]).toEqual(expect.arrayContaining(numbers));
});

test.each([
  ['en', 'dozens of people and half the people'],
  ['es', 'docenas de personas'],
  ['de', 'Dutzende Menschen'],
  ['ru', 'десятки людей'],
  ['fr', 'des dizaines de gens'],
])('%s: "%s" counts nothing', (language, text) => {
  expect([...countsIn(text, language)].filter(Number.isInteger)).toEqual([]);
});

test.each([
  ['en', 'Twice as fast, double the dose for both of you'],
  ['de', 'Doppelt so schnell für beide'],
  ['ru', 'Вдвое быстрее для обоих'],
])('%s: "%s" promises no two of anything, though a text that says it has the number', (language, text) => {
  expect(countsIn(text, language)).not.toContain(2);
  expect(numbersIn(text, language)).toContain(2);
});

test('what was put together states no part of it', () => {
  expect(numbersIn('dziewięć i dwie dziesiąte bara', 'pl')).toEqual(new Set([9.2]));
  expect(numbersIn('девять целых две десятых бара', 'ru')).toEqual(new Set([9.2]));
});

test('a title claims what it says in figures, with the word behind them', () => {
  expect([...figuresIn('One of 9 reasons why 2.5 million people wait', 'en')]).toEqual([9, 2_500_000]);
  expect([...figuresIn('一起看看 9 巴', 'zh')]).toEqual([9]);
});

const samples = [
  0, 1, 2, 9, 11, 21, 42, 80, 99, 100, 101, 234, 1000, 1984, 2024, 7003, 12_345, 100_000, 999_999, 1_234_567, 3_000_000,
];

test.each(languages.filter((language) => !NOT_COMPOSED.has(language)))(
  'what is spelled in %s is read back',
  (language) => {
    const numbers = numbersOf(language);
    const wrong = samples.filter((value) => {
      const spelled = numbers?.cardinal(value) ?? '';
      const read = [...numbersIn(`— ${spelled}.`, language)];
      return read.length !== 1 || read[0] !== value;
    });
    expect(wrong).toEqual([]);
  },
);

test.each([
  ['hi', '11.6 मिलियन लोग', 11_600_000],
  ['hi', 'पाँच करोड़', 50_000_000],
  ['mr', 'दोन दशलक्ष', 2_000_000],
  ['bn', '৫ মিলিয়ন', 5_000_000],
  ['ta', '5 மில்லியன்', 5_000_000],
  ['te', '5 మిలియన్', 5_000_000],
  ['ur', 'پانچ ملین', 5_000_000],
  ['ml', '5 മില്യൺ', 5_000_000],
  ['en', 'three crore', 30_000_000],
])('names of scales that %s has from elsewhere are numbers: "%s"', async (language, text, number) => {
  await loadNumbers(language);
  expect(numbersIn(text, language)).toContain(number);
});

test.each(['세게 치세요', '이 사람은 일을 사랑합니다', '사과와 오이', '구체적인 이유', '만약 비가 오면'])(
  'syllables of other Korean words are no numbers: "%s"',
  async (text) => {
    await loadNumbers('ko');
    expect([...numbersIn(text, 'ko')]).toEqual([]);
  },
);

test.each([
  ['세 개', 3],
  ['두명이 왔다', 2],
  ['네 나라', 4],
  ['오 분 동안', 5],
  ['삼백만 원', 3_000_000],
  ['5만 명', 50_000],
])('Korean "%s" counts', async (text, number) => {
  await loadNumbers('ko');
  expect(numbersIn(text, 'ko')).toContain(number);
});

test.each([
  ['ja', '一番おいしいコーヒー'],
  ['ja', '三角形の秘密、千葉県の八百屋と百貨店'],
  ['ja', '十分に温める'],
  ['zh', '一起看看四川的三明治'],
  ['zh', '万一下雨，千万别忘'],
  ['zh', '十分重要的二氧化碳'],
  ['th', 'สามีห้ามนั่งเก้าอี้แล้วหกล้ม'],
  ['lo', 'ສາມີ ຫ້າມ'],
  ['ko', '천사와 오만한 백성, 천천히'],
  ['vi', 'Việt Nam, sau khi ba mẹ bay, năm nay tắm nắng'],
  ['vi', 'quả chín muồi'],
  ['hu', 'Hát persze, két hét múlva'],
  ['de', 'Geben Sie acht und achten Sie auf das Mehl.'],
  ['fr', 'Quoi de neuf ?'],
  ['it', 'Tu sei qui'],
  ['en', 'They help one another in a second-hand shop for a second.'],
  ['pl', 'Jednak nie'],
  ['hi', 'मुझे जाने दो'],
])('%s: a word that has or looks like a numeral counts nothing: "%s"', (language, text) => {
  expect([...numbersIn(text, language)].filter((number) => number !== 2 || language !== 'hu')).toEqual([]);
});

test.each([
  ['ja', '五つの間違いを一人で三十分、十年前に', [5, 1, 30, 10]],
  ['zh', '第三次用九巴的压力萃取两杯，一万小时，五大理由', [3, 9, 2, 10_000, 5]],
  ['th', 'สามวิธี ห้าคน เก้าเคล็ดลับ', [3, 5, 9]],
  ['ko', '오만 원, 이십 분, 열 가지', [50_000, 20, 10]],
  ['vi', 'ba cách, năm lý do, sáu tháng, chín mẹo, hai nghìn không trăm hai mươi tư', [3, 5, 6, 9, 2024]],
  ['hu', 'hat perc, hét tipp', [6, 7]],
  ['tr', 'ALTI HATA, İKİ SIR, uc neden', [6, 2, 3]],
  ['it', 'sei errori', [6]],
  ['de', 'acht Tipps am achten Mai', [8]],
])('%s: numerals beside them still count: "%s"', (language, text, numbers) => {
  expect(numbersIn(text, language)).toEqual(new Set(numbers));
});

test.each([
  ['en', 'The mast is 120 m high and weighs 5 t.', [120, 5]],
  ['fr', 'Le mât fait 120 m pour 5 M€.', [120, 5_000_000]],
  ['ru', 'высота 120 м, 12 млн рублей', [120, 12_000_000]],
  ['en', '5M views for $5K and 5k euros', [5_000_000, 5000]],
])('%s: a letter behind figures is a scale or a unit: "%s"', (language, text, numbers) => {
  expect([...figuresIn(text, language)]).toEqual(numbers);
});
