import { IS_ASCII } from '../../../text/ascii.ts';
import { primarySubtag } from '../../scripts.ts';

/**
 * A text as numbers are looked for in it: every script's digits as ASCII ones, hyphens between letters as spaces, one
 * kind of apostrophe, accents and vowel points folded away (трёх and трех, أربعة and اربعة, مائة and مئة are one word),
 * but where they make other words in the language. Letters of Indic and Thai scripts keep their marks. A shortened scale
 * at figures is marked, `5^m`, so that it is no unit: "120 m", and so is the sign of decades, `80^s`. Superscripts, which count nothing, are gone.
 */
export function foldForNumbers(text: string, language: string): string {
  const plain = plainDigits(text)
    .replace(SHORT_SCALE, (sign) => `^${sign.trim()}`)
    .replace(DECADE_SIGN, '^s')
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/(\p{L}\p{M}*)[-‐‑](?=\p{L})/gu, '$1 ')
    .replace(/\s+/gu, ' ')
    .normalize('NFD')
    .replace(/[\u0591-\u05C7\u064B-\u065F\u0670]/gu, '');
  const accented = TOLD_BY_ACCENTS.has(primarySubtag(language)) ? plain.normalize('NFC').toLowerCase() : plain;
  return accented
    .replace(LOOSE_MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(HAN_DIGITS, (digits) => Array.from(digits, (digit) => HAN_DIGIT_VALUES.indexOf(digit) % 10).join(''))
    .replace(/ماي(?=[ةت])/gu, 'مي');
}

/** Languages in which another word is a numeral but for its accents: Hungarian hát and hat, Turkish ön and on. */
const TOLD_BY_ACCENTS: ReadonlySet<string> = new Set(['az', 'hu', 'tr', 'vi']);

/** The accents of a text as folding leaves them in a language. */
export function foldAccents(text: string, language: string): string {
  return TOLD_BY_ACCENTS.has(primarySubtag(language)) ? text.normalize('NFC') : withoutAccents(text);
}

/** Without the accents that are left of its letters, as people write who have no keys for them: uc for üç. */
export function withoutAccents(folded: string): string {
  return folded.normalize('NFD').replace(LOOSE_MARKS, '').normalize('NFC');
}

/** `5K`, `5k`, `2M`, `5 M`; m alone is metres, and capitals behind a space may be anything. */
const SHORT_SCALE = /(?<=\d)(?:[KMBTk]|[ \u00A0\u202F][kM])(?![\p{L}\p{N}])/gu;

/** `80s`, `1980's`, by which English says a decade. */
const DECADE_SIGN = /(?<=\d0)['’]?s(?![\p{L}\p{N}])/gu;

/** Accents; in composed text those that no letter has taken in: the dot of a Turkish İ that was made small. */
const LOOSE_MARKS = /[\u0300-\u036F]/gu;

/** Figures in Chinese and Japanese that are read one by one: 二〇二四 is 2024. Two may be a range, 二三. */
const HAN_DIGITS = /[〇一二三四五六七八九零]{3,}/gu;
const HAN_DIGIT_VALUES = '〇一二三四五六七八九零';

/** A text with its numbers in ASCII: digits of any script, full-width signs, fractions such as ½ as "1/2". */
export function plainDigits(text: string): string {
  if (IS_ASCII.test(text)) return text;
  return asciiDigits(text.replace(/[\u00B2\u00B3\u00B9\u2070-\u209C\u00AD\u200B-\u200D\u2060]/gu, ''))
    .replace(/(\d)[\u00A0\u2009\u202F](?=\d{3}(?!\d))/gu, '$1\u202F')
    .replace(/[\u066B\uFF0E]/gu, '.')
    .replace(/[\u066C\uFF0C](?=\d)/gu, ',')
    .replace(/(\d*)([\u00BC-\u00BE\u2150-\u215E])/gu, (_, whole: string, sign: string) => withFraction(whole, sign));
}

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
