import { expect, test } from 'vitest';
import { fold } from './words.ts';

test.each([
  ['Café', 'cafe'],
  ['ΚΑΦΈΣ', 'καφες'],
  ['трёх', 'трех'],
  ['مُعَلِّم', 'معلم'],
  ['שָׁלוֹם', 'שלום'],
  ['फ़िल्म', 'फिल्म'],
  ['Ｃａｆé', 'cafe'],
])('"%s" is searched for as "%s"', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each([
  ['कार', 'कर'],
  ['パン', 'ハン'],
  ['กิน', 'กัน'],
  ['কলা', 'কালা'],
  ['갠', '개'],
])('"%s" and "%s" are two words', (one, other) => {
  expect(fold(one).startsWith(fold(other))).toBe(false);
});
