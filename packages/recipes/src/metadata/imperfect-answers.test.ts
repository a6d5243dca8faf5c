import { beforeAll, expect, test } from 'vitest';
import { UNUSABLE_REPLY, type Ask } from '../port/effects.ts';
import { inputFor } from '../testing/input-for.ts';
import { circumstancesOf } from '../testing/answer-asks.ts';
import { perform } from '../testing/perform.ts';
import { metadataOperation } from './kind.ts';
import type { MetadataInput } from './schema.ts';

const CONTENT =
  'Nine bars of pressure push hot water through finely ground coffee. The oils become crema in under thirty seconds.';

function inputOf(body: Record<string, unknown> = {}): MetadataInput {
  return inputFor(metadataOperation, { content: CONTENT, title: 'How espresso works', ...body });
}

const TITLES = ['Espresso needs nine bars: here is why', 'How pressure makes crema', 'What happens in thirty seconds?'];
const DESCRIPTION =
  'What happens to coffee under nine bars of pressure, why the grind has to be so fine, and where the golden foam on the top of the cup comes from.';
const SPANISH =
  'Una bomba empuja el agua caliente a nueve bares a través del café molido, y esa fuerza extrae los aceites que una cafetera de filtro no alcanza.';

interface Written {
  readonly titles?: readonly string[];
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly captions?: readonly { readonly platform: string; readonly text: string }[];
}

/** A model that writes so, and says the same again whatever it is asked. */
function obstinate({ titles = TITLES, description = DESCRIPTION, tags = [], captions = [] }: Written) {
  return ({ part }: Ask): unknown => {
    if (part === 'metadata')
      return { titles: titles.map((text) => ({ text, angle: 'search' })), description, tags, captions };
    if (part.startsWith('titles')) return { title: titles[0] };
    if (part.startsWith('captions')) return { caption: captions[0]?.text };
    if (part.startsWith('localizations')) return { title: titles[0], description };
    return { description: description.padEnd(20, '.') };
  };
}

function made(written: Written, body: Record<string, unknown> = {}) {
  const { output, failed, fixes, asks } = perform(
    metadataOperation,
    inputOf(body),
    circumstancesOf('single'),
    obstinate(written),
  );
  const told = fixes.map(({ finding, outcome }) => [finding.name, finding.path, outcome, finding.removed] as const);
  const youtube = output.platforms.youtube;
  return { output, failed, told, asks, titles: youtube?.titles.map(({ text }) => text).toSorted() };
}

beforeAll(() => metadataOperation.prepare?.(inputOf({ locales: ['es', 'zh-TW', 'fr', 'de', 'ja', 'ar'] })));

test('a title that comes twice, was used before or states an unknown number is dropped, and fewer are delivered', () => {
  const titles = ['Espresso explained in 47 steps', 'How pressure makes crema', 'How pressure makes crema'];
  const { told, failed, titles: delivered } = made({ titles }, { variants: 3 });
  expect(delivered).toEqual(['How pressure makes crema']);
  expect(told).toContainEqual(['title_facts', 'titles[0]', 'dropped', ['Espresso explained in 47 steps']]);
  expect(new Set(told.map(([, , outcome]) => outcome))).toEqual(new Set(['dropped']));
  expect(failed).toMatchObject([{ name: 'title_count', value: 1, limit: 3, severity: 'report' }]);
});

test('where no title is left, the subject stands there in the caller’s words', () => {
  const { told, failed, titles } = made({ titles: ['47 secrets', 'NASA drinks it'] }, { variants: 2 });
  expect(titles).toEqual(['How espresso works']);
  expect(told).toContainEqual(['title_present', undefined, 'replaced', undefined]);
  expect(failed.filter(({ severity }) => severity === 'must')).toEqual([]);
});

test('a working title that was used before gives way to what the video says', () => {
  const { titles } = made({ titles: ['47 secrets'] }, { variants: 1, previous_titles: ['How espresso works'] });
  expect(titles).toEqual(['Nine bars of pressure push hot water through finely ground coffee']);
});

test('nothing usable is an error and never words of ours', () => {
  const { failed } = made({ titles: ['47 secrets'], description: '[Your description here]' });
  expect(failed.filter(({ severity }) => severity === 'must').map(({ name }) => name)).toEqual(
    expect.arrayContaining(['youtube_description', 'title_present']),
  );
});

test('a description of which nothing is left is replaced by what the video says', () => {
  const { output, told } = made({ description: 'Get the guide at coffeelab-guide.com/free today.' });
  expect(output.description).toMatch(/^Nine bars of pressure push hot water/);
  expect(told).toContainEqual([
    'plain_text',
    'description',
    'fixed',
    ['Get the guide at coffeelab-guide.com/free today.'],
  ]);
});

test.each([
  ['fr', SPANISH],
  ['ja', DESCRIPTION],
  ['ar', SPANISH],
])('a description in another language than %s under titles in another one is no answer', (language, description) => {
  const { failed } = made({ description }, { language });
  expect(failed.map(({ name, severity }) => [name, severity])).toContainEqual(['language', 'must']);
});

test.each([
  {
    language: 'de',
    titles: ['Warum Espresso neun Bar Druck braucht', 'Was in dreißig Sekunden mit dem Kaffee geschieht'],
    content: 'Neun Bar Druck pressen heißes Wasser durch fein gemahlenen Kaffee. Aus den Ölen wird die Crema.',
    description: DESCRIPTION,
  },
  {
    language: 'ja',
    titles: ['エスプレッソに九気圧が必要な理由', '三十秒で何が起こるのか'],
    content: '九気圧の圧力が熱い湯を細かく挽いた豆に通します。油がクレマになります。',
    description: SPANISH,
  },
  {
    language: 'ar',
    titles: ['لماذا يحتاج الإسبريسو إلى تسعة بار من الضغط', 'ماذا يحدث للقهوة في ثلاثين ثانية'],
    content: 'تسعة بار من الضغط تدفع الماء الساخن عبر القهوة المطحونة ناعما. تتحول الزيوت إلى كريما.',
    description: DESCRIPTION,
  },
  {
    language: 'en',
    titles: TITLES,
    content: CONTENT,
    description: SPANISH,
  },
])('one that stays foreign under titles in $language gives way to what the video says', (brief) => {
  const { language, titles, content, description } = brief;
  const { asks, output, told, failed } = made({ titles, description }, { language, content, title: titles[0] });
  expect(asks.map(({ part }) => part)).toContain('description');
  expect(output.description.slice(0, 12)).toBe(content.slice(0, 12));
  expect(told).toContainEqual(['language', 'description', 'dropped', [description]]);
  expect(told.map(([, , outcome]) => outcome)).toContain('replaced');
  expect(failed.filter(({ severity }) => severity === 'must')).toEqual([]);
});

test('a paragraph in another language goes, and the rest is delivered', () => {
  const { output, told } = made({ description: `${DESCRIPTION}\n\n${SPANISH}` }, { language: 'en' });
  expect(output.description).toMatch(/^What happens to coffee/);
  expect(output.description).not.toContain('bomba');
  expect(told.map(([name, , outcome]) => [name, outcome])).toContainEqual(['language', 'dropped']);
});

test('titles in another language under a description that is right are asked for again, then replaced', () => {
  const titles = [
    'Why the grind of your coffee decides more than the machine',
    'What happens to the water in those thirty seconds',
    'How the pressure of nine bars makes the crema on it',
  ];
  const { asks, told, output, failed } = made(
    { titles, description: SPANISH },
    { language: 'es', title: 'Cómo funciona el espresso', content: SPANISH },
  );
  expect(asks.map(({ part }) => part)).toEqual(expect.arrayContaining(['titles[0]', 'titles[1]', 'titles[2]']));
  expect(told.map(([name, path, outcome]) => [name, path, outcome])).toContainEqual([
    'text_language',
    'titles[0]',
    'dropped',
  ]);
  expect(output.title).toBe('Cómo funciona el espresso');
  expect(failed.filter(({ severity }) => severity === 'must')).toEqual([]);
});

test('translations that give nothing usable are left out, and the rest is delivered', () => {
  const { output, failed } = perform(
    metadataOperation,
    inputOf({ locales: ['de', 'fr'] }),
    circumstancesOf('single'),
    (question) => {
      if (!question.part.startsWith('localizations')) return obstinate({})(question);
      throw Object.assign(new Error('It refused.'), { name: UNUSABLE_REPLY });
    },
  );
  expect(output.description).toMatch(/^What happens to coffee/);
  expect(failed.map(({ name, path, severity }) => [name, path, severity])).toEqual([
    ['localization', 'localizations.de', 'target'],
    ['localization', 'localizations.fr', 'target'],
  ]);
});

test('an ask that comes to nothing costs none of what others bring', () => {
  const titles = ['Espresso explained in 47 steps', ...TITLES.slice(1)];
  const { output, failed } = perform(metadataOperation, inputOf(), circumstancesOf('single'), (question) => {
    if (question.part === 'metadata') return obstinate({ titles, description: SPANISH })(question);
    if (question.part === 'description') return { description: DESCRIPTION };
    throw Object.assign(new Error('The JSON did not have the wanted shape.'), { name: UNUSABLE_REPLY });
  });
  expect(output.description).toContain(DESCRIPTION);
  expect(failed.filter(({ severity }) => severity === 'must')).toEqual([]);
});

test('a caption in another language is asked for again and gives way to the description', () => {
  const captions = [{ platform: 'x', text: SPANISH }];
  const { asks, told, output } = made({ captions }, { platforms: ['x'] });
  expect(asks.map(({ part }) => part)).toContain('captions.x');
  expect(told.map(([name, path, outcome]) => [name, path, outcome])).toContainEqual([
    'text_language',
    'captions.x',
    'dropped',
  ]);
  expect(output.platforms.x?.caption).toMatch(/^What happens to coffee/);
});

test('a translation that never comes is missing with a finding, and the rest is delivered', () => {
  const { output, failed } = made({}, { locales: ['es'] });
  expect(output.platforms.youtube?.localizations).toEqual({});
  expect(failed).toMatchObject([{ name: 'localization', path: 'localizations.es', severity: 'target' }]);
});

test('titles and translations with a word to avoid go where others are left; a description with it is an error', () => {
  const titles = ['The costume of a barista', ...TITLES.slice(1)];
  const kept = made({ titles }, { avoid: ['costume'] });
  expect(kept.titles).toEqual(TITLES.slice(1));
  expect(kept.failed.filter(({ severity }) => severity === 'must')).toEqual([]);
  const { failed } = made({ description: `${DESCRIPTION} A costume.` }, { avoid: ['costume'] });
  expect(failed).toMatchObject([{ name: 'avoid', path: 'description', severity: 'must' }]);
});

test('simplified characters under zh-TW are written in traditional ones, and told', () => {
  const { output, told } = made(
    {
      titles: ['浓缩咖啡为什么需要九巴压力'],
      description: '水泵以九巴的压力把热水推过压实的咖啡粉，萃取出滴滤机无法得到的油脂和香气。',
      tags: ['浓缩咖啡'],
    },
    { language: 'zh-TW', variants: 1, title: '義式濃縮', content: '九巴的壓力把熱水推過咖啡粉。' },
  );
  expect(output.title).toBe('濃縮咖啡為什麼需要九巴壓力');
  expect(output.description).toContain('壓力把熱水推過壓實的咖啡粉');
  expect(output.tags).toContain('濃縮咖啡');
  expect(told.map(([name, path, outcome]) => [name, path, outcome])).toContainEqual([
    'chinese_variant',
    'description',
    'fixed',
  ]);
});

test('all platforms over their limits are cut by code, each with the words that went', () => {
  const long = `${DESCRIPTION} `.repeat(60).trim();
  const { failed, output } = made({ description: long }, { platforms: ['youtube', 'x', 'bluesky', 'pinterest'] });
  expect(failed).toEqual([]);
  const checks = metadataOperation.check(
    { titles: [{ text: 'x', angle: 'x' }], description: long, tags: [], captions: {}, localizations: {} },
    inputOf({ platforms: ['bluesky'] }),
    circumstancesOf('single'),
  );
  expect(checks.find(({ name }) => name === 'bluesky_cut')).toMatchObject({
    ok: true,
    outcome: 'fixed',
    path: 'platforms.bluesky.caption',
    removed: [expect.stringContaining('golden foam')],
  });
  expect(output.platforms.x?.caption).toMatch(/\.\n\n#|\.$/);
});
