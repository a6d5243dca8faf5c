import { expect, test } from 'vitest';
import { contentDisposition } from './file-name/file-name.ts';
import { inOneLine } from './plain-text.ts';

test('a text is put in one line, without space at its ends', () => {
  expect(inOneLine(' \u00A0A\n cup\u00A0of \t tea\u200B ')).toBe('A cup\u00A0of tea');
  expect(inOneLine('\u200B \u00A0')).toBe('');
});

// From each character of a run anew, these would take minutes.
test('a megabyte of spaces or stops inside a text is looked at once', () => {
  const long = (character: string) => `a${character.repeat(1_000_000)}b`;
  for (const space of ['\u00A0', '\u200B', '\u3000']) expect(inOneLine(long(space))).toHaveLength(1_000_002);
  expect(contentDisposition(long('.'), '.srt')).toContain('filename=');
});
