import { IS_ASCII } from '../ascii.ts';

/** Nobody sees or says these: joiners, soft hyphens, direction marks; tatweel and harakat; niqqud and cantillation. */
const UNSEEN =
  /[\p{Default_Ignorable_Code_Point}\u{640}\u{64B}-\u{65F}\u{670}\u{6D6}-\u{6ED}\u{591}-\u{5BD}\u{5BF}\u{5C1}\u{5C2}\u{5C4}\u{5C5}\u{5C7}]/gu;
const APOSTROPHES = /[’‘‛ʼ′`´]/g;
const QUOTES = /[“”„‟«»″]/g;
const HYPHENS = /[‐‑‒–−]/g;

/**
 * A text in letters of one form, its case left: compatible characters as their plain ones (NFKC: full-width letters,
 * ligatures, composed accents), straight apostrophes, quotation marks and hyphens, single spaces, nothing unseen.
 */
export function plainLetters(text: string): string {
  if (IS_ASCII.test(text)) return text.replace(/\s+/g, ' ');
  return text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(APOSTROPHES, "'")
    .replace(QUOTES, '"')
    .replace(HYPHENS, '-')
    .replace(/\s+/g, ' ');
}

/**
 * Letters without their case, as Unicode's full case folding has them (ß is ss, a final sigma a sigma), and further:
 * Turkish i with and without its dot are one, Greek accents fall as they do in capitals, and what is typed in two ways
 * is one: yeh and kaf, Russian ё as е, Romanian ș with a cedilla, ligatures as two letters. Other accents tell words apart and stay.
 */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (IS_ASCII.test(lower)) return lower;
  return lower
    .replace(/i\u0307|ı/g, 'i')
    .replaceAll('ß', 'ss')
    .replace(/\p{Script=Greek}+/gu, withoutAccents)
    .replaceAll('ς', 'σ')
    .replaceAll('ی', 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll('ё', 'е')
    .replaceAll('ş', 'ș')
    .replaceAll('ţ', 'ț')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}

function withoutAccents(greek: string): string {
  return greek
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0313\u0314\u0342]/g, '')
    .normalize('NFC');
}

/** What two texts have to share to be equal to a reader: the same letters in any case. */
export function equalLetters(text: string): string {
  return foldCase(plainLetters(text));
}
