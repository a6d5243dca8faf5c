import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../language/load-languages.ts';
import { spokenText } from './spoken-text.ts';

const spoken = (text: string, language: string) =>
  spokenText(text, language)
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[.,])/gu, '')
    .trim();

const languages = 'ar bg bn cs de en es fa fi fr he hi it ja ko mr nl pl pt ru sv th tr uk vi zh'.split(' ');
beforeAll(() => loadLanguages(languages));

test.each([
  ['en', '1,234.5', 'one thousand two hundred thirty-four point five'],
  ['de', '1.234,5', 'eintausendzweihundertvierunddreißig Komma fünf'],
  ['hi', '१९४७ से २०२४', 'एक हज़ार नौ सौ सैंतालीस से दो हज़ार चौबीस'],
  ['mr', '१२३', 'एक शंभर तेवीस'],
  ['bn', '২৫', 'পঁচিশ'],
  ['fa', '۱۲۳', 'صد و بیست و سه'],
  ['th', '๒๓', 'ยี่สิบสาม'],
  ['zh', '１２３人', '一百二十三 人'],
  ['zh', '２０２４年', '二〇二四 年'],
  [
    'en',
    'in 1984, 1905, 1900 and 2024',
    'in nineteen eighty-four, nineteen oh five, nineteen hundred and two thousand twenty-four',
  ],
])('%s: figures of any script are said as "%s" → "%s"', (language, written, said) => {
  expect(spoken(written, language)).toBe(said);
});

test.each([
  ['en', 'the 3rd of 21st', 'the third of twenty-first'],
  ['de', 'am 8. Mai', 'am achte Mai'],
  ['es', 'El 3º', 'El tercer'],
  ['ru', 'на 5-й раз', 'на пятый раз'],
  ['fi', '8. toukokuuta', 'kahdeksas toukokuuta'],
  ['de', 'am 01.05.2024', 'am erste Mai zweitausendvierundzwanzig'],
  ['en', 'on 2024-05-01', 'on May one, two thousand twenty-four'],
  ['ja', '2024/5/1', '二千二十四 年 五 月 一 日'],
])('%s: the ordinal or date in "%s" is said', (language, written, said) => {
  expect(spoken(written, language)).toBe(said);
});

test.each([
  ['en', 'at 9:30, at 10:00', "at nine thirty, at ten o'clock"],
  ['de', 'um 14:05 Uhr', 'um vierzehn Uhr null fünf'],
  ['fr', 'à 9h30', 'à neuf heures trente'],
  ['fi', 'klo 9.30', 'kello yhdeksän kolmekymmentä'],
  ['ko', '9:30', '구 시 삼십 분'],
  ['zh', '14:30', '十四 点 三十 分'],
  ['en', 'in 16:9', 'in sixteen : nine'],
])('%s: the time in "%s" is said', (language, written, said) => {
  expect(spoken(written, language)).toBe(said);
});

test.each([
  ['en', '5 km/h, 90°C', 'five kilometers per hour, ninety degrees Celsius'],
  ['en', '$5 and 95 %', 'five US dollars and ninety-five percent'],
  ['en', 'the 1990s, a 5s timer, #1', 'the nineteen ninety s, a five seconds timer, number one'],
  ['pt', 'R$ 20', 'vinte Reais brasileiros'],
  ['ru', '5 км/ч', 'пять километров в час'],
  ['tr', '%95', 'yüzde doksan beş'],
  ['ar', '٩٥٪', 'خمسة وتسعون بالمئة'],
  ['vi', '95%', 'chín mươi lăm phần trăm'],
  ['ja', '5km', '五 キロメートル'],
])('%s: the unit in "%s" is said', (language, written, said) => {
  expect(spoken(written, language)).toBe(said);
});

test.each([
  ['en', 'Dr. Who vs. Mr. T, e.g. here', 'doctor Who versus mister T, for example here'],
  ['en', 'No. It was No. 5.', 'No. It was number five.'],
  ['de', 'z.B. hier, d. h. ca. 5', 'zum Beispiel hier, das heißt circa fünf'],
  ['es', 'EE. UU., p. ej.', 'Estados Unidos, por ejemplo'],
  ['ru', 'т.е. 12 тыс. руб.', 'то есть двенадцать тысяч рублей'],
  ['pl', 'np. w 5 min.', 'na przykład w pięć minut.'],
  ['he', 'ד"ר כהן', 'דוקטור כהן'],
])('%s: the abbreviations in "%s" are said in full', (language, written, said) => {
  expect(spoken(written, language)).toBe(said);
});

test('initials are as long as the names of their letters, words in capitals are words', () => {
  expect(spoken('the FBI, the USA and NASA do NOT use 5 GB', 'en')).toBe(
    'the fe be ie, the ue se ae and NASA do NOT use five gigabytes',
  );
  expect(spoken('STOP THE CLOCK', 'en')).toBe('STOP THE CLOCK');
});

test('a text without any of it is left as it is, its letters composed', () => {
  expect(spokenText('Café', 'fr')).toBe('Café');
});
