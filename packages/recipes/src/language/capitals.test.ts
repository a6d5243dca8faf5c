import { expect, test } from 'vitest';
import { toCapitals } from './capitals.ts';

test.each([
  ['tr', 'sizin için bir ipucu', 'SİZİN İÇİN BİR İPUCU'],
  ['az', 'ilin kitabı', 'İLİN KİTABI'],
  ['el', 'Μάιος, ένα νέο', 'ΜΑΪΟΣ, ΕΝΑ ΝΕΟ'],
  ['de', 'Straße und Füße', 'STRASSE UND FÜSSE'],
  ['de-CH', 'größer', 'GRÖSSER'],
  ['ga', 'an tSráid i bhFrainc', 'AN tSRÁID I bhFRAINC'],
  ['lt', 'i\u0307\u0301', 'I\u0301'],
  ['nl', 'ijs', 'IJS'],
  ['es', '¿cómo?', '¿CÓMO?'],
  ['ru', 'ёлка', 'ЁЛКА'],
  ['hy', 'և', 'ԵՎ'],
  ['ka', 'ესპრესო', 'ესპრესო'],
  ['hi', 'एस्प्रेसो', 'एस्प्रेसो'],
  ['en', 'i have 9 bars 🙂', 'I HAVE 9 BARS 🙂'],
])('%s: "%s" in capitals is "%s"', (language, text, capitals) => {
  expect(toCapitals(text, language)).toBe(capitals);
});
