import { describe, expect, it } from 'vitest';
import { briefs, type Brief } from '../briefs.ts';
import { isForeign, isOtherChinese } from './language.ts';
import { judgeMetadata } from './metadata.ts';
import { judgeScript, type Script } from './script.ts';
import { judgeThumbnail, type Thumbnail } from './thumbnail.ts';
import { unsaid, violation } from './violation.ts';

function briefOf(recipe: Brief['recipe'], language: Brief['language']): Brief {
  const found = briefs.find((brief) => brief.recipe === recipe && brief.language === language);
  if (!found) throw new Error(`no ${recipe} in ${language}`);
  return found;
}

function kinds(violations: readonly { readonly kind: string }[]): string[] {
  return [...new Set(violations.map(({ kind }) => kind))];
}

const narration = 'The old grinder decides how fast the drink runs, and the steel basket keeps the rest.';

function scriptWith(first: Partial<Script['scenes'][number]>, more: Partial<Script> = {}): Script {
  const scene = {
    id: 'scene-1',
    role: 'hook',
    narration,
    on_screen_text: '',
    visual: 'cup',
    broll: [],
    start_seconds: 0,
    end_seconds: 5,
  };
  const scenes = [{ ...scene, ...first }];
  const text = scenes.map((one) => one.narration).join('\n\n');
  const duration = { target: 5, estimated: 5, tolerance: 0.1, within_tolerance: true };
  return { title: 'Coffee', logline: '', cta: '', narration: text, scenes, claims: [], duration, ...more };
}

describe('the judge of scripts', () => {
  const brief = { ...briefOf('script', 'en'), body: { prompt: 'Coffee' } };
  const planted: readonly (readonly [kind: string, Script])[] = [
    ['an emoji', scriptWith({ narration: `${narration} 🔥` })],
    ['a stage direction', scriptWith({ narration: `*sighs* ${narration}` })],
    ['a speaker label', scriptWith({ narration: `Host 1: ${narration}` })],
    ['half a character', scriptWith({ narration: `${narration}\ud83d` })],
    ['a placeholder', scriptWith({}, { cta: 'Subscribe to [Channel Name]' })],
    ['markdown', scriptWith({}, { title: '**Coffee**' })],
    [
      'another language',
      scriptWith({
        narration:
          'Die alte Mühle bestimmt, wie schnell das Getränk läuft, und das Sieb aus Stahl hält den Rest in der Maschine zurück.',
      }),
    ],
    ['search words that are not English', scriptWith({ broll: [{ query_en: '咖啡' }] })],
    ['an invented source', scriptWith({}, { claims: [{ source_id: 'made-up', needs_check: false }] })],
    ['times out of order', scriptWith({ start_seconds: 3, end_seconds: 2 })],
    [
      'within_tolerance is wrong',
      scriptWith({}, { duration: { target: 9, estimated: 5, tolerance: 0.1, within_tolerance: true } }),
    ],
    [
      'an estimate that nobody speaks',
      scriptWith({}, { duration: { target: 60, estimated: 60, tolerance: 0.1, within_tolerance: true } }),
    ],
  ];

  it.each(planted)('finds %s', (kind, script) => {
    expect(kinds(judgeScript(script, brief))).toContain(kind);
  });

  it('finds nothing in a good one', () => {
    expect(judgeScript(scriptWith({}), brief)).toEqual([]);
  });

  it('finds a wanted phrase that is missing and a forbidden word that is there', () => {
    const wanted = { ...brief, body: { must_include: ['oat milk'], avoid: ['Cappuccino'] } };
    const found = judgeScript(scriptWith({ narration: `${narration} A cappuccino.` }), wanted);
    expect(kinds(found)).toEqual(['a wanted phrase is missing', 'a forbidden word']);
  });
});

describe('the judge of metadata', () => {
  const brief = briefOf('metadata', 'en');
  const judge = (id: string, members: object) =>
    kinds(judgeMetadata({ platforms: { [id]: { titles: [], tags: [], hashtags: [], ...members } } }, brief));

  it.each([
    ['over a limit', 'x', { caption: 'x'.repeat(281) }],
    ['over a limit', 'youtube', { description: 'ж'.repeat(2501) }],
    ['over a limit', 'bluesky', { caption: '👩‍🚀'.repeat(301) }],
    ['angle brackets', 'youtube', { title: 'I <3 coffee' }],
    ['equal titles', 'youtube', { titles: [{ text: 'Coffee' }, { text: 'coffee' }] }],
    ['a number that nobody gave', 'youtube', { titles: [{ text: '47 coffees' }] }],
    ['an invented address', 'youtube', { description: 'See coffeelab-guide.com/free' }],
    ['invented times', 'youtube', { description: 'Coffee\n0:00 Intro' }],
    ['a tag that is none', 'youtube', { tags: ['one, two'] }],
    ['tags over their budget', 'youtube', { tags: Array(60).fill('coffee at home') }],
  ])('finds %s on %s', (kind, id, members) => {
    expect(judge(id, members)).toContain(kind);
  });

  it('lets the links that were given, and emoji that fit, pass', () => {
    expect(judge('bluesky', { caption: `https://example.com/coffee ${'👩‍🚀'.repeat(270)}` })).toEqual([]);
  });
});

describe('the judge of thumbnails', () => {
  const prompt = (family: string, text: string, negative: string | null = null) =>
    ({ model_family: family, prompt: text, negative_prompt: negative, length: { value: 1, limit: 100 } }) as const;
  const judge = (...prompts: Thumbnail['concepts'][number]['prompts']) =>
    kinds(judgeThumbnail({ concepts: [{ overlay_text: 'HOT CUP', palette_hex: ['#112233'], prompts }] }));

  it.each([
    ['flags of a model', prompt('sdxl', 'a cup, style –ar 9:16')],
    ['the headline is not there once', prompt('flux', 'a cup')],
    ['a negative prompt where there is none', prompt('gemini', 'a cup with the text "HOT CUP"', 'people')],
    ['a negation for a model that has none', prompt('flux', 'a cup with the text "HOT CUP", no people')],
    ['weights of a model', prompt('midjourney', 'a cup::2 --ar 16:9')],
  ])('finds %s', (kind, one) => {
    expect(judge(one)).toContain(kind);
  });

  it('finds the same prompt twice, and nothing in good ones', () => {
    const good = prompt('flux', 'a cup with the text "HOT CUP"');
    expect(judge(good)).toEqual([]);
    expect(judge(good, good)).toEqual(['the same prompt twice']);
  });
});

it('a language is foreign when that is sure, by letters or by likeness', () => {
  expect(isForeign('Ναι, αυτό είναι ελληνικά', 'ru')).toBe(true);
  expect(isForeign('Kaffee ist gut', 'en')).toBeUndefined();
  expect(
    isForeign('Die alte Mühle bestimmt seit vielen Jahren, wie schnell das Getränk durch das Sieb läuft.', 'en'),
  ).toBe(true);
  expect(isOtherChinese('濃縮咖啡', 'zh-CN')).toBe(true);
  expect(isOtherChinese('濃縮咖啡', 'zh-TW')).toBe(false);
});

it('what a failed check tells is said; what a passed one tells is not', () => {
  const one = violation('another language', 'scene-2', 'x', /language/);
  const check = { name: 'language', ok: false, severity: 'must' };
  expect(unsaid([one], [check])).toEqual([]);
  expect(unsaid([one], [{ ...check, scene_id: 'scene-2' }])).toEqual([]);
  expect(unsaid([one], [{ ...check, scene_id: 'scene-3' }])).toEqual([one]);
  expect(unsaid([one], [{ ...check, ok: true }])).toEqual([one]);
});
