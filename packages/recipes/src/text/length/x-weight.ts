import punycode from 'punycode.js';
import topLevelDomains from 'tlds' with { type: 'json' };
import { graphemes } from './graphemes.ts';

/**
 * How X counts a post: docs.x.com "Counting characters", configuration v3 of its library twitter-text. The library's last
 * version is from 2020 and brings 9 MB, so that its published rules stand here, with IANA's list of domains, which goes
 * on being kept; tests hold both together.
 */
const WEIGHTS = { address: 23, emoji: 2, light: 1, heavy: 2 } as const;

/** Letters of most alphabets and common punctuation; everything else is heavy. */
const LIGHT_RANGES: readonly (readonly [from: number, to: number])[] = [
  [0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
];

export function xWeight(text: string): number {
  const whole = text.normalize('NFC');
  const addresses = xAddresses(whole);
  return addresses.length * WEIGHTS.address + weightBetween(addresses, whole);
}

/** What stands between the addresses. An emoji that one of them ends in counts by its characters behind that end. */
function weightBetween(addresses: readonly Span[], whole: string): number {
  let weight = 0;
  let at = 0;
  let next = 0;
  for (const grapheme of graphemes(whole)) {
    while ((addresses[next]?.end ?? Infinity) <= at) next += 1;
    const { start, end } = addresses[next] ?? { start: Infinity, end: Infinity };
    if (at + grapheme.length <= start) weight += weightOfGrapheme(grapheme);
    else weight += weightOfCharacters(grapheme.slice(0, Math.max(0, start - at)) + grapheme.slice(end - at));
    at += grapheme.length;
  }
  return weight;
}

function weightOfGrapheme(grapheme: string): number {
  const emoji = /^(?:\p{RGI_Emoji}|\p{Emoji_Modifier_Base}\p{Emoji_Modifier})/v.exec(grapheme)?.[0] ?? '';
  return (emoji === '' ? 0 : WEIGHTS.emoji) + weightOfCharacters(grapheme.slice(emoji.length));
}

function weightOfCharacters(text: string): number {
  let weight = 0;
  for (const character of text) weight += weightOfCharacter(character.codePointAt(0) ?? 0);
  return weight;
}

function weightOfCharacter(code: number): number {
  return LIGHT_RANGES.some(([from, to]) => code >= from && code <= to) ? WEIGHTS.light : WEIGHTS.heavy;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What X makes a link of, with a scheme or a bare domain, and so counts as 23 whatever its length. */
function xAddresses(text: string): Span[] {
  if (!text.includes('.')) return [];
  const { address, asciiDomain } = (patterns ??= makePatterns());
  return Array.from(text.matchAll(address)).flatMap((match) => {
    const { before = '', scheme, domain = '', path } = match.groups ?? {};
    if (!canBeNamed(domain)) return [];
    const start = match.index + before.length;
    const end = match.index + match[0].length;
    if (scheme !== undefined) return shortened(text.slice(start, end), start, end);
    if (/[-_./]/.test(before)) return [];
    const spans = Array.from(domain.matchAll(asciiDomain), ({ index, 0: found }) => ({
      start: start + index,
      end: start + index + found.length,
    }));
    const last = spans.at(-1);
    if (last === undefined || path === undefined) return spans;
    // The library counts on from there, even where letters of another script stood in between.
    return [...spans.slice(0, -1), { ...last, end: last.end + end - start - domain.length }];
  });
}

/** A domain's part has at most 63 letters, as it is written for name servers (RFC 3490, 4.1). */
function canBeNamed(domain: string): boolean {
  return domain.split('.').every((label) => punycode.toASCII(label).length <= 63);
}

/** Of X's own short addresses the path is letters and figures, at most 40; what follows is text. */
function shortened(address: string, start: number, end: number): Span[] {
  const own = /^https?:\/\/t\.co\/(?<slug>[a-z0-9]+)(?:\?[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]*[a-z0-9\-_&=#/])?/i.exec(
    address,
  );
  if (own === null) return [{ start, end }];
  return (own.groups?.slug ?? '').length > 40 ? [] : [{ start, end: start + own[0].length }];
}

let patterns: { readonly address: RegExp; readonly asciiDomain: RegExp } | undefined;

/** X's grammar of addresses; compiling the list of domains takes a while, and few texts have a dot inside a word. */
function makePatterns(): { readonly address: RegExp; readonly asciiDomain: RegExp } {
  const names = [...topLevelDomains, 'onion'].toSorted((one, other) => other.length - one.length);
  const topLevel = `(?:(?:${names.join('|')})(?=[^0-9a-zA-Z@+\\-]|$)|xn--[\\-0-9a-z]+)`;
  const accents =
    '\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u024F\\u0253\\u0254\\u0256\\u0257\\u0259\\u025B\\u0263\\u0268\\u026F\\u0272\\u0289\\u028B\\u02BB\\u0300-\\u036F\\u1E00-\\u1EFF';
  const letter =
    "[^!'#%&()*+,\\\\\\-./:;<=>?@[\\]^_{|}~$\\s\\x85\\u180E\\uFFFE\\uFEFF\\uFFFF\\u202A-\\u202E\\u061C\\u200E\\u200F\\u2066-\\u2069]";
  // A label has at most 63 letters; without the bound a page of Chinese is read again from each of its letters.
  const label = (joint: string) => `${letter}(?:${joint}*${letter}){0,62}\\.`;
  const domain = `(?:${label('[_\\-]')})*${label('-')}${topLevel}`;
  const inPath = `[a-z\\u0400-\\u04FF0-9!*';:=+,.$/%#[\\]\\-\\u2013_~@|&${accents}]`;
  const inParentheses = `\\((?:${inPath}+|${inPath}*\\(${inPath}+\\)${inPath}*)\\)`;
  const pathEnd = `[+\\-a-z\\u0400-\\u04FF0-9=_#/${accents}]`;
  // Parentheses end an address right behind such a letter alone, so not behind a stop.
  const path = `/(?:${inPath}*(?:${inParentheses}${inPath}*)*${pathEnd}|${inParentheses}|@${inPath}+/)*`;
  const query = "\\?[a-z0-9!?*'@();:&=+$/%#[\\]\\-_.,~|]*[a-z0-9\\-_&=#/]";
  return {
    address: new RegExp(
      `(?<before>[^A-Za-z0-9@＠$#＃\\uFFFE\\uFEFF\\uFFFF]|^)(?<scheme>https?://)?(?<domain>${domain})(?::[0-9]+)?(?<path>${path})?(?:${query})?`,
      'gi',
    ),
    asciiDomain: new RegExp(`(?:[\\-a-z0-9${accents}]+\\.)+${topLevel}`, 'gi'),
  };
}
