import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { inOneLine } from '../plain-text.ts';
import { timedScript, type ExportScene, type TimedScript } from '../source.ts';
import { anyScript, WORLD_TEXTS, prepareWorld } from '../testing/arbitrary-script.ts';
import { cueViolations } from '../testing/cue-violations.ts';
import { cueFindings, cuesOf, type Cue } from './cues.ts';

beforeAll(prepareWorld);

function cuesFor(scenes: readonly ExportScene[], language = 'en'): Cue[] {
  return cuesOf(timedScript({ language, scenes }));
}

/** One scene for a text, as long as it takes to speak or to read, whichever is longer. */
function linesFor(narration: string, language: string): string[][] {
  const [scene] = timedScript({ language, scenes: [{ narration }] }).scenes;
  const end = Math.max(scene?.end ?? 0, narration.length * 60) / 1000;
  return cuesFor([{ narration, start_seconds: 0, end_seconds: end }], language).map(({ lines }) => [...lines]);
}

describe('times', () => {
  it('never overlap nor leave the script, whatever the scenes are like', () => {
    const long = 'It is said that coffee was found by goats. '.repeat(10).slice(0, 400);
    const scenes = [
      { narration: 'One.', seconds: 0.4 },
      { narration: 'Two and three.', seconds: 0.5 },
      { narration: 'Four is a scene of twelve seconds with a few words to say.', seconds: 12 },
      { narration: 'Five.', seconds: 0.6 },
      { narration: long, seconds: 3 },
      { narration: '', seconds: 2 },
      { narration: 'Six takes an hour.', seconds: 3600 },
      { narration: 'Seven ends after a hundred hours.', seconds: 360_000 },
    ];
    let now = 0;
    const timed = scenes.map(({ narration, seconds }) => {
      now += seconds;
      return { narration, start_seconds: now - seconds, end_seconds: now };
    });
    const cues = cuesFor(timed);
    for (const [index, cue] of cues.entries()) {
      expect(cue.start).toBeLessThan(cue.end);
      expect(cue.start).toBeGreaterThanOrEqual(cues[index - 1]?.end ?? 0);
      expect(cue.end - cue.start).toBeLessThanOrEqual(7000);
    }
    expect(cues.at(-1)?.end).toBeLessThanOrEqual(now * 1000);
    expect(spokenIn(cues)).toBe(inOneLine(scenes.map(({ narration }) => narration).join(' ')));
    const found = cueFindings(cues);
    expect(found.filter(({ sceneId }) => sceneId === 'scene-5').map(({ name }) => name)).toContain('cue_reading_speed');
    expect(found.filter(({ sceneId }) => sceneId === 'scene-1')).toMatchObject([{ name: 'cue_duration', value: 0.4 }]);
  });

  it('let a short line stay into the silence after it', () => {
    const [first] = cuesFor([
      { narration: 'Wait.', start_seconds: 0, end_seconds: 0.4 },
      { narration: 'There it is.', start_seconds: 5, end_seconds: 7 },
    ]);
    expect(first).toMatchObject({ start: 0, end: 1000 });
  });

  it('are shared with a neighbour by a scene that has none', () => {
    const cues = cuesFor([
      { narration: 'Nobody gave this scene a second.', start_seconds: 0, end_seconds: 0 },
      { narration: 'This one has five.', start_seconds: 0, end_seconds: 5 },
      { narration: 'And this has none again.', start_seconds: 5, end_seconds: 5 },
    ]);
    expect(spokenIn(cues)).toBe('Nobody gave this scene a second. This one has five. And this has none again.');
    expect(cues.at(-1)?.end).toBeLessThanOrEqual(5000);
    expect(new Set(cues.map(({ sceneId }) => sceneId))).toEqual(new Set(['scene-1', 'scene-2', 'scene-3']));
  });

  it('are estimated where a script has none', () => {
    const cues = cuesFor([{ narration: WORLD_TEXTS.ja ?? '' }, { narration: WORLD_TEXTS.ja ?? '' }], 'ja');
    expect(cues.at(-1)?.end).toBeGreaterThan(10_000);
    expect(cueFindings(cues)).toEqual([]);
  });
});

describe('lines', () => {
  it('break where sentences, their parts, and words before conjunctions end', () => {
    const german =
      'Wer morgens Kaffee trinkt, denkt selten daran, dass die Bohne eigentlich ein Kern ist, der in einer Kirsche steckt.';
    expect(linesFor(german, 'de').flat()).toEqual([
      'Wer morgens Kaffee trinkt,',
      'denkt selten daran,',
      'dass die Bohne eigentlich ein Kern ist,',
      'der in einer Kirsche steckt.',
    ]);
    expect(linesFor('He drinks coffee every single morning because tea is much too weak for him', 'en').flat()).toEqual(
      ['He drinks coffee every single morning', 'because tea is much too weak for him'],
    );
    expect(linesFor('Каждое утро он пьёт крепкий кофе потому что чай для него слишком слабый', 'ru').flat()).toEqual([
      'Каждое утро он пьёт крепкий кофе',
      'потому что чай для него слишком слабый',
    ]);
  });

  it('end no sentence at an abbreviation', () => {
    const lines = linesFor('Das hat Dr. Ito aus Kyoto im Jahr 1998 z. B. in einem Versuch gezeigt.', 'de').flat();
    expect(lines.filter((line) => /(?:Dr|z|B)\.$/.test(line))).toEqual([]);
  });

  it('of Chinese have sixteen full-width units at most, without punctuation too', () => {
    const text =
      '咖啡豆其实不是豆而是一种果实的种子它生长在热带高地的灌木上每年开花一次花谢之后结出红色的浆果人们把浆果采下来晒干';
    const lines = linesFor(text, 'zh').flat();
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(16);
    expect(lines.join('')).toBe(text);
  });

  it('of Thai break between words', () => {
    const text = WORLD_TEXTS.th ?? '';
    const lines = linesFor(text + text, 'th').flat();
    const words = new Set(
      Array.from(new Intl.Segmenter('th', { granularity: 'word' }).segment(text), (one) => one.segment),
    );
    expect(lines.every((line) => words.has(line) || [...words].some((word) => line.startsWith(word)))).toBe(true);
    expect(lines.every((line) => Array.from(line).length <= 42)).toBe(true);
  });

  it('of Japanese keep product names whole and particles with their words', () => {
    const lines = linesFor(
      '東京の朝は早い。GitHub Copilotを使うと、コードを書く速度が三倍になると言われています。',
      'ja',
    ).flat();
    expect(lines).toEqual([
      '東京の朝は早い。',
      'GitHub Copilotを使うと、',
      'コードを書く速度が',
      '三倍になると言われています。',
    ]);
  });

  it.each([
    ['ja', 'だから、効果が切れる午後三時ごろに、急に眠くなるのです。', '三時'],
    ['zh', '所以咖啡的效果到了下午大约三点钟的时候就会慢慢消失不见', '三点'],
    ['ja', 'コーヒーを一日に3杯までにすると、夜になってもぐっすり眠れます。', '3杯'],
  ])('of %s keep a numeral with what it counts: %s', (language, text, whole) => {
    expect(
      linesFor(text, language)
        .flat()
        .some((line) => line.includes(whole)),
    ).toBe(true);
  });

  it('of Hindi, and with emoji of several code points, cut no grapheme', () => {
    const texts = [
      [`${WORLD_TEXTS.hi} `.repeat(3), 'hi'],
      ['一二三四五六七八九十一二三四五👨‍👩‍👧‍👦六七八九十', 'zh'],
      ['👩🏽‍🚀'.repeat(40), 'ko'],
    ] as const;
    const scripts = texts.map(([narration, language]) =>
      timedScript({ language, scenes: [{ narration, start_seconds: 0, end_seconds: 60 }] }),
    );
    expect(scripts.flatMap(violationsOf)).toEqual([]);
  });

  it('cut a word only where it alone is longer than a line', () => {
    const word = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';
    const lines = linesFor(`Das ${word} gilt.`, 'de').flat();
    expect(lines.join('').replaceAll(' ', '')).toBe(`Das${word}gilt.`);
    expect(lines.filter((line) => word.includes(line)).length).toBeGreaterThan(0);
    expect(linesFor('Die Geschwindigkeitsbegrenzungen gelten auf Autobahnen', 'de').flat().join(' ')).toBe(
      'Die Geschwindigkeitsbegrenzungen gelten auf Autobahnen',
    );
  });
});

it.each([
  ['a space that carries a mark begins a line', 'Кофе бодрит.ཁ ာ東京の朝は早い。', 112],
  ['two spaces of different width that a line break stands for', `${WORLD_TEXTS.zh}\u{3000} ${WORLD_TEXTS.th}`, 4_000],
])('keeps every promise where %s', (_, narration, end) => {
  const scenes = [{ narration, start_seconds: 0, end_seconds: end / 1000 }];
  expect(violationsOf(timedScript({ language: 'en', scenes }))).toEqual([]);
});

it('keeps every promise on any script of the world', () => {
  fc.assert(
    fc.property(anyScript, (script) => {
      expect(violationsOf(timedScript(script))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

function violationsOf(script: TimedScript): string[] {
  const cues = cuesOf(script);
  const findings = Map.groupBy(cueFindings(cues), ({ path = '' }) => path);
  return cueViolations(script, cues, new Map([...findings].map(([path, all]) => [path, all.map(({ name }) => name)])));
}

function spokenIn(cues: readonly Cue[]): string {
  return cues.flatMap(({ lines }) => lines).join(' ');
}
