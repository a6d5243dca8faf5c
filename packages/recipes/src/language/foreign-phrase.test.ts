import { beforeAll, expect, test } from 'vitest';
import { foreignPhrase } from './foreign-phrase.ts';
import { prepareLanguages } from './prepare-languages.ts';

beforeAll(() => prepareLanguages(['en']));

const own: Readonly<Record<string, string>> = {
  th: 'วิธีชงกาแฟ Moka Pot ที่บ้าน',
  ko: '집에서 Moka Pot 커피를 내리는 법',
  ja: '自宅でMoka Potのコーヒーをいれる方法',
  zh: '在家用Moka Pot煮咖啡的方法',
  hi: 'घर पर Moka Pot कॉफी बनाने का तरीका',
  ar: 'طريقة تحضير قهوة Moka Pot في المنزل',
  he: 'איך מכינים קפה Moka Pot בבית',
  fa: 'طرز تهیه قهوه Moka Pot در خانه',
  ru: 'Как варить кофе Moka Pot дома',
  uk: 'Як варити каву Moka Pot вдома',
  el: 'Πώς φτιάχνεις καφέ Moka Pot στο σπίτι',
  bn: 'ঘরে Moka Pot কফি বানানোর উপায়',
  ta: 'வீட்டில் Moka Pot காபி செய்வது எப்படி',
  te: 'ఇంట్లో Moka Pot కాఫీ చేయడం ఎలా',
  ka: 'როგორ მოვხარშოთ ყავა Moka Pot სახლში',
  hy: 'Ինչպես պատրաստել Moka Pot սուրճ տանը',
  bg: 'Как се прави кафе Moka Pot вкъщи',
  ur: 'گھر پر Moka Pot کافی بنانے کا طریقہ',
};

const languages = Object.keys(own);

test.each(languages)('in %s words in Latin letters that nobody wrote are another language', (language) => {
  const written = () => [own[language] ?? ''];
  for (const text of [
    'Perfect Espresso Secrets',
    'PERFECT ESPRESSO SECRETS',
    'stop wasting coffee',
    'Café parfait chez soi',
  ])
    expect([text, foreignPhrase(text, language, written) !== undefined]).toEqual([text, true]);
});

test.each(languages)('in %s names, marks and a text with own letters pass', (language) => {
  const written = () => [own[language] ?? ''];
  for (const text of [
    'MOKA POT',
    'Moka Pot vs iPhone 15 Pro',
    'TOP 10',
    'ASMR',
    'Nespresso',
    '4K HDR',
    own[language] ?? '',
  ])
    expect([text, foreignPhrase(text, language, written)]).toEqual([text, undefined]);
});

test.each([
  ['id', 'Perfect Green Tea Brewing Temperature Explained', 'Cara menyeduh teh hijau yang enak.'],
  ['ro', 'Best Espresso Brewing Mistakes Everyone Makes', 'Cum se prepară cafeaua.'],
  ['hu', 'Best Espresso Brewing Mistakes Everyone Makes', 'Így készül a jó kávé.'],
  ['nl', 'Perfect Green Tea Brewing Temperature Explained', 'Hoe je groene thee zet.'],
  ['es', 'Deutsche Kaffeekultur Einfach Verständlich Erklärt', 'Cómo se prepara el café.'],
])('in %s "%s" is another language, where the caller has none of its words', (language, text, written) => {
  expect(foreignPhrase(text, language, () => [written])).toBeDefined();
  expect(foreignPhrase(text, language, () => [written, text])).toBeUndefined();
});

test.each([
  ['de', 'Taylor Swift: The Eras Tour in Berlin', 'Das Konzert von Taylor Swift: The Eras Tour, Berlin.'],
  ['vi', 'Perfect Espresso Secrets', ''],
  ['es', 'Crema, Ristretto, Lungo, Doppio', 'El café italiano.'],
])('in %s "%s" passes', (language, text, written) => {
  expect(foreignPhrase(text, language, () => [written])).toBeUndefined();
});

test('of a brief in English only names pass: what it writes with a capital and never without', () => {
  const written = () => ['We compare the Galaxy Watch with the Apple Watch, and say which watch is the best.'];
  expect(foreignPhrase('Galaxy Apple', 'ko', written)).toBeUndefined();
  expect(foreignPhrase('BEST WATCH COMPARE', 'ko', written)).toBe('en');
});
