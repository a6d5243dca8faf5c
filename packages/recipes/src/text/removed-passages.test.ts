import fc from 'fast-check';
import { expect, test } from 'vitest';
import { removedPassages } from './removed-passages.ts';

test.each([
  ['*upbeat music plays* Nine bars.', 'Nine bars.', ['upbeat music plays']],
  ['Welcome back to [Channel Name], where coffee is.', 'Welcome back to, where coffee is.', ['[Channel Name]']],
  ['(Risas) El café (recién molido) es mejor.', 'El café (recién molido) es mejor.', ['(Risas)']],
  ['水泵加压（镜头切换），咖啡流出。', '水泵加压，咖啡流出。', ['（镜头切换）']],
  ['ปั๊มดันน้ำร้อน [เพลง] ผ่านกาแฟ', 'ปั๊มดันน้ำร้อน ผ่านกาแฟ', ['[เพลง]']],
  ['One. Two. Three.', 'Two.', ['One.', 'Three.']],
  ['Locutor: Hola.', 'Hola.', ['Locutor:']],
  ['**Nine** bars ☕️!', 'Nine bars!', []],
  ['Nine bars.', '', ['Nine bars.']],
])('of "%s" in "%s" what is missing is told as it stood', (before, after, passages) => {
  expect(removedPassages(before, after)).toEqual(passages);
});

test('whatever words are taken out of a text, they are told, and no others', () => {
  const word = fc.constantFrom('tea', 'чай', 'شاي', 'té', '茶', 'ชา', 'चाय');
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.boolean()), { maxLength: 30 }), (tokens) => {
      const joined = (list: readonly (readonly [string, boolean])[]) => list.map(([text]) => text).join(' ');
      const passages = removedPassages(joined(tokens), joined(tokens.filter(([, stays]) => stays)));
      const told = passages.flatMap((passage) => passage.split(' '));
      const taken = tokens.filter(([, stays]) => !stays).map(([text]) => text);
      expect(told.toSorted()).toEqual(taken.toSorted());
    }),
  );
});
