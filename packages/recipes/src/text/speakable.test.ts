import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixSpeech, speechFlaws } from './speakable.ts';

const flawed: readonly (readonly [flaw: string, text: string, fixed: string])[] = [
  ['reasoning', '<think>Let me see.</think>Steam rises.', 'Steam rises.'],
  ['code_fence', '```\nSteam rises.\n```', 'Steam rises.'],
  ['markdown_emphasis', 'This is **nine** bars.', 'This is nine bars.'],
  ['markdown_heading', '## Pressure\nSteam rises.', 'Pressure Steam rises.'],
  ['markdown_list', '- Grind.\n- Tamp.', 'Grind. Tamp.'],
  ['markdown_link', 'See [the guide](https://a.example).', 'See the guide.'],
  ['label', 'Narrator: Steam rises.', 'Steam rises.'],
  ['label', '旁白：水开了。', '水开了。'],
  ['stage_direction', '[music swells] Steam rises.', 'Steam rises.'],
  ['stage_direction', 'Steam rises (pause) and falls.', 'Steam rises and falls.'],
  ['stage_direction', '(upbeat music plays) Steam rises.', 'Steam rises.'],
  ['emoji', 'Steam rises 👨‍👩‍👧 ☕️', 'Steam rises'],
  ['hashtag', 'Love #coffee', 'Love coffee'],
];

test.each(flawed)('a %s is found and fixed: %s', (flaw, text, fixed) => {
  expect(speechFlaws(text).map(({ name }) => name)).toContain(flaw);
  expect(fixSpeech(text)).toBe(fixed);
});

test('an address is found but left to be written anew, because words would be lost', () => {
  expect(speechFlaws('Go to https://a.example/b now.')).toEqual([{ name: 'url', excerpt: 'https://a.example/b' }]);
});

test('everything between two remarks in parentheses stays', () => {
  const text = 'Bees (all females) dance. Nobody asked. Wasps (their cousins) do not.';
  expect(speechFlaws(text)).toEqual([]);
  expect(fixSpeech(text)).toBe(text);
});

test('quotation marks go from around the whole and stay inside', () => {
  expect(fixSpeech('"Steam rises."')).toBe('Steam rises.');
  expect(fixSpeech('"No," she said, "never."')).toBe('"No," she said, "never."');
});

const word = fc.stringMatching(/^[a-z]{2,9}$/).filter((text) => speechFlaws(`(${text})`).length === 0);
const remark = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((parts) => `(${parts.join(' ')})`)
  .filter((text) => speechFlaws(text).length === 0);

test('no parenthesis that is speech is ever lost', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, remark), { minLength: 1, maxLength: 6 }), (parts) => {
      const text = parts.map((pair) => pair.join(' ')).join('. ');
      expect(fixSpeech(text)).toBe(text);
    }),
  );
});

const noise = fc.array(
  fc.oneof(
    word,
    fc.constantFrom('**', '[x]', '# ', '\n', '- ', '(pause)', '😀', '1. ', '"', 'Host: ', '<b>', '`', '_a_', '>'),
  ),
  { maxLength: 20 },
);

test('what was fixed has only flaws that words would be lost with, and fixing it again changes nothing', () => {
  fc.assert(
    fc.property(
      noise.map((parts) => parts.join(' ')),
      (text) => {
        const fixed = fixSpeech(text);
        expect(speechFlaws(fixed).filter(({ name }) => name !== 'url')).toEqual([]);
        expect(fixSpeech(fixed)).toBe(fixed);
      },
    ),
  );
});
