import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../language/load-languages.ts';
import { inputFor } from '../testing/input-for.ts';
import { answerAsks, circumstancesOf } from '../testing/answer-asks.ts';
import { perform } from '../testing/perform.ts';
import { composeFor } from './compose/compose.ts';
import type { MetadataDraft } from './draft.ts';
import { deliverMetadata } from './deliver.ts';
import { metadataOperation } from './kind.ts';
import type { MetadataInput } from './schema.ts';
import { titleScore } from './title-score.ts';

beforeAll(() => loadLanguages(['en', 'de', 'es', 'ja']));

const CONTENT =
  'Nine bars of pressure push hot water through finely ground coffee. The oils become crema in under thirty seconds.';

function inputOf(body: Record<string, unknown> = {}): MetadataInput {
  return inputFor(metadataOperation, { content: CONTENT, keywords: ['espresso'], ...body });
}

const draft: MetadataDraft = {
  titles: [
    { text: 'Espresso needs nine bars: here is why', angle: 'search' },
    { text: 'How pressure makes crema', angle: 'how_to' },
    { text: 'What happens in those thirty seconds?', angle: 'question' },
  ],
  description:
    'What happens to coffee under nine bars of pressure, why the grind has to be so fine, and where the golden foam on the top of the cup comes from.',
  tags: ['espresso machine', 'coffee grind'],
  captions: {},
  localizations: {},
};

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('It is missing.');
  return value;
}

function failedOf(written: MetadataDraft, input: MetadataInput) {
  return metadataOperation.check(written, input, circumstancesOf('single')).filter(({ ok }) => !ok);
}

test('a good draft passes, and YouTube gets the object that videos.insert takes', () => {
  const input = inputOf({ links: ['https://a.example/one'] });
  expect(failedOf(draft, input)).toEqual([]);
  const output = metadataOperation.output.parse(deliverMetadata(draft, input));
  const youtube = output.platforms.youtube;
  expect(youtube?.snippet).toEqual({
    title: output.title,
    description: expect.stringContaining('https://a.example/one\n\n#'),
    tags: expect.arrayContaining(['espresso', 'espresso machine']),
    categoryId: '26',
    defaultLanguage: 'en',
    defaultAudioLanguage: 'en',
  });
  expect(youtube?.titles.map(({ score }) => score)).toEqual(
    youtube?.titles.map(({ score }) => score).toSorted((one, other) => other - one),
  );
});

test('titles that repeat each other or earlier ones, or say what the material does not, are asked for again alone', () => {
  const input = inputOf({ previous_titles: ['How pressure makes crema'] });
  const written = { ...draft, titles: draft.titles.with(2, { text: 'NASA needs 12 bars for this', angle: 'x' }) };
  const failed = failedOf(written, input);
  expect(failed.map(({ name, path }) => [name, path])).toEqual([
    ['titles_differ', 'titles[1]'],
    ['title_facts', 'titles[2]'],
  ]);
  expect(failed[1]?.message).toContain('12, NASA');
  const answers = ['Why the grind decides your espresso', 'What happens in those thirty seconds?'];
  const { result, asks } = answerAsks(
    metadataOperation.repair(written, failed, input, circumstancesOf('single')),
    (_, count) => ({ title: answers[count - 1] }),
  );
  expect(asks.map(({ part }) => part)).toEqual(['titles[1]', 'titles[2]']);
  expect(failedOf(result, input)).toEqual([]);
});

test('chapters come from the script’s scenes; a video too short gets none and a finding', () => {
  const scenes = (starts: readonly number[]) =>
    starts.map((start, index) => ({
      narration: `Scene number ${index}, and more.`,
      start_seconds: start,
      end_seconds: start + 15,
    }));
  const long = inputOf({ chapters: true, script: { scenes: scenes([0, 15, 30, 45]) } });
  expect(composeFor('youtube', draft, long).metadata.description).toContain(
    '\n\n0:00 Scene number 0\n0:15 Scene number 1\n',
  );
  const short = inputOf({ chapters: true, script: { scenes: scenes([0, 5]) } });
  expect(failedOf(draft, short)).toMatchObject([{ name: 'chapters', severity: 'report', value: 0 }]);
});

test('each wanted language is asked for once and stands in localizations', () => {
  const input = inputOf({ locales: ['de'] });
  const written = { titles: draft.titles, description: draft.description, tags: [], captions: [] };
  const german = {
    title: 'Espresso unter Druck',
    description:
      'Was mit dem Kaffee unter neun Bar Druck passiert, warum der Mahlgrad so fein sein muss und woher der goldene Schaum auf der Tasse kommt.',
  };
  const { result, asks } = answerAsks(metadataOperation.write(input, circumstancesOf('single')), ({ part }) =>
    part === 'metadata'
      ? { ...written, titles: written.titles.map(({ text }) => ({ text, angle: 'search' })) }
      : german,
  );
  expect(asks.map(({ part }) => part)).toEqual(['metadata', 'localizations.de']);
  expect(failedOf(result, input)).toEqual([]);
  expect(composeFor('youtube', result, input).metadata.localizations.de?.title).toBe('Espresso unter Druck');
});

test('the score rewards what can be found, is concrete and calm', () => {
  expect(titleScore('Espresso explained: why 9 bars matter so much', ['espresso'], new Set())).toBe(100);
  expect(titleScore('You WONT BELIEVE this!!!', ['espresso'], new Set())).toBeLessThan(50);
});

const TITLES = [
  'Why espresso needs nine bars',
  'What does the pressure do to coffee?',
  'Unlock the Secrets of Espresso: The Ultimate Guide',
  'Why NASA drinks espresso',
  'Why espresso needs its nine bars',
];

function staged(input: MetadataInput, titles: readonly string[], description = '') {
  const open = [...titles];
  return answerAsks(metadataOperation.write(input, circumstancesOf('staged')), ({ part }) => {
    if (part === 'titles') return open.shift() ?? '';
    return part === 'metadata' ? open.splice(0).join('\n') : description;
  });
}

test('of a small model’s titles those stay that are specific, true, different and of the topic, and repair asks for no more', () => {
  const input = inputOf({ title: 'How espresso works' });
  const { result } = staged(input, TITLES);
  expect(result.titles.map(({ text }) => text)).toEqual([
    'Why Espresso Needs Nine Bars',
    'How Espresso Works',
    'Ever Wondered How Espresso Works?',
  ]);
  const repairOf = (titled: typeof result) =>
    answerAsks(metadataOperation.repair(titled, failedOf(titled, input), input, circumstancesOf('staged')), () => ({
      title: 'What the crema says about your espresso',
    }));
  expect(repairOf(result).asks).toEqual([]);
  const none = repairOf({ ...result, titles: [] });
  expect(none.result.titles.map(({ text }) => text)).toEqual(['What the crema says about your espresso']);
});

test.each([
  [
    'en',
    'Five mistakes with solar panels',
    'What people get wrong with solar panels',
    '5 Solar Panel Mistakes to Avoid',
  ],
  ['de', 'Drei Fehler beim Lüften', 'Fehler, die beim Lüften passieren', 'Diese 3 Fehler beim Lüften kosten Geld'],
  ['es', 'Tres formas de gastar menos agua', 'Formas de gastar menos agua', '3 formas de gastar menos agua hoy'],
])('a title keeps the number that is promised (%s)', (language, title, without, kept) => {
  const content = `${title}. ${kept}. ${without}.`;
  const { result } = staged(inputOf({ title, content, language, variants: 2 }), [without, kept]);
  expect(result.titles.map(({ text }) => text)).toEqual(expect.arrayContaining([kept]));
  expect(result.titles.map(({ text }) => text)).not.toContain(without);
});

test.each([
  ['Why do cats purr when they feel safe? A fun experiment', 'Why Do Cats Purr When They Feel Safe?'],
  ['Unrelated rhymes - Why cats purr when safe', 'Why Cats Purr When Safe'],
])('half of a title that the video has nothing of is left out: %s', (written, kept) => {
  const content = 'Cats purr when they feel safe.';
  const { result } = staged(inputOf({ title: 'Why cats purr', content, variants: 2 }), [written]);
  expect(result.titles.map(({ text }) => text)).toContain(kept);
});

test.each([
  [
    'en',
    'Did you know? Nine bars of pressure make the crema. A pump pushes water. Try it.',
    'Nine bars of pressure make the crema. A pump pushes water.',
  ],
  [
    'de',
    'Ein Filter hält den Kaffeesatz zurück. Das Wasser läuft langsam hindurch. Probier es.',
    'Ein Filter hält den Kaffeesatz zurück. Das Wasser läuft langsam hindurch.',
  ],
  [
    'ja',
    '抹茶は茶葉を石臼で挽いた粉で、お湯に溶けずに混ざります。茶筅で空気を含ませると細かい泡が立ちます。',
    '抹茶は茶葉を石臼で挽いた粉で、お湯に溶けずに混ざります。茶筅で空気を含ませると細かい泡が立ちます。',
  ],
])('with a small model the description is what the video says first (%s)', (language, content, description) => {
  const { result, asks } = staged(inputOf({ title: 'Kaffee', content, language }), TITLES);
  expect(result.description).toBe(description);
  expect(asks.every(({ part }) => part === 'metadata' || part === 'titles')).toBe(true);
});

test('English titles of a small model are begun for, each otherwise, until there are enough', () => {
  const input = inputOf({ title: 'Why cats purr', content: 'Cats purr when they feel safe.', variants: 2 });
  const { result, asks } = staged(input, ['Dogs bark', 'What makes cats purr']);
  expect(asks.flatMap(({ begins }) => begins ?? [])).toEqual(['How', 'What']);
  expect(result.titles.map(({ text }) => text)).toEqual(['What Makes Cats Purr', 'Why Cats Purr']);
});

test.each(['en', 'ja'])(
  'a small model is asked for one title too, though the working title could step in (%s)',
  (language) => {
    const { asks } = staged(inputOf({ title: 'Why cats purr when they rest', language, variants: 1 }), [
      'How cats purr',
    ]);
    expect(asks.some(({ label }) => label === 'Writing titles')).toBe(true);
  },
);

test('what only looks like a question is none, and an offer is no title', () => {
  const content = 'Filter coffee needs a paper filter and hot water.';
  const input = inputOf({ title: 'How filter coffee works', content, variants: 3 });
  const { result } = staged(input, ['Why not filter coffee for work?', 'What to know about filter coffee at work?']);
  expect(result.titles.map(({ text }) => text)).toContain('What to Know About Filter Coffee at Work');
  expect(result.titles.map(({ text }) => text).join(' ')).not.toContain('Why Not');
});

test.each([
  ['What filter coffees do to your morning?', 'What Filter Coffees Do to Your Morning'],
  ['Why filter coffee works so well?', 'Why Filter Coffee Works so Well'],
  ['Why does filter coffee work so well?', 'Why Does Filter Coffee Work so Well?'],
  ['How much filter coffee works for you?', 'How Much Filter Coffee Works for You?'],
])('a question mark stands behind a question alone: %s', (written, title) => {
  const content = 'Filter coffee works with a paper filter and hot water, so well and for you, in your morning.';
  const input = inputOf({ title: 'How filter coffee works', content, variants: 2 });
  expect(staged(input, [written]).result.titles.map(({ text }) => text)).toContain(title);
});

test('titles of a list are begun with its number, as many as are wanted', () => {
  const input = inputOf({ title: 'Five mistakes with solar panels', content: 'Five mistakes.', variants: 2 });
  const { asks } = staged(input, []);
  expect(asks.flatMap(({ begins }) => begins ?? [])).toEqual(['Do you know these five', 'These five']);
});

test('where only a title is known a small model describes it, in whole sentences', () => {
  const input = inputOf({ title: 'How espresso works', content: undefined });
  const { result } = staged(input, TITLES, 'In this video, we learn how a pump makes espresso');
  expect(result.description).toBe('How a pump makes espresso.');
});

test('a stock title is asked for again, "In this video" is fixed without a question', () => {
  const input = inputOf();
  const titles = [{ text: 'The ultimate guide to espresso', angle: 'search' }, ...draft.titles.slice(1)];
  const written = { ...draft, titles, description: `In this video, we look at ${draft.description}` };
  const failed = failedOf(written, input);
  expect(failed.map(({ name, path }) => [name, path])).toEqual([
    ['title_specific', 'titles[0]'],
    ['description_opening', 'description'],
  ]);
  const { result, asks } = answerAsks(
    metadataOperation.repair(written, failed, input, circumstancesOf('single')),
    () => ({
      title: draft.titles[0]?.text,
    }),
  );
  expect(asks.map(({ part }) => part)).toEqual(['titles[0]']);
  expect(failedOf(result, input)).toEqual([]);
});

test('a large model’s markup, hashtags, emoji and invented links reach no platform', () => {
  const input = inputOf({ platforms: ['youtube', 'x'], links: ['https://a.example/shop'] });
  const answer = {
    titles: [
      { text: '"Why espresso needs nine bars" ☕', angle: 'search' },
      { text: '**How pressure makes crema**', angle: 'how_to' },
      { text: '3. What happens in those thirty seconds? #espresso', angle: 'question' },
    ],
    description:
      '## Summary\nIn this video, we look at **nine bars** of pressure and why the grind is so fine. Visit https://made-up.example now.\n\nSee [the shop](https://a.example/shop) for more.\n#espresso #coffee',
    tags: ['#Espresso Machine', 'coffee, grind', 'espresso machine', '☕'],
    captions: [{ platform: 'x', text: '*Nine* bars for every #coffee lover.' }],
  };
  const { output, failed } = perform(metadataOperation, input, circumstancesOf('single'), () => answer);
  expect(failed).toEqual([]);
  const youtube = required(output.platforms.youtube);
  expect(youtube.titles.map(({ text }) => text).toSorted()).toEqual([
    'How pressure makes crema',
    'What happens in those thirty seconds?',
    'Why espresso needs nine bars',
  ]);
  expect(youtube.tags.slice(0, 3)).toEqual(['espresso', 'Espresso Machine', 'coffee']);
  expect(youtube.description).toBe(
    'Nine bars of pressure and why the grind is so fine.\n\nSee the shop for more.\n\nhttps://a.example/shop\n\n#espresso #EspressoMachine #coffee',
  );
  expect(output.platforms.x?.caption).toMatch(/^Nine bars for every #coffee lover\./);
});

test.each([
  ['Read more at nine-bars.com.', { content: 'Send all to nine-bars.com' }, 1],
  ['More from @neun_bar.', { content: 'Follow @neun_bar' }, 1],
  ['Read more at nine-bars.com.', { content: 'Nine bars.', links: ['https://nine-bars.com/a'] }, 0],
])('"%s" is told where only the material has it', (description, body, count) => {
  const input = inputFor(metadataOperation, { title: 'Nine bars', ...body });
  const findings = metadataOperation.check(
    { titles: [], description, tags: [], captions: {}, localizations: {} },
    input,
    circumstancesOf('single'),
  );
  expect(findings.filter(({ name }) => name === 'unasked_contact')).toHaveLength(count);
});
