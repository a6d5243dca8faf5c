import { beforeAll, describe, expect, test } from 'vitest';
import { loadLanguages } from '../language/load-languages.ts';
import { readInput } from '../read-input.ts';
import { circumstancesOf } from '../testing/answer-asks.ts';
import { perform } from '../testing/perform.ts';
import { sourceOf, unsaidOfSources, unsupported } from './grounding.ts';
import { scriptOperation } from './kind.ts';
import type { ScriptInput } from './schema.ts';

beforeAll(() => loadLanguages(['en', 'de', 'es', 'ru', 'ja', 'hi', 'fr']));

const SOURCE =
  'The city counted 11.6 million visitors in 2024, the Tourism Board of Lisbon said. Hotels were 78 % full on average.';

function inputOf(text: string, language = 'en'): ScriptInput {
  const read = readInput(scriptOperation, { prompt: 'Tourism', language, sources: [{ id: 'board', text }] });
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.issues));
  return read.input;
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
  ])('%s: "%s" does not bear "%s"', (language, source, claim, missing) => {
    expect(unsupported(claim, 'board', inputOf(source, language))).toEqual(missing);
  });

  test('of an address alone nothing is known', () => {
    const read = readInput(scriptOperation, { prompt: 'Tea', sources: ['https://a.example/tea'] });
    if (read.kind !== 'read') throw new Error('refused');
    expect(unsupported('Tea is old.', 'source-1', read.input)).toEqual(['Tea is old.']);
  });
});

test.each([
  ['en', SOURCE, 'The city counted 11.6 million visitors in 2024, the Tourism Board of Lisbon said.', 'board'],
  ['ja', '昨年の来場者は1億2000万人だった。', '昨年の来場者は1億2000万人だった。', 'board'],
  ['en', SOURCE, 'Everybody knows that a city needs its visitors.', undefined],
  ['en', SOURCE, 'Hotels were full.', undefined],
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
  const read = readInput(scriptOperation, { prompt: 'รถบัส', language: 'th', sources: [{ id: 'a', text: said }] });
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.issues));
  expect(sourceOf(said, read.input)).toBe('a');
  expect(sourceOf('ชาเขียวขมเพราะน้ำร้อนเกินไปเสมอ', read.input)).toBeUndefined();
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
  const newsOf = (format: string) => {
    const read = readInput(scriptOperation, {
      prompt: 'The bridge',
      format,
      language: 'en',
      sources: [{ id: 'a', text }],
    });
    if (read.kind !== 'read') throw new Error(JSON.stringify(read.issues));
    return read.input;
  };

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
