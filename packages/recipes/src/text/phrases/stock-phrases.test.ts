import { expect, test } from 'vitest';
import { hasFiller, isStockTitle, opensWithItself, withoutOpening, withoutStock } from './stock-phrases.ts';
import { substance } from '../substance.ts';

test.each([
  ['How a refrigerator works: The science behind it', 'en', 'How a refrigerator works'],
  ['The Ultimate Guide: Why espresso needs nine bars', 'en', 'Why espresso needs nine bars'],
  ['Unlock the Secrets of Espresso: The Basics of Coffee Extraction', 'en', ''],
  ['Die Welt der Kühlschränke', 'de', ''],
  ['Los secretos del espresso', 'es', ''],
  ['Why the sky is blue', 'en', 'Why the sky is blue'],
  ['Tajemnice espresso', 'pl', 'Tajemnice espresso'],
])('of "%s" stays what only this video has', (title, language, kept) => {
  expect(withoutStock(title, language)).toBe(kept);
  expect(isStockTitle(title, language)).toBe(kept === '');
});

test.each([
  ['In this video, we explore how espresso is made.', 'en', 'How espresso is made.'],
  ["In today's video you'll learn about the pump.", 'en', 'The pump.'],
  ['This video explains why the sky is blue.', 'en', 'Why the sky is blue.'],
  ['Welcome to my channel! Espresso needs pressure.', 'en', 'Espresso needs pressure.'],
  ['In diesem Video lernen wir, wie ein Kühlschrank funktioniert.', 'de', 'Wie ein Kühlschrank funktioniert.'],
  ['En este vídeo, explicaremos por qué el cielo es azul.', 'es', 'Por qué el cielo es azul.'],
  ['In this valley, we meet the last smith.', 'en', 'In this valley, we meet the last smith.'],
])('"%s" begins with the matter', (description, language, kept) => {
  expect(withoutOpening(description, language)).toBe(kept);
  expect(opensWithItself(kept, language)).toBe(false);
});

test('a passage weighs what it adds: repetition and filler weigh little', () => {
  const said = ['A pump pushes hot water through finely ground coffee.'];
  const fresh = substance('Oils break into drops and float between bubbles of gas.', said, 'en');
  expect(fresh).toBe(1);
  expect(substance('The pump pushes water through the coffee.', said, 'en')).toBe(0);
  const filler = 'Temperature plays a crucial role for every barista.';
  expect(hasFiller(filler, 'en')).toBe(true);
  expect(substance(filler, said, 'en')).toBeLessThan(fresh);
  expect(substance('水泵把热水推过咖啡粉。', said, 'zh')).toBe(1);
});
