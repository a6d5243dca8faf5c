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

/** Measured words a minute, read aloud; those marked * are quoted from memory of the same table, unconfirmed. */
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
  pt: 181 /* * */,
  ru: 184 /* * */,
  sl: 180 /* * */,
  sv: 199 /* * */,
  tr: 166 /* * */,
};

/** Languages that need a source of their own. */
const OTHER_RATES: Readonly<Record<string, SpeechRate>> = {
  zh: {
    perMinute: 235,
    unit: 'characters',
    source: 'the middle of what ships: 220 (vm0-skills #351) to 252 (MoneyPrinterTurbo)',
  },
  ja: { perMinute: 300, unit: 'characters', source: 'a guess; IReST has 357 read aloud; calibrate' },
  ko: { perMinute: 300, unit: 'letters', source: 'a guess, syllable blocks a minute; calibrate' },
  vi: {
    perMinute: 207,
    unit: 'words',
    source: '5.25 syllables/s (Coupé et al. 2019, doi:10.1126/sciadv.aaw2594), one a word, scaled as the others',
  },
};

/**
 * For every other language letters are counted: letters a minute vary by 6 % across alphabetic languages (IReST 2012),
 * and English at 150 words a minute makes 649.
 */
const LETTER_RATE: SpeechRate = {
  perMinute: 649,
  unit: 'letters',
  source: 'IReST 2012: letters a minute, scaled to narration',
};

/** The normal rate for a BCP-47 tag; region and script do not change it. */
export function rateOf(language: string): SpeechRate {
  const primary = language.split('-', 1)[0]?.toLowerCase() ?? '';
  const own = OTHER_RATES[primary];
  if (own !== undefined) return own;
  const measured = IREST_WORDS[primary];
  if (measured === undefined) return LETTER_RATE;
  return {
    perMinute: Math.round(measured * NARRATION_SHARE),
    unit: 'words',
    source: 'IReST 2012, scaled to narration',
  };
}
