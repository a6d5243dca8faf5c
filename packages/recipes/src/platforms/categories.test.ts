import { expect, test } from 'vitest';
import { categories, categoryFor, type CategoryId } from './categories.ts';

function categoryOf(title: string, material = '', language = 'en'): CategoryId {
  return categoryFor({ title, keywords: [], material, language });
}

test.each([
  ['Noise cancelling headphones tested on a trip', 'We compare battery life and Bluetooth on a train trip.', '28'],
  ['The Song dynasty in ten minutes', 'Emperor Taizu founded the Song dynasty; its history is one of trade.', '27'],
  ['Game theory explained', 'The prisoner’s dilemma is a game in which two players reach an equilibrium.', '27'],
  ['How to pull an espresso', 'Grind the coffee, tamp it, and watch the crema.', '26'],
  ['Song of the year', 'The singer recorded this song on piano and guitar for her album.', '10'],
] as const)('"%s" is told by all of its words', (title, material, id) => {
  expect(categoryOf(title, material)).toBe(id);
});

test('where no subject leads, the default is named', () => {
  expect(categories[categoryOf('Why we wait')]).toBe('Education');
});

test.each([
  ['de', 'Warum Katzen schnurren', '15'],
  ['de', 'Die schönsten Wanderwege in Bayern', '19'],
  ['es', 'Receta de pan casero sin levadura', '26'],
  ['es', 'Los auriculares con mejor cancelación de ruido', '28'],
  ['fr', 'Histoire de la dynastie Song', '27'],
  ['fr', 'Les élections expliquées', '25'],
  ['it', 'La finale di calcio vista dagli spalti', '17'],
  ['pt', 'Como tocar violão em casa', '10'],
  ['nl', 'Hoe werkt een warmtepomp?', '28'],
  ['pl', 'Przepis na domowy chleb', '26'],
  ['sv', 'Varför spinner katter', '15'],
  ['ru', 'Обзор наушников с шумоподавлением', '28'],
  ['ru', 'Династия Сун за пять минут', '27'],
  ['uk', 'Новини уряду за тиждень', '25'],
  ['tr', 'Osmanlı tarihi 5 dakikada', '27'],
  ['id', 'Liburan murah ke Jepang', '19'],
  ['vi', 'Lịch sử nhà Nguyễn trong 5 phút', '27'],
  ['ar', 'أخطاء تدريب الكلاب', '15'],
  ['fa', 'پمپ حرارتی چگونه کار می\u200cکند', '28'],
  ['hi', 'मुगल साम्राज्य का इतिहास', '27'],
  ['zh', '宋朝的经济革命', '27'],
  ['zh-TW', '降噪耳機實測', '28'],
  ['ja', 'ゲーム理論とは何か', '27'],
  ['ja', '猫がゴロゴロ鳴く理由', '15'],
  ['ko', '노이즈 캔슬링 헤드폰 비교', '28'],
  ['ko', '축구 전술 분석', '17'],
  ['th', 'ทำไมแมวถึงคราง', '15'],
])('in %s "%s" is of category %s, told without a word of English', (language, title, id) => {
  expect(categoryOf(title, '', language)).toBe(id);
});
