import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { entryBegun, promisedEntries } from './promised-entries.ts';

const promised = (language: string, prompt: string) => promisedEntries({ prompt, language, format: 'educational' });

beforeAll(() => loadLanguages(['en', 'de', 'fr', 'it', 'ja', 'zh', 'vi', 'ru', 'th', 'fi', 'es', 'pt']));

test.each([
  ['en', 'Five mistakes people make', 5],
  ['en', 'Top 5 laptops', 5],
  ['en', 'The 3 best ways to brew', 3],
  ['de', 'Meine 7 Regeln für guten Kaffee', 7],
  ['fr', 'Dix erreurs de débutant', 10],
  ['ru', 'Топ 5 ошибок бариста', 5],
  ['vi', 'Năm mẹo pha cà phê', 5],
  ['vi', 'Ba cách pha cà phê', 3],
  ['ja', '七つの間違い', 7],
  ['zh', '五个常见错误', 5],
  ['th', 'ห้าวิธีชงกาแฟ', 5],
  ['it', 'Sei errori da evitare', 6],
])('%s: "%s" promises %i', (language, prompt, entries) => {
  expect(promised(language, prompt)).toBe(entries);
});

test.each([
  ['en', 'The Third Reich explained'],
  ['en', 'Second World War in Asia'],
  ['en', 'Second hand cars: what to check'],
  ['en', '5G explained'],
  ['en', '9/11 in two minutes'],
  ['en', 'Windows 11 tips'],
  ['en', 'iPhone 15 review'],
  ['en', '10 minute yoga'],
  ['de', '8. Mai 1945'],
  ['de', 'Acht geben auf der Autobahn'],
  ['de', '5 Minuten Yoga'],
  ['fr', 'Quoi de neuf ?'],
  ['it', 'Sei pronto per la maratona'],
  ['ja', '五月蝿い隣人への対処'],
  ['ja', '三角形の面積'],
  ['zh', '三明治的历史'],
  ['zh', '四川火锅的秘密'],
  ['vi', 'Năm nay học gì'],
  ['vi', 'Ba mẹ và con cái'],
  ['vi', 'Sau khi chạy bộ'],
  ['th', 'สามีที่ดี'],
  ['th', 'ห้ามทำสิ่งนี้'],
  ['fi', 'Kuusi on Suomen yleisin puu'],
])('%s: "%s" promises nothing', (language, prompt) => {
  expect(promised(language, prompt)).toBeUndefined();
});

test.each([
  ['de', 'Erstens, lüfte kurz und kräftig.', 1],
  ['de', 'Der zweite Fehler ist das Kippen.', 2],
  ['de', 'Fehler Nummer eins ist das Kippen.', 1],
  ['es', 'Primero, cierra el grifo.', 1],
  ['es', 'En segundo lugar, usa un balde.', 2],
  ['fr', 'Deuxièmement, le pothos.', 2],
  ['fr', 'La première plante est le pothos.', 1],
  ['en', 'Mistake number one is a dirty panel.', 1],
  ['ja', '二つ目のコツは、床に物を置かないことです。', 2],
  ['zh', '第三，不要充电过夜。', 3],
])('%s: "%s" begins entry %i', (language, sentence, entry) => {
  expect(entryBegun(sentence, language)).toBe(entry);
});

test.each([
  ['de', 'Einer der größten Fehler ist das Kippen.'],
  ['es', 'Una buena forma es cerrar el grifo.'],
  ['fr', 'Un croissant est fait de beurre.'],
  ['it', 'Uno degli errori è il vapore.'],
  ['pt', 'Uma das formas é o banho curto.'],
  ['en', 'One of the biggest mistakes is dirt.'],
  ['ja', '一人暮らしの部屋は狭いです。'],
  ['zh', '一个好办法是关机。'],
])('%s: "%s" begins no entry', (language, sentence) => {
  expect(entryBegun(sentence, language)).toBeUndefined();
});
