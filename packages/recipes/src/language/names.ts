import { editDistance } from '@showrunner/errors/nearest-name';
import { remembered } from './remembered.ts';
import { canonicalTag } from './tag.ts';

/**
 * The BCP-47 tag for what people call a language: a tag, its English name, its own one or that of another language,
 * with a region or script where one is said: "Spanish", "castellano", "Deutsch", "Brazilian Portuguese",
 * "Chinese (Taiwan)", "中文", "inglés". Undefined for what CLDR (48) does not know.
 */
export function languageCalled(text: string): string | undefined {
  const called = text.trim();
  return called === '' ? undefined : remembered(tagsCalled, called, () => tagCalled(called));
}

const tagsCalled = new Map<string, string>();

function tagCalled(text: string): string | undefined {
  const name = keyOf(text);
  return (
    canonicalTag(text) ?? tagOfName(name) ?? tagOfName(name.replace(/^(?:tieng|bahasa) /u, '')) ?? tagOfQualified(name)
  );
}

/** The tags of the languages whose names are most like it, at most three, and what they are called. */
export function nearestLanguages(text: string): readonly { readonly tag: string; readonly name: string }[] {
  const wanted = keyOf(text);
  const slips = new Map<string, number>();
  for (const [name, tag] of commonNames()) {
    const distance = editDistance(wanted, name);
    if (distance <= Math.ceil(name.length / 3)) slips.set(tag, Math.min(distance, slips.get(tag) ?? Infinity));
  }
  const nearest = [...slips].toSorted(([, one], [, other]) => one - other).slice(0, 3);
  return nearest.map(([tag]) => ({ tag, name: english.of(tag) ?? tag }));
}

/** As names are compared: without case, accents, brackets, the word "language" in some of them, "in", "the" and "of". */
function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/gu, '')
    .toLowerCase()
    .replace(LANGUAGE, ' ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(SMALL_WORDS, ' ')
    .replace(/ +/gu, ' ')
    .trim();
}

const LANGUAGE =
  /(?<!\p{L})(?:language|idioma|lengua|langue|sprache|lingua|limba|taal|sprak|jezyk|jazyk|jezik|язык|мова|език|dili|nyelv|ngon ngu|भाषा|ভাষা|மொழி)(?!\p{L})|^ภาษา/gu;
const SMALL_WORDS = /^in (?=\p{L})|(?<!\p{L})(?:the|of|from|de|do|da|del|di|du|von|aus)(?!\p{L})/gu;

function tagOfName(name: string): string | undefined {
  return commonNames().get(name) ?? rareNames().get(name) ?? foreignNames().get(name);
}

/** "spanish mexico", "traditional chinese": a language's name with that of a region or script before or behind it. */
function tagOfQualified(name: string): string | undefined {
  const words = name.split(' ');
  for (let cut = 1; cut < words.length; cut += 1) {
    const [before, behind] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    for (const [language, place] of [
      [before, behind],
      [behind, before],
    ] as const) {
      const tag = commonNames().get(language);
      const subtag = placeNames().get(place);
      if (tag !== undefined && subtag !== undefined) return canonicalTag(`${tag.split('-', 1)[0]}-${subtag}`);
    }
  }
  return undefined;
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');
const TWO_LETTERS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/** Languages whose code has three letters and that are much used, and regional forms with names of their own. */
const MORE =
  'fil yue ceb haw ckb gsw bho mai tzm kab nds pcm scn vec mni kok zh-Hans zh-Hant sr-Latn sr-Cyrl en-US en-GB en-AU en-CA pt-BR pt-PT es-ES es-MX es-419 fr-CA fr-CH de-AT de-CH nl-BE fa-AF sw-CD ro-MD ar-001'.split(
    ' ',
  );

/** What CLDR has no name for, or another one. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  bahasa: 'id',
  'bahasa indonesia': 'id',
  'bahasa melayu': 'ms',
  bokmal: 'nb',
  brazilian: 'pt-BR',
  brasileiro: 'pt-BR',
  castellano: 'es',
  castilian: 'es',
  cesky: 'cs',
  farsi: 'fa',
  flamand: 'nl-BE',
  hangugeo: 'ko',
  'haitian creole': 'ht',
  hochdeutsch: 'de',
  'irish gaelic': 'ga',
  mandarin: 'zh',
  'mandarin chinese': 'zh',
  moldovan: 'ro',
  nihongo: 'ja',
  nynorsk: 'nn',
  oriya: 'or',
  panjabi: 'pa',
  putonghua: 'zh',
  russkij: 'ru',
  russkiy: 'ru',
  schweizerdeutsch: 'gsw',
  'scots gaelic': 'gd',
  slovensky: 'sk',
  srpski: 'sr-Latn',
  'standard chinese': 'zh',
  tagalog: 'fil',
  'taiwanese mandarin': 'zh-TW',
  valencian: 'ca',
  valencia: 'ca',
  zhongwen: 'zh',
  हिंदी: 'hi',
  ελληνικη: 'el',
  漢語: 'zh-Hant',
  汉语: 'zh-Hans',
  國語: 'zh-Hant',
  普通话: 'zh-Hans',
  廣東話: 'yue',
  广东话: 'yue',
  'русский язык': 'ru',
  'українська мова': 'uk',
};

const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

let common: ReadonlyMap<string, string> | undefined;

/** Names, folded, with their tags; made when the first name is read, about 10 ms. */
function commonNames(): ReadonlyMap<string, string> {
  if (common === undefined) {
    const tags = knownTags();
    const own = tags.filter((tag) => Intl.DisplayNames.supportedLocalesOf(tag).length > 0);
    common = new Map([
      ...own.toReversed().flatMap((tag) => namesIn(tag, [tag])),
      ...namesIn('en', tags.toReversed()),
      ...Object.entries(ALSO_CALLED).map(([name, tag]) => [keyOf(name), tag] as const),
    ]);
  }
  return common;
}

function knownTags(): readonly string[] {
  return [...TWO_LETTERS, ...MORE].filter((tag) => english.of(tag) !== undefined && canonicalTag(tag) === tag);
}

type Named = readonly (readonly [name: string, tag: string])[];

/** Names of languages in one of them. To ask is cheap; who is asked is dear to make. */
function namesIn(locale: string, tags: readonly string[]): Named {
  const ways = (['dialect', 'standard'] as const).map(
    (languageDisplay) => new Intl.DisplayNames([locale], { type: 'language', languageDisplay }),
  );
  return tags.flatMap((tag) => ways.map((names) => [keyOf(names.of(tag) ?? tag), tag] as const));
}

let rare: ReadonlyMap<string, string> | undefined;

/** English names of the languages whose code has three letters: 17,576 look-ups, so only for a name not found else. */
function rareNames(): ReadonlyMap<string, string> {
  rare ??= new Map(
    TWO_LETTERS.flatMap((start) => LETTERS.map((end) => start + end)).flatMap((tag) => {
      const name = english.of(tag);
      const canonical = name === undefined ? undefined : canonicalTag(tag);
      return name === undefined || canonical === undefined ? [] : [[keyOf(name), canonical] as const];
    }),
  );
  return rare;
}

/** Languages that callers may name another language in: "Englisch", "inglés", 英语. */
const CALLED_IN =
  'de fr es pt it nl pl cs sk sv da nb fi hu ro tr el ru uk bg hr ar fa he hi th vi id zh zh-Hant ja ko'.split(' ');

let foreign: ReadonlyMap<string, string> | undefined;

/** Names of languages in other languages, where all of them mean the same by one; only for a name not found else. */
function foreignNames(): ReadonlyMap<string, string> {
  if (foreign === undefined) {
    const tags = knownTags();
    const named = CALLED_IN.flatMap((locale) => namesIn(locale, tags));
    const alike = Map.groupBy(named, ([name]) => name.replace(/^(?:tieng|bahasa) /u, ''));
    const clear = [...alike].filter(([, all]) => new Set(all.map(([, tag]) => tag)).size === 1);
    foreign = new Map(clear.map(([name, [first]]) => [name, first?.[1] ?? '']));
  }
  return foreign;
}

let places: ReadonlyMap<string, string> | undefined;

/** English names of regions and of the two ways to write Chinese and Serbian, and the regions' codes. */
function placeNames(): ReadonlyMap<string, string> {
  if (places === undefined) {
    const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const codes = TWO_LETTERS.map((code) => code.toUpperCase()).filter((code) => regions.of(code) !== undefined);
    places = new Map([
      ...codes.map((code) => [code.toLowerCase(), code] as const),
      ...codes.map((code) => [keyOf(regions.of(code) ?? ''), code] as const),
      ...Object.entries(SCRIPTS_CALLED),
    ]);
  }
  return places;
}

const SCRIPTS_CALLED: Readonly<Record<string, string>> = {
  simplified: 'Hans',
  traditional: 'Hant',
  latin: 'Latn',
  cyrillic: 'Cyrl',
  'hong kong': 'HK',
  'latin america': '419',
  mexican: 'MX',
  usa: 'US',
  uk: 'GB',
};
