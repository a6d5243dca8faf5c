import { expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import type { Ask, Event } from '../../port/effects.ts';
import { inputFor } from '../../testing/input-for.ts';
import { answerAsks, circumstancesOf } from '../../testing/answer-asks.ts';
import { perform } from '../../testing/perform.ts';
import { scriptOperation } from '../kind.ts';
import type { ScriptInput } from '../schema.ts';

async function inputOf(body: Record<string, unknown>): Promise<ScriptInput> {
  const input = inputFor(scriptOperation, { prompt: 'How espresso works', ...body });
  await loadLanguages([input.language]);
  return input;
}

/** Words to make sentences of. */
const VOCABULARY: Readonly<Record<string, readonly string[]>> = {
  en: 'the pump pushes water through a bed of coffee and the pressure finds oils that no filter has'.split(' '),
  de: 'die Pumpe presst das Wasser durch den Kaffee und der Druck holt die Öle die kein Filter hat'.split(' '),
  ja: '水 が 粉 を 通 り 抜 け る と き 圧 力 が 油 を 押 し 出 す 香 り 立 ち の ぼ る'.split(' '),
};

let said = 1;

/** Numbers without a pattern, the same in every run (xorshift, Marsaglia 2003). */
function nextNumber(): number {
  said ^= said << 13;
  said ^= said >>> 17;
  said ^= said << 5;
  return said >>> 0;
}

/** So many words, in sentences, always in another order. */
function speech(units: number, language: string): string {
  const isSpaced = language !== 'ja';
  const words = VOCABULARY[language] ?? [];
  let text = '';
  for (let count = 0; count < units; count += 1) {
    text += `${isSpaced && count > 0 ? ' ' : ''}${words[nextNumber() % words.length]}`;
    if (count % (isSpaced ? 12 : 20) === (isSpaced ? 11 : 19)) text += isSpaced ? '.' : '。';
  }
  return `${text}${isSpaced ? '.' : '。'}`;
}

/** A model that writes as many words for each scene as it is asked for. */
function obedient(language: string) {
  return (question: Ask): unknown => {
    const { prompt, part, reply } = question;
    const budgets = Array.from(prompt.matchAll(/^\d+\. \w+, about (\d+) /gm), ([, units]) => Number(units));
    if (part === 'outline')
      return {
        title: 'T',
        logline: 'L',
        cta: speech(8, language),
        scenes: budgets.map((_, index) => `beat ${index + 1}`),
      };
    if (part.endsWith('.visual')) return { visual: `pump ${nextNumber()} ${nextNumber()}`, broll: [] };
    if (reply.form === 'text') return speech(Number(/about (\d+) /.exec(prompt)?.[1]), language);
    const scenes = budgets.map((units) => ({
      narration: speech(units, language),
      on_screen_text: '',
      visual: `pump ${nextNumber()} ${nextNumber()}`,
      broll: [],
      pace: 'normal',
      emphasis: [],
    }));
    return { scenes, claims: [] };
  };
}

test('ten minutes are outlined first and written in parts that do not wait for each other', async () => {
  const input = await inputOf({ duration: 600 });
  const { asks, result, told } = answerAsks(scriptOperation.write(input, circumstancesOf('single')), obedient('en'));
  expect(asks[0]?.part).toBe('outline');
  expect(asks.length).toBeGreaterThan(4);
  for (const { prompt } of asks.slice(1)) expect(prompt).toContain('1. beat 1\n2. beat 2');
  expect(asks.some(({ prompt }) => prompt.includes(result.scenes[0]?.narration ?? 'x'))).toBe(false);
  expect(result.scenes.map(({ id }) => id)).toEqual(Array.from({ length: 23 }, (_, index) => `scene-${index + 1}`));
  expect(result.scenes.at(-1)?.role).toBe('cta');
  const names = told.flatMap((one) => (one.kind === 'event' ? [one.name] : []));
  expect(names).toEqual(['outline', ...Array.from({ length: 23 }, () => 'scene')]);
  const outline = told.find((one): one is Event => one.kind === 'event');
  expect(outline?.data).toMatchObject({ title: 'T', beats: { length: 23, 0: { role: 'hook', text: 'beat 1' } } });
});

test('scenes of a later part are told with their planned start while it is written', async () => {
  const input = await inputOf({ duration: 600 });
  const model = obedient('en');
  const { asks } = answerAsks(scriptOperation.write(input, circumstancesOf('single')), model);
  const later = asks[2] as Ask;
  const told = later.observe?.(model(later)) ?? [];
  const [scene] = told.flatMap((one) =>
    one.kind === 'event' ? [one.data as { id: string; start_seconds: number }] : [],
  );
  expect(scene).toMatchObject({ id: 'scene-5' });
  expect(scene?.start_seconds).toBeGreaterThan(90);
  expect(told.flatMap((one) => (one.kind === 'progress' ? [[one.done, one.total]] : []))[0]).toEqual([1, 23]);
});

test.each([
  ['en', 'twenty minutes'],
  ['de', 'zwanzig Minuten'],
  ['ja', '二十分'],
])('twenty minutes in %s come out within the tolerance of a model that writes what it is asked', async (language) => {
  const input = await inputOf({ duration: 1200, language, platform: 'youtube', format: 'documentary' });
  const { output, asks } = perform(scriptOperation, input, circumstancesOf('single'), obedient(language));
  expect(output.duration).toMatchObject({ target: 1200, within_tolerance: true });
  expect(output.scenes).toHaveLength(35);
  expect(asks.length).toBeGreaterThan(8);
});

test('a part that cannot be had is asked for as missing scenes, where it stood; the rest is not thrown away', async () => {
  const input = await inputOf({ duration: 600 });
  const model = obedient('en');
  const { output, asks, failed } = perform(scriptOperation, input, circumstancesOf('single'), (question, count) => {
    if (count === 3) throw Object.assign(new Error('No usable reply.'), { name: 'UnusableReplyError' });
    return model(question);
  });
  expect(asks.map(({ part }) => part)).toContain('scenes[4]');
  expect(output.scenes).toHaveLength(23);
  expect(output.duration.within_tolerance).toBe(true);
  expect(failed.filter(({ severity }) => severity !== 'report')).toEqual([]);
});
