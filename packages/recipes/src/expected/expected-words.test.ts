import { describe, expect, it } from 'vitest';
import { foreignWord } from '../language/scripts.ts';
import { spokenUnits, voiceFor } from '../speech/voice.ts';
import { splitSentences } from '../text/sentences.ts';
import { phraseContainment } from '../text/similarity.ts';
import { expectedWords } from './expected-words.ts';

const LANGUAGES = [
  'en',
  'de',
  'pl',
  'vi',
  'fi',
  'tr',
  'sw',
  'ru',
  'el',
  'ar',
  'he',
  'hi',
  'bn',
  'ta',
  'th',
  'ka',
  'hy',
];

describe.each([...LANGUAGES, 'ko', 'ja', 'zh-CN', 'zh-TW'])('expected words in %s', (language) => {
  const voice = voiceFor({ language, pace: 'normal' });

  it('take about as long to speak as was asked for', () => {
    for (const units of [8, 40, 150]) {
      const spoken = spokenUnits(expectedWords(language).speech(units, voice), voice);
      expect(Math.abs(spoken / units - 1)).toBeLessThan(0.25);
    }
  });

  it('are in the letters of the language, and no sentence repeats another', () => {
    const words = expectedWords(language);
    const sentences = splitSentences(words.speech(120, voice));
    expect(foreignWord(sentences.join(' '), language)).toBeUndefined();
    for (const [at, sentence] of sentences.entries())
      expect(phraseContainment(sentence, sentences.toSpliced(at, 1).join('\n'))).toBeLessThan(0.3);
  });

  it('keep within a number of characters', () => {
    const text = expectedWords(language).within(45);
    expect(text.length).toBeLessThanOrEqual(45);
    expect(text.length).toBeGreaterThan(20);
  });
});

it('are the same for the same seed, and others for another', () => {
  expect(expectedWords('en', 3).phrase(20)).toBe(expectedWords('en', 3).phrase(20));
  expect(expectedWords('en', 3).phrase(20)).not.toBe(expectedWords('en', 4).phrase(20));
});
