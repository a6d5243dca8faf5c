import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../language/load-languages.ts';
import { materialOf, unsupported } from './title-facts.ts';

beforeAll(() => loadLanguages(['en', 'ru', 'pt', 'de', 'hi', 'ar', 'ja']));

test.each([
  ['en', 'Nine bars, in under half a minute.', 'Why espresso needs 9 bars'],
  ['en', 'It costs 1,200 dollars.', 'Is the $1200 machine worth it?'],
  ['ru', 'Давление девяти бар.', 'Почему нужно 9 бар'],
  ['ru', 'Кофейни Москвы.', 'Лучший кофе пьют в Москве'],
  ['pt', 'Use duas xícaras de café.', '2 xícaras bastam?'],
  ['de', 'Es sind zweiundzwanzig Gramm.', '22 Gramm für eine Maschine'],
  ['hi', 'इसमें नौ बार का दबाव है।', '९ बार का दबाव क्यों?'],
  ['ar', 'تسعة بارات من الضغط.', 'لماذا ٩ بارات؟'],
  ['ja', '九気圧のお湯。', '9気圧の秘密'],
])('in %s, what "%s" says may stand in "%s"', (language, said, title) => {
  expect(unsupported(title, materialOf(said, language))).toEqual([]);
});

test.each([
  ['en', 'Nine bars.', 'Why NASA needs 12 bars', ['12', 'NASA']],
  ['ru', 'Давление девяти бар.', '15 секретов', ['15']],
  ['hi', 'नौ बार।', '१२ बार क्यों', ['12']],
])('in %s, "%s" does not say what "%s" does', (language, said, title, missing) => {
  expect(unsupported(title, materialOf(said, language))).toEqual(missing);
});
