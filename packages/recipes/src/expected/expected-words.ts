import { primarySubtag, scriptsOf } from '../language/scripts.ts';
import { UNITS_PER_SENTENCE, type Voice } from '../speech/voice.ts';
import { functionWords } from '../language/function-words/by-script.ts';

/**
 * Words without meaning, of the size that a model's are expected to have: what an estimate goes on with in place of a
 * reply. No sentence is like another one, so that nothing takes them for repetitions.
 */
export interface ExpectedWords {
  /** So many words, two characters each where a language has no spaces. */
  phrase(words: number): string;
  /** Sentences of so many units of speech. */
  speech(units: number, voice: Pick<Voice, 'unit'>): string;
  /** A phrase of so many characters, or a little less. */
  within(characters: number): string;
}

/** Letters by which languages are written whose function words are not kept. */
const LETTERS: Readonly<Record<string, string>> = {
  Latin: 'etaoinshrdlucmfwypvbg',
  Cyrillic: 'оеаинтсрвлкмдпуяы',
  Greek: 'αειονστρκπμλυηδ',
  Arabic: 'المنويتربعدسفكحق',
  Hebrew: 'אבגדהולמנרשתיק',
  Devanagari: 'कनरतसमपलहयवदगज',
  Bengali: 'করনতসমপলহযবদগজ',
  Tamil: 'கதபமநரலவயசடழ',
  Telugu: 'కతపమనరలవయసడగ',
  Thai: 'กนรมอทสยลวคตป',
  Georgian: 'აეიორსნმდლბვგთ',
  Armenian: 'աերոնիսմտկուլվ',
  Hangul: '이다는을하고가에의한사기지로대',
  Kana: 'のにをはたがしてでとるれさいあ',
  Han: '的是在人有大上中我以要他时来用们生到作地于出会可下而过子说种面方后多定行学法所民得经三之进等部度家电力里如水化高自二理起',
};

/** Letters in a word; five and a half on average, of syllable blocks half as many. */
const WORD_LETTERS = [4, 7, 5, 6, 3, 8, 6, 5] as const;
const BLOCK_LETTERS = [2, 4, 3, 2, 3] as const;

/** @param seed another one gives other words */
export function expectedWords(language: string, seed = 0): ExpectedWords {
  const letters = lettersOf(language);
  const isSpaced = !scriptsOf(language)?.some((script) => script === 'Han');
  const space = isSpaced ? ' ' : '';
  const next = numbers(seed);
  const letter = () => letters[next() % letters.length] ?? 'a';
  const letterRow = (length: number) => Array.from({ length }, letter).join('');
  const lengths = scriptsOf(language)?.includes('Hangul') === true ? BLOCK_LETTERS : WORD_LETTERS;
  const word = () => letterRow(isSpaced ? (lengths[next() % lengths.length] ?? 5) : 2);
  // A word that comes back: scenes without one in common would be about different things.
  const topic = letters.slice(0, isSpaced ? 4 : 2).join('');

  const phrase = (count: number) => Array.from({ length: Math.max(1, Math.round(count)) }, word).join(space);
  const sentence = (units: number, unit: Voice['unit']) => {
    if (unit === 'words') return `${topic} ${phrase(units - 1)}.`;
    const row = letterRow(Math.max(2, units - topic.length));
    return unit === 'characters' ? `${topic}${row}。` : `${topic} ${row.replace(/.{6}(?=.)/gu, '$& ')}.`;
  };

  return {
    phrase,
    speech(units, { unit }) {
      const count = Math.max(1, Math.round(units / UNITS_PER_SENTENCE[unit]));
      const each = Math.max(2, Math.round(units / count));
      return Array.from({ length: count }, () => sentence(each, unit)).join(space);
    },
    within: (characters) => phrase(isSpaced ? Math.max(2, characters / 6.5) : characters / 2).slice(0, characters),
  };
}

function lettersOf(language: string): string[] {
  const known = [...functionWords(primarySubtag(language))].join('').replace(/[^\p{L}]/gu, '');
  const [script = 'Latin'] = scriptsOf(language) ?? [];
  return Array.from(known === '' ? (LETTERS[script] ?? LETTERS.Latin ?? '') : known);
}

/** The same numbers for the same seed (Park and Miller 1988). */
function numbers(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647);
}
