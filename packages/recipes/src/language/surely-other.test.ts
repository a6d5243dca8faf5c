import { expect, test } from 'vitest';
import { isSurelyInNoneOf } from './surely-other.ts';

test.each([
  'Drei Fehler beim Lüften, die Heizkosten treiben, und wie man sie vermeidet',
  'Cómo funciona una cafetera italiana y por qué el café sale tan fuerte',
  'なぜ味噌汁は健康に良いのか',
  'كيف تعمل آلة القهوة في البيت',
  'Почему кошки мурлычут по ночам',
])('is sure of: %s', (text) => {
  expect(isSurelyInNoneOf(text, ['en'])).toBe(true);
});

test.each(['How espresso works', 'Docker', 'iPhone 17 Pro Max', 'Espresso', 'Tiramisu', '2026', ''])(
  'never refuses what may be English: %s',
  (text) => {
    expect(isSurelyInNoneOf(text, ['en'])).toBe(false);
  },
);

test('one of several languages is enough', () => {
  expect(isSurelyInNoneOf('Cómo funciona una cafetera italiana en casa', ['en', 'es'])).toBe(false);
  expect(isSurelyInNoneOf('Wie eine Filterkaffeemaschine zu Hause funktioniert', ['en', 'es'])).toBe(true);
});
