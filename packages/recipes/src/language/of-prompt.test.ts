import { expect, test } from 'vitest';
import prompts from './__fixtures__/short-prompts.json' with { type: 'json' };
import { languageOf } from './of-prompt.ts';

test.each([
  ['Wie funktioniert Espresso?', 'de'],
  ['¿Cómo funciona el espresso?', 'es'],
  ['Как работает эспрессо', 'ru'],
  ['浓缩咖啡的原理', 'zh'],
  ['エスプレッソの仕組み', 'ja'],
  ['How espresso works', 'en'],
  ['5 tips for better sleep', 'en'],
  ['La Niña explained', 'en'],
  ['Docker', 'en'],
  ['Nine bars', 'en'],
  ['tea', 'en'],
  ['hello', 'en'],
  ['many members', 'en'],
  ['AI agents', 'en'],
  ['solar panels', 'en'],
  ['no cache', 'en'],
  ['Send all to nine-bars.com', 'en'],
  ['Follow @neun_bar', 'en'],
  ['iPhone 17 Pro Max vs Galaxy S27 Ultra', 'en'],
  ['Receita de bolo de cenoura', 'pt'],
  ['Trucos de Excel para principiantes', 'es'],
  ['iPhone 17 Pro 值得买吗', 'zh'],
  ['五分鐘看懂明朝歷史', 'zh-Hant'],
  ['駅前再開発', 'ja'],
  ['Gajenje paradajza na terasi', 'sr-Latn'],
  ['හෝම්ලි බ්‍රෙඩ් සාදන හැටි', 'si'],
  ['ਘਰ ਵਿੱਚ ਰੋਟੀ', 'pa'],
  ['Resipi nasi lemak mudah', 'ms'],
  ['Resep nasi goreng sederhana', 'id'],
  ['Tempat menarik di Kuala Lumpur', 'ms'],
  ['Telefon bimbit terbaik bawah RM1000', 'ms'],
  ['Cara menghemat uang setiap bulan', 'id'],
  ['Kuala Lumpur travel guide', 'en'],
])('the prompt "%s" asks for %s', (prompt, language) => {
  expect(languageOf([prompt])).toBe(language);
});

type Prompts = Readonly<Record<string, readonly string[]>>;

/** Bosnian is not told from its neighbours; a guess of it would be chance. */
const told = (set: Prompts) =>
  Object.entries(set).flatMap(([wanted, texts]) => (wanted === 'bs' ? [] : texts.map((text) => ({ wanted, text }))));

const guesses = (set: Prompts) => told(set).map(({ wanted, text }) => ({ wanted, guess: languageOf([text]) }));

test.each([
  ['prompts that the table was fitted to', prompts.fitted, 0.95],
  ['prompts that it was not', prompts.heldOut, 0.93],
] as const)('%s are told in more than fifty languages', (_, set, least) => {
  const all = guesses(set);
  const right = all.filter(({ wanted, guess }) => guess === wanted);
  expect(right.length / all.length).toBeGreaterThanOrEqual(least);
});
