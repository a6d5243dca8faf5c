import { splitSentences } from '../text/sentences.ts';
import { countCharacters, countLetters, countWords } from '../text/words.ts';
import { rateOf, type SpeechUnit } from './rates.ts';
import { spokenText } from './spoken-text.ts';

/** How fast a text is spoken: what every duration in a script is computed from. */
export interface Voice {
  readonly language: string;
  readonly unit: SpeechUnit;
  readonly perMinute: number;
  /** Breath between sentences, in seconds; 0 when calibrated, because the measurement has it inside. */
  readonly pause: number;
  /** In words, for `duration.method`. */
  readonly method: string;
}

/** Pauses between sentences are about 0.3 s in narration. */
const SENTENCE_PAUSE = 0.3;

/** Words a minute of slow (technical) and fast (energetic) English narration over normal: 130, 150, 180 (OpenMontage). */
const PACE_FACTORS = { slow: 130 / 150, normal: 1, fast: 180 / 150 } as const;
const NORMAL_WORDS_A_MINUTE = 150;

/** A word of another script inside Chinese or Japanese takes about as long as two of their characters. */
const CHARACTERS_PER_FOREIGN_WORD = 2;

/** Numbers become very long words in some languages (German, Finnish); six letters are taken for a word. */
const LETTERS_PER_NUMBER_WORD = 6;

/** In which language somebody speaks, and how fast: by a word, in words a minute, or as it was measured. */
export interface VoiceRequest {
  readonly language: string;
  readonly pace: keyof typeof PACE_FACTORS | number;
  readonly calibration?: { readonly units: number; readonly seconds: number } | undefined;
}

export function voiceFor(request: VoiceRequest): Voice {
  const { language, pace, calibration } = request;
  const rate = rateOf(language);
  if (calibration !== undefined) {
    const unit = rate.unit === 'characters' ? 'characters' : 'words';
    const perMinute = (calibration.units / calibration.seconds) * 60;
    return { language, unit, perMinute, pause: 0, method: `${unit} at the calibrated rate` };
  }
  const factor = typeof pace === 'number' ? pace / NORMAL_WORDS_A_MINUTE : PACE_FACTORS[pace];
  const perMinute = typeof pace === 'number' && rate.unit === 'words' ? pace : rate.perMinute * factor;
  const method = `${rate.unit} as they are spoken (numbers, dates, units and abbreviations in full), plus ${SENTENCE_PAUSE} s a sentence (${rate.source})`;
  return { language, unit: rate.unit, perMinute, pause: SENTENCE_PAUSE, method };
}

/** Seconds that a text takes to speak. */
export function speakingSeconds(text: string, voice: Voice): number {
  return (spokenUnits(text, voice) * 60) / voice.perMinute + splitSentences(text).length * voice.pause;
}

/** How many units fit into so many seconds of speech, its pauses taken off; at least one. */
export function unitsIn(seconds: number, voice: Voice): number {
  const unitsPerSentence = UNITS_PER_SENTENCE[voice.unit];
  const secondsPerUnit = 60 / voice.perMinute + voice.pause / unitsPerSentence;
  return Math.max(1, Math.round(seconds / secondsPerUnit));
}

/** Sentences of spoken text run to about this length. */
export const UNITS_PER_SENTENCE: Readonly<Record<SpeechUnit, number>> = { words: 12, characters: 20, letters: 55 };

/** The text's length in the voice's unit, as it is spoken. */
export function spokenUnits(text: string, voice: Voice): number {
  const spoken = spokenText(text, voice.language);
  switch (voice.unit) {
    case 'characters':
      return countCharacters(spoken) + countWords(spoken) * CHARACTERS_PER_FOREIGN_WORD;
    case 'letters':
      return countLetters(spoken);
    case 'words':
      return countWords(spoken) + countCharacters(spoken) + longNumberWords(spoken, text);
  }
}

/** Words to add because a number was spelled as one very long word. */
function longNumberWords(spoken: string, written: string): number {
  if (spoken === written) return 0;
  const long = (spoken.match(/\p{L}{13,}/gu) ?? []).filter((word) => !written.includes(word));
  return long.reduce((extra, word) => extra + Math.round(word.length / LETTERS_PER_NUMBER_WORD) - 1, 0);
}
