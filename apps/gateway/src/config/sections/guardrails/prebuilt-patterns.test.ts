import { expect, test } from 'vitest';
import { contentFilter } from '../../../guard/kinds/content-filter.ts';
import { asRegExp } from './as-reg-exp.ts';
import { prebuiltPatterns } from './prebuilt-patterns.ts';

/** What a filter with one prebuilt pattern makes of a text. */
async function masked(name: string, text: string): Promise<string | undefined> {
  const { pattern, near, takesWordsForDigits } = prebuiltPatterns.get(name) ?? {
    pattern: '(?!)',
    takesWordsForDigits: false,
  };
  const keyword = near === undefined ? undefined : asRegExp(near);
  const found = asRegExp(pattern);
  if (!found) throw new Error(`${name} is no regular expression`);
  const guard = contentFilter({
    provider: 'litellm_content_filter',
    patterns: [{ name, pattern: found, near: keyword && { keyword, takesWordsForDigits }, action: 'MASK' }],
    blockedWords: [],
    categories: [],
    patternMask: '#',
    keywordMask: '#',
  });
  const content = { texts: [{ text }] } as unknown as Parameters<typeof guard.look>[0];
  const looked = await guard.look(content, {} as Parameters<typeof guard.look>[1]);
  return looked.texts[0];
}

test('every pattern that LiteLLM’s filter has by name is known, and is one that can be looked for', () => {
  expect(prebuiltPatterns.size).toBe(82);
  const broken = [...prebuiltPatterns].filter(
    ([, { pattern, near }]) => !asRegExp(pattern) || (near !== undefined && !asRegExp(near)),
  );
  expect(broken).toEqual([]);
});

test.each([
  ['us_ssn', 'mine is 123-45-6789.', 'mine is #.'],
  ['br_cpf', 'CPF 123.456.789-09 aqui', 'CPF # aqui'],
  ['sg_nric', 'my NRIC is S1234567D', 'my NRIC is #'],
  ['passport_germany', 'C01X00T47', '#'],
  ['fr_phone', 'appelez 0612345678', 'appelez #'],
  ['au_tfn', 'TFN 123456789', 'TFN #'],
  ['au_tfn', 'order 123456789', 'order 123456789'],
  ['au_tfn', 'TFN: 123456789, order no. 987654321', 'TFN: #, order no. 987654321'],
  ['au_tfn', 'the TFN that she once gave was 123456789', 'the TFN that she once gave was 123456789'],
  ['au_tfn', '123456789 is my TFN', '123456789 is my TFN'],
  ['nl_bsn_contextual', 'BSN one two three four five six seven eight nine', 'BSN #'],
  ['nl_bsn_contextual', 'BSN one two three', 'BSN one two three'],
])('%s: %s', async (name, text, expected) => {
  expect(await masked(name, text)).toBe(expected);
});
