/**
 * A text as numbers are looked for in it: every script's digits as ASCII ones, hyphens between letters as spaces, one
 * kind of apostrophe, accents and vowel points of alphabets folded away (трёх and трех, أربعة and اربعة, مائة and مئة
 * are one word). Letters of Indic and Thai scripts keep their marks, which make the word. Superscripts, which count
 * nothing, are gone.
 */
export function foldForNumbers(text: string): string {
  return plainDigits(text)
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/(\p{L}\p{M}*)[-‐‑](?=\p{L})/gu, '$1 ')
    .replace(/\s+/gu, ' ')
    .normalize('NFD')
    .replace(/[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(HAN_DIGITS, (digits) => Array.from(digits, (digit) => HAN_DIGIT_VALUES.indexOf(digit) % 10).join(''))
    .replace(/ماي(?=[ةت])/gu, 'مي');
}

/** Figures in Chinese and Japanese that are read one by one: 二〇二四 is 2024. Two may be a range, 二三. */
const HAN_DIGITS = /[〇一二三四五六七八九零]{3,}/gu;
const HAN_DIGIT_VALUES = '〇一二三四五六七八九零';

/** A text with its numbers in ASCII: digits of any script, full-width signs, fractions such as ½ as "1/2". */
export function plainDigits(text: string): string {
  if (IS_PLAIN.test(text)) return text;
  return asciiDigits(text.replace(/[\u00B2\u00B3\u00B9\u2070-\u209C\u00AD\u200B-\u200D\u2060]/gu, ''))
    .replace(/(\d)[\u00A0\u2009\u202F](?=\d{3}(?!\d))/gu, '$1\u202F')
    .replace(/[\u066B\uFF0E]/gu, '.')
    .replace(/[\u066C\uFF0C](?=\d)/gu, ',')
    .replace(/(\d*)([\u00BC-\u00BE\u2150-\u215E])/gu, (_, whole: string, sign: string) => withFraction(whole, sign));
}

const IS_PLAIN = /^[\x00-\x7F]*$/; // oxlint-disable-line no-control-regex -- the range of ASCII is meant

/** "2½" as "2.5". */
function withFraction(whole: string, sign: string): string {
  const [numerator, denominator] = sign.normalize('NFKC').split('\u2044').map(Number);
  return String(Number(whole) + Math.round((1000 * (numerator ?? 0)) / (denominator ?? 1)) / 1000);
}

/** Decimal digits of any script (Unicode category Nd) as ASCII ones. */
export function asciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
}

/** Digits stand in runs of ten from 0 to 9 (the Unicode Standard, 4.6), some of which follow each other. */
function digitValue(codePoint: number): number {
  let zero = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (codePoint - zero) % 10;
}
