import { expect, test } from 'vitest';
import { foreignPhrase } from './foreign-phrase.ts';

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

test('a language in Latin letters has its own checks', () => {
  expect(foreignPhrase('Perfect Espresso Secrets', 'vi', () => [])).toBeUndefined();
  expect(foreignPhrase('Perfect Espresso Secrets', 'sr-Latn', () => [])).toBeUndefined();
});

test('of a brief in English only names pass: what it writes with a capital and never without', () => {
  const written = () => ['We compare the Galaxy Watch with the Apple Watch, and say which watch is the best.'];
  expect(foreignPhrase('Galaxy Apple', 'ko', written)).toBeUndefined();
  expect(foreignPhrase('BEST WATCH COMPARE', 'ko', written)).toBe('en');
});
