import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../language/load-languages.ts';
import { speakingSeconds, spokenUnits, unitsIn, voiceFor } from './voice.ts';

beforeAll(() => loadLanguages(['en', 'de', 'fi', 'hi', 'zh', 'ar', 'zu']));

const voice = (language: string) => voiceFor({ language, pace: 'normal' });

test('150 English words in ten sentences take a minute and ten pauses', () => {
  const sentence = `${Array.from({ length: 15 }, () => 'steam').join(' ')}.`;
  expect(speakingSeconds(Array.from({ length: 10 }, () => sentence).join(' '), voice('en'))).toBeCloseTo(63, 5);
});

test('68 Bulgarian words take about half a minute, not one and a half', () => {
  const word = 'пчелите';
  const text = `${Array.from({ length: 68 }, () => word).join(' ')}.`;
  const seconds = speakingSeconds(text, voice('bg'));
  expect(seconds).toBeGreaterThan(25);
  expect(seconds).toBeLessThan(50);
});

test('Chinese is counted in characters, and a foreign word as two of them', () => {
  expect(spokenUnits('浓缩咖啡很好喝。', voice('zh'))).toBe(7);
  expect(spokenUnits('用 Docker 部署', voice('zh-Hans'))).toBe(5);
});

test('numbers count as they are spoken', () => {
  expect(spokenUnits('In 1984', voice('en'))).toBeGreaterThan(spokenUnits('In May', voice('en')));
  expect(spokenUnits('Im Jahr 1984', voice('de'))).toBeGreaterThan(5);
});

test.each([
  ['hi', '१९४७ से २०२४ तक १२३४५६७', '1947 से 2024 तक 1234567'],
  ['zh', '２０２４年有１２３人，９５％', '2024年有123人,95%'],
  ['ar', 'دفعنا ١٢٣ دولار', 'دفعنا 123 دولار'],
])('%s: "%s" takes as long as with ASCII digits, and longer than its words alone', (language, own, ascii) => {
  expect(speakingSeconds(own, voice(language))).toBe(speakingSeconds(ascii, voice(language)));
  expect(spokenUnits(own, voice(language))).toBeGreaterThan(
    2 * spokenUnits(own.replace(/\p{Nd}/gu, ''), voice(language)),
  );
});

test('a calibrated voice speaks at the measured rate and has its pauses inside', () => {
  const calibrated = voiceFor({ language: 'en', pace: 'fast', calibration: { units: 100, seconds: 50 } });
  expect(speakingSeconds('One two three. Four five six.', calibrated)).toBeCloseTo(3, 5);
});

test('pace scales every language, and a number is words a minute', () => {
  const text = 'Steam rises and the cup fills.';
  expect(speakingSeconds(text, voiceFor({ language: 'en', pace: 'slow' }))).toBeGreaterThan(
    speakingSeconds(text, voice('en')),
  );
  expect(voiceFor({ language: 'en', pace: 170 }).perMinute).toBe(170);
  expect(voiceFor({ language: 'ja', pace: 180 }).perMinute).toBeCloseTo(360, 5);
});

test('a budget of words takes about the seconds that it was made for', () => {
  for (const language of ['en', 'de', 'bg', 'vi']) {
    const spoken = voice(language);
    const units = unitsIn(60, spoken);
    const withoutPauses = (units * 60) / spoken.perMinute;
    expect(withoutPauses).toBeGreaterThan(50);
    expect(withoutPauses).toBeLessThan(60);
  }
});

test('a language whose numbers are not loaded is no language to measure in, rather than another one', () => {
  expect(() => spokenUnits('9 bar', voice('pl'))).toThrow("await loadLanguages(['pl'])");
  expect(spokenUnits('no number', voice('pl'))).toBe(2);
  expect(spokenUnits('9 bar', voice('fi'))).toBe('yhdeksänbar'.length);
  expect(spokenUnits('9 bar', voice('zu'))).toBe(7);
});
