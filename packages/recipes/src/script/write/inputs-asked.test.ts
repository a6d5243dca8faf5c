import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { inputFor } from '../../testing/input-for.ts';
import { answerAsks, circumstancesOf } from '../../testing/answer-asks.ts';
import { sampleAnswer } from '../../testing/sample-answer.ts';
import { scriptOperation } from '../kind.ts';
import { formatIds, type ScriptInput } from '../schema.ts';

beforeAll(() => loadLanguages(['en', 'pt-BR']));

function inputOf(body: Record<string, unknown>): ScriptInput {
  return inputFor(scriptOperation, { prompt: 'How espresso works', duration: 45, language: 'en', ...body });
}

/** Everything that a model is asked while it writes the first draft. */
function asked(body: Record<string, unknown>, strategy: 'single' | 'staged'): string {
  const { asks } = answerAsks(scriptOperation.write(inputOf(body), circumstancesOf(strategy)), sampleAnswer);
  return asks.map(({ system, prompt }) => `${system}\n${prompt}`).join('\n');
}

const carried: readonly (readonly [member: string, body: Record<string, unknown>, words: readonly string[]])[] = [
  ['prompt', { prompt: 'Why sourdough rises' }, ['Why sourdough rises']],
  ['source_text', { source_text: 'The mill was built in 1871.' }, ['The mill was built in 1871.']],
  ['outline', { outline: ['grind the beans', 'press the puck', 'pour'] }, ['grind the beans', 'press the puck']],
  ['style', { style: ['calm', 'warm'] }, ['calm, warm']],
  ['context', { context: 'Second part of a series on coffee.' }, ['Second part of a series on coffee.']],
  ['audience', { audience: 'retired baristas' }, ['retired baristas']],
  ['goal', { goal: 'sell a hand grinder' }, ['sell a hand grinder']],
  ['platform', { platform: 'tiktok' }, ['TikTok']],
  ['format', { format: 'listicle' }, ['listicle']],
  ['language', { language: 'pt-BR' }, ['Brazilian Portuguese']],
  ['tone', { tone: 'dry wit' }, ['dry wit']],
  ['hook_style', { hook_style: 'a wrong number' }, ['a wrong number']],
  ['cta', { cta: 'try a coarser grind' }, ['try a coarser grind']],
  ['must_include', { must_include: ['nine bars', 'Café Peña'] }, ['nine bars', 'Café Peña']],
  ['avoid', { avoid: ['delve', 'liquid gold'] }, ['delve', 'liquid gold']],
  ['keywords', { keywords: 'crema, puck' }, ['crema, puck']],
  [
    'sources',
    { sources: [{ id: 'mill', title: 'The Mill', text: 'Built in 1871.' }] },
    ['mill', 'The Mill', 'Built in 1871.'],
  ],
  [
    'brand_voice',
    {
      brand_voice: {
        name: 'Kaffeewerk',
        description: 'a friendly engineer',
        rules: ['no exclamation marks'],
        banned_words: ['amazing'],
        samples: ['We measure first.'],
      },
    },
    ['Kaffeewerk', 'a friendly engineer', 'no exclamation marks', 'amazing', 'We measure first.'],
  ],
];

test.each(['single', 'staged'] as const)('every input stands in what is asked (%s)', (strategy) => {
  const missing = carried.flatMap(([member, body, words]) => {
    const prompts = asked(body, strategy);
    return words.filter((word) => !prompts.includes(word)).map((word) => `${member}: ${word}`);
  });
  expect(missing).toEqual([]);
});

test.each(['single', 'staged'] as const)('what changes the length changes what is asked (%s)', (strategy) => {
  const plain = asks({});
  for (const body of [
    { duration: 90 },
    { pace: 'slow' },
    { pace: 200 },
    { calibration: { units: 90, seconds: 60 } },
    { scenes: 3 },
  ])
    expect(asks(body)).not.toEqual(plain);

  /** Prompts, shapes and lengths: a small model's budgets stand in the shape that it has to fill. */
  function asks(body: Record<string, unknown>) {
    const work = scriptOperation.write(inputOf(body), circumstancesOf(strategy));
    return answerAsks(work, sampleAnswer).asks.map(({ prompt, reply, maxTokens }) => [
      prompt,
      reply.form === 'json' ? reply.schema.toJSONSchema() : null,
      maxTokens,
    ]);
  }
});

test('every format is told with its own structure', () => {
  const structures = formatIds.map((format) => /^Structure: (.*)$/m.exec(asked({ format }, 'single'))?.[1]);
  expect(new Set(structures).size).toBe(formatIds.length);
});
