import { beforeAll, describe, expect, test } from 'vitest';
import { loadLanguages } from '../language/load-languages.ts';
import { inputFor } from '../testing/input-for.ts';
import { circumstancesOf } from '../testing/answer-asks.ts';
import { perform } from '../testing/perform.ts';
import { sourceOf, unsaidOfSources, unsupported } from './grounding.ts';
import { scriptOperation } from './kind.ts';
import type { ScriptInput } from './schema.ts';

beforeAll(() => loadLanguages(['en', 'de', 'es', 'ru', 'ja', 'hi', 'fr']));

const SOURCE =
  'The city counted 11.6 million visitors in 2024, the Tourism Board of Lisbon said. Hotels were 78 % full on average.';

function inputOf(text: string, language = 'en'): ScriptInput {
  return inputFor(scriptOperation, { prompt: 'Tourism', language, sources: [{ id: 'board', text }] });
}

describe('a claim and the text of its source', () => {
  test.each([
    ['en', SOURCE, 'Lisbon counted 11.6 million visitors.'],
    ['en', SOURCE, 'Hotels were seventy-eight percent full on average.'],
    ['en', SOURCE, 'The city had 11,600,000 visitors in 2024.'],
    ['de', SOURCE, 'Die Stadt zählte 2024 11,6 Millionen Besucher.'],
    ['es', SOURCE, 'La ciudad recibió 11,6 millones de visitantes.'],
    ['hi', SOURCE, 'शहर में १.१६ करोड़ पर्यटक आए।'],
    ['ru', 'Город посетили 3,5 млн человек.', 'Город посетили три с половиной: 3,5 миллиона человек.'],
    ['ja', '昨年の来場者は1億2000万人だった。', '来場者は1億2000万人だった。'],
    ['fr', 'Le taux est de 12,5 % en France.', 'En France, le taux est de 12,5 pour cent.'],
  ])('%s: "%s" bears "%s"', (language, source, claim) => {
    expect(unsupported(claim, 'board', inputOf(source, language))).toEqual([]);
  });

  test.each([
    ['en', SOURCE, 'Lisbon counted 50 million visitors.', ['50000000']],
    ['en', SOURCE, 'Fifty million visitors came to the city.', ['50000000']],
    ['de', SOURCE, 'Die Stadt zählte 50 Millionen Besucher.', ['50000000']],
    ['es', SOURCE, 'La ciudad recibió 11,6 mil visitantes.', ['11600']],
    ['ja', '来場者は1億2000万人だった。', '来場者は5000万人だった。', ['50000000']],
    ['hi', SOURCE, 'शहर में ५० लाख पर्यटक आए।', ['5000000']],
    ['en', SOURCE, 'Visitors came mostly from Madrid.', ['Madrid']],
    ['ru', 'Город посетили 3,5 млн человек.', 'Город посетили гости из Берлина, 3,5 млн.', ['Берлина']],
    ['en', SOURCE, 'Coffee makes people sleep badly.', ['Coffee makes people sleep badly.']],
    ['de', SOURCE, 'Kaffee macht müde.', ['Kaffee macht müde.']],
    ['es', 'El 12 de marzo murieron 3 personas.', 'El 12 de mayo murieron 3 personas.', ['mayo']],
    ['ru', 'В июне цены выросли на 7 %.', 'В июле цены выросли на 7 %.', ['июля']],
    ['ja', '6月に価格が7%上がった。', '7月に価格が7%上がった。', ['7月']],
    ['en', 'Sales fell by 5 percent in March.', 'Sales fell by 5 percent in June.', ['June']],
  ])('%s: "%s" does not bear "%s"', (language, source, claim, missing) => {
    expect(unsupported(claim, 'board', inputOf(source, language))).toEqual(missing);
  });

  test.each([
    ['en', 'Visitors fell by 5 percent in 2024.', 'Visitors rose by 5 percent in 2024.', 'rose'],
    ['en', 'The home team lost the final in Lisbon.', 'The home team won the final in Lisbon.', 'won'],
    ['en', 'The museum closed its doors in 2024.', 'The museum opened its doors in 2024.', 'opened'],
    ['en', 'The council banned cars on the bridge.', 'The council allowed cars on the bridge.', 'allow'],
    ['en', 'Visitors did not rise in 2024.', 'Visitors rose in 2024.', 'rose'],
    ['en', 'The bridge opened before the flood of 1974.', 'The bridge opened after the flood of 1974.', 'after'],
    ['en', 'The hotel has fewer rooms than the old hotel.', 'The hotel has more rooms than the old hotel.', 'more'],
    ['de', 'Die Zahl der Besucher sank 2024 um 5 Prozent.', 'Die Zahl der Besucher stieg 2024 um 5 Prozent.', 'stieg'],
    ['es', 'Los visitantes bajaron un 5 % en 2024.', 'Los visitantes subieron un 5 % en 2024.', 'subi'],
    ['fr', 'Le nombre de visiteurs a baissé de 5 %.', 'Le nombre de visiteurs a augmenté de 5 %.', 'augment'],
    ['it', 'I visitatori sono diminuiti del 5 % nel 2024.', 'I visitatori sono aumentati del 5 % nel 2024.', 'aument'],
    ['pt', 'O número de visitantes caiu 5 % em 2024.', 'O número de visitantes subiu 5 % em 2024.', 'subi'],
    ['nl', 'Het aantal bezoekers daalde met 5 procent.', 'Het aantal bezoekers steeg met 5 procent.', 'steeg'],
    ['sv', 'Antalet besökare minskade med 5 procent.', 'Antalet besökare ökade med 5 procent.', 'okade'],
    ['fi', 'Kävijöiden määrä laski 5 prosenttia.', 'Kävijöiden määrä nousi 5 prosenttia.', 'nous'],
    ['pl', 'Liczba gości spadła o 5 procent.', 'Liczba gości wzrosła o 5 procent.', 'wzr'],
    ['cs', 'Počet návštěvníků klesl o 5 procent.', 'Počet návštěvníků vzrostl o 5 procent.', 'vzrost'],
    ['hu', 'A látogatók száma csökkent 5 százalékkal.', 'A látogatók száma nőtt 5 százalékkal.', 'nott'],
    ['ru', 'Число посетителей снизилось на 5 процентов.', 'Число посетителей выросло на 5 процентов.', 'вырос'],
    [
      'uk',
      'Кількість відвідувачів зменшилася на 5 відсотків.',
      'Кількість відвідувачів зросла на 5 відсотків.',
      'зрос',
    ],
    ['tr', 'Ziyaretçi sayısı yüzde 5 azaldı.', 'Ziyaretçi sayısı yüzde 5 arttı.', 'art'],
    ['ar', 'انخفض عدد الزوار بنسبة 5 في المئة.', 'ارتفع عدد الزوار بنسبة 5 في المئة.', 'ارتفع'],
    ['he', 'מספר המבקרים ירד ב-5 אחוזים.', 'מספר המבקרים עלה ב-5 אחוזים.', 'עלה'],
    ['hi', 'पर्यटकों की संख्या 5 प्रतिशत घटी।', 'पर्यटकों की संख्या 5 प्रतिशत बढ़ी।', 'बढ'],
    ['zh', '游客人数下降了5%。', '游客人数上升了5%。', '上升'],
    ['ja', '来場者は5%減少した。', '来場者は5%増加した。', '増加'],
    ['ko', '방문객 수가 5% 감소했다.', '방문객 수가 5% 증가했다.', '증가'],
    ['th', 'จำนวนนักท่องเที่ยวลดลง 5%', 'จำนวนนักท่องเที่ยวเพิ่มขึ้น 5%', 'เพิ่มขึ้น'],
    ['vi', 'Số du khách giảm 5%.', 'Số du khách tăng 5%.', 'tang'],
    ['id', 'Jumlah pengunjung turun 5 persen.', 'Jumlah pengunjung naik 5 persen.', 'naik'],
    ['de', 'Visitors fell by 5 percent in 2024.', 'Die Zahl der Besucher stieg 2024 um 5 Prozent.', 'stieg'],
  ])('%s: "%s" says the opposite of "%s"', async (language, source, claim, word) => {
    await loadLanguages([language]);
    expect(unsupported(claim, 'board', inputOf(source, language))).toEqual([expect.stringContaining(word)]);
  });

  test.each([
    ['en', 'Visitors fell in May and rose in June.', 'Visitors rose in June.'],
    ['en', 'Visitors rose by 5 percent. Hotels lost guests, and rents fell.', 'Visitors rose by 5 percent.'],
    ['en', 'Visitors did not fall in 2024.', 'Visitors rose in 2024.'],
    ['en', 'The bridge reopens in June after repairs.', 'The bridge reopens in June before the summer begins.'],
    ['de', 'Die Zahl der Besucher stieg um 5 Prozent.', 'Die Zahl der Besucher wuchs um 5 Prozent.'],
    ['ja', '来場者は5%増加した。', '来場者は5%増えた。'],
  ])('%s: "%s" does not say the opposite of "%s"', async (language, source, claim) => {
    await loadLanguages([language]);
    expect(unsupported(claim, 'board', inputOf(source, language))).toEqual([]);
  });

  test('of an address alone nothing is known', () => {
    const input = inputFor(scriptOperation, { prompt: 'Tea', sources: ['https://a.example/tea'] });
    expect(unsupported('Tea is old.', 'source-1', input)).toEqual(['Tea is old.']);
  });
});

test.each([
  ['en', SOURCE, 'The city counted 11.6 million visitors in 2024, the Tourism Board of Lisbon said.', 'board'],
  ['ja', '昨年の来場者は1億2000万人だった。', '昨年の来場者は1億2000万人だった。', 'board'],
  ['en', SOURCE, 'Everybody knows that a city needs its visitors.', undefined],
  ['en', SOURCE, 'Hotels were full.', undefined],
  [
    'de',
    'Im Jahr 2023 zählte die Stadt Hamburg 11,6 Millionen Gäste.',
    'Die Stadt Hamburg zählte 11,6 Millionen Gäste im Jahr 2023.',
    'board',
  ],
  [
    'es',
    'En 2023 llegaron 11,6 millones de turistas a Lisboa.',
    'A Lisboa llegaron 11,6 millones de turistas en 2023.',
    'board',
  ],
  [
    'ru',
    'В 2023 году город посетили 11,6 миллиона человек.',
    'Город в 2023 году посетили 11,6 миллиона человек.',
    'board',
  ],
  ['en', SOURCE, 'In 2024, 78 % of all dogs in the county slept through 11.6 million storms.', undefined],
])('%s: of what "%s" says, "%s" is taken or not', (language, source, sentence, id) => {
  expect(sourceOf(sentence, inputOf(source, language))).toBe(id);
});

const LINES = [
  'Lisbon is fuller than it has ever been, and you can hear it in every narrow street of the old town.',
  'The city counted 11.6 million visitors in 2024, the Tourism Board of Lisbon said.',
  'Walk up to the castle at noon and you will stand in line with half of Europe behind you.',
  'People who grew up here move away, because the rooms that they lived in are let by the night.',
  'So go in November, stay a week, and spend your money where the neighbours do.',
];

function written(claims: readonly object[]) {
  const scenes = LINES.map((narration, index) => ({
    narration,
    on_screen_text: '',
    visual: ['a street', 'a counter', 'a castle', 'a removal van', 'an empty square'][index],
    broll: [{ query_en: 'lisbon street', description: 'Lisbon', image_prompt: 'Lisbon street' }],
    pace: 'normal',
    emphasis: [],
  }));
  const script = { title: 'Lisbon is full', logline: 'What visitors do.', cta: LINES[4], scenes, claims };
  const input = { ...inputOf(SOURCE), duration: 36 };
  return perform(scriptOperation, input, circumstancesOf('single'), () => script);
}

test('a sentence that was taken from a source becomes a claim with its id, and the answer says so', () => {
  const { output, fixes } = written([{ text: 'Rooms are let by the night.', source_id: null }]);
  expect(output.claims).toEqual([
    { text: 'Rooms are let by the night.', source_id: null, needs_check: true, checked: false },
    { text: LINES[1], source_id: 'board', needs_check: false, checked: false },
  ]);
  expect(fixes).toMatchObject([{ finding: { name: 'attribution', limit: 'board' }, outcome: 'fixed' }]);
});

test('a claim that was taken from a source and names none gets its id; another figure has to be checked', () => {
  const { output, failed } = written([
    { text: LINES[1], source_id: null },
    { text: 'Lisbon counted 50 million visitors.', source_id: 'board' },
  ]);
  expect(output.claims).toMatchObject([
    { source_id: 'board', needs_check: false },
    { source_id: 'board', needs_check: true },
  ]);
  expect(failed).toMatchObject([{ name: 'claims', path: 'claims[1].text', value: '50000000', severity: 'report' }]);
});

test('a sentence of a source in a script without spaces is known', async () => {
  await loadLanguages(['th']);
  const said = 'โรงงานผลิตรถบัสสี่พันสองร้อยคันในปีนั้น';
  const input = inputFor(scriptOperation, { prompt: 'รถบัส', language: 'th', sources: [{ id: 'a', text: said }] });
  expect(sourceOf(said, input)).toBe('a');
  expect(sourceOf('ชาเขียวขมเพราะน้ำร้อนเกินไปเสมอ', input)).toBeUndefined();
});

test('a source that nobody supplied is no source', () => {
  const { output, fixes } = written([{ text: 'Rooms are let by the night.', source_id: 'NASA' }]);
  expect(output.claims[0]).toMatchObject({ source_id: null, needs_check: true });
  expect(fixes).toContainEqual(
    expect.objectContaining({ finding: expect.objectContaining({ name: 'sources' }), outcome: 'replaced' }),
  );
});

describe('what the sources of news have left to say', () => {
  const text = 'The bridge reopens on 14 June after 26 months of repairs. Workers replaced 1,200 rivets by hand.';
  const newsOf = (format: string) =>
    inputFor(scriptOperation, {
      prompt: 'The bridge',
      format,
      language: 'en',
      sources: [{ id: 'a', text }],
    });

  test('is every sentence that was not spoken, in whatever words around it', () => {
    const said = 'The bridge is open again. Workers replaced 1,200 rivets by hand, they say.';
    expect(unsaidOfSources(said, newsOf('news'))).toEqual([
      'The bridge reopens on 14 June after 26 months of repairs.',
    ]);
    expect(unsaidOfSources(text, newsOf('news'))).toEqual([]);
  });

  test('is nothing where it is no news', () => {
    expect(unsaidOfSources('The bridge is open again.', newsOf('educational'))).toEqual([]);
  });
});
