import { expect, test } from 'vitest';
import { estimatePrompt, estimateText } from './estimate-prompt.ts';

// Counted with o200k_base, the vocabulary of OpenAI's models.
test.each([
  ['English', 'The quick brown fox jumps over the lazy dog, and then it rests for a while in the sun.', 21],
  ['German', 'Der schnelle braune Fuchs springt über den faulen Hund und ruht danach in der Sonne.', 21],
  ['Russian', 'Быстрая коричневая лиса прыгает через ленивую собаку, а потом отдыхает на солнце.', 28],
  ['Chinese', '敏捷的棕色狐狸跳过了懒狗，然后在阳光下休息了一会儿。', 24],
  ['Japanese', '素早い茶色の狐がのろまな犬を飛び越えて、日向で少し休みます。', 28],
  ['Korean', '빠른 갈색 여우가 게으른 개를 뛰어넘습니다.', 17],
  ['Hindi', 'तेज़ भूरी लोमड़ी आलसी कुत्ते के ऊपर कूदती है।', 20],
  ['Arabic', 'الثعلب البني السريع يقفز فوق الكلب الكسول.', 16],
  ['Thai', 'สุนัขจิ้งจอกสีน้ำตาลกระโดดข้ามสุนัขขี้เกียจ', 28],
  ['figures', 'The weather of 2024-11-29: 12.5 degrees, 1024 hPa.', 23],
  ['code', 'export function add(a: number, b: number): number {\n  return a + b;\n}', 20],
])('a text in %s is estimated within a factor of 1.5', (_language, text, tokens) => {
  expect(estimateText(text)).toBeGreaterThan(tokens / 1.5);
  expect(estimateText(text)).toBeLessThan(tokens * 1.5);
});

test('an estimate is at most a token a byte, and at least one for four letters', () => {
  for (const text of ['a', 'é', '語', '🙂', '\u0000', '1', '...', 'नमस्ते', 'ﬁ']) {
    expect(estimateText(text)).toBeLessThanOrEqual(Buffer.byteLength(text));
    expect(estimateText(text)).toBeGreaterThanOrEqual(text.length / 4);
  }
});

test('images count by what they cost and not by the length of their bytes', () => {
  const image = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'A'.repeat(1_000_000) } };
  expect(estimatePrompt([[{ role: 'user', content: [image] }]])).toBe(1604);
  const page = { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: 'A'.repeat(100) } };
  expect(estimatePrompt([[{ role: 'user', content: [page] }]])).toBe(2254);
});

test('what is no question is nothing much, and breaks nothing', () => {
  expect(estimatePrompt([undefined, null, 5, true, {}, [null, [[]]], { role: 'user', content: { a: 1 } }])).toBe(4);
});
