import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { platformIds } from '../../platforms/platforms.ts';
import { inputFor } from '../../testing/input-for.ts';
import { answerAsks, circumstancesOf } from '../../testing/answer-asks.ts';
import { sampleAnswer } from '../../testing/sample-answer.ts';
import { metadataOperation } from '../kind.ts';
import type { MetadataInput } from '../schema.ts';

function inputOf(body: Record<string, unknown>): MetadataInput {
  return inputFor(metadataOperation, { content: 'Nine bars of pressure.', language: 'en', ...body });
}

beforeAll(() => loadLanguages(['pt-BR']));

type Strategy = 'single' | 'staged';
const strategies = ['single', 'staged'] as const;

/** Everything that a model is asked while it writes the first draft. */
function asked(body: Record<string, unknown>, strategy: Strategy): string {
  const { asks } = answerAsks(metadataOperation.write(inputOf(body), circumstancesOf(strategy)), sampleAnswer);
  return asks.map(({ system, prompt }) => `${system}\n${prompt}`).join('\n');
}

const carried: readonly (readonly [member: string, body: Record<string, unknown>, words: readonly string[]])[] = [
  ['content', { content: 'The mill was built in 1871.' }, ['The mill was built in 1871.']],
  ['script', { content: null, script: { title: 'Mills', narration: 'It grinds.' } }, ['Mills', 'It grinds.']],
  ['title', { title: 'Why sourdough rises' }, ['Why sourdough rises']],
  ['platforms', { platforms: ['pinterest', 'x'] }, ['Pinterest', 'X']],
  ['keywords', { keywords: 'crema, puck' }, ['crema, puck']],
  ['language', { language: 'pt-BR' }, ['Brazilian Portuguese']],
  ['locales', { locales: ['ja', 'de'] }, ['Japanese', 'German']],
  ['previous_titles', { previous_titles: ['The mill that stopped'] }, ['The mill that stopped']],
  ['audience', { audience: 'retired baristas' }, ['retired baristas']],
  ['tone', { tone: ['dry', 'witty'] }, ['dry, witty']],
  ['cta', { cta: 'try a coarser grind' }, ['try a coarser grind']],
  ['avoid', { avoid: ['delve', 'liquid gold'] }, ['delve', 'liquid gold']],
];

test.each(strategies)('every input stands in what is asked (%s)', (strategy) => {
  const missing = carried.flatMap(([member, body, words]) => {
    const prompts = asked(body, strategy);
    return words.filter((word) => !prompts.includes(word)).map((word) => `${member}: ${word}`);
  });
  expect(missing).toEqual([]);
});

test.each(strategies)('more titles are asked for, and each platform by its name (%s)', (strategy) => {
  expect(asked({ variants: 10 }, strategy)).toContain(
    strategy === 'single' ? 'Write 10 titles' : 'Write 13 other titles',
  );
  expect(new Set(platformIds.map((id) => asked({ platforms: [id] }, strategy))).size).toBe(platformIds.length);
});

/** Models do not count and know no addresses: these two are put in by code. */
test('links and chapters change the answer and not the question', () => {
  const chapters = ['a', 'b', 'c'].map((title, index) => ({ start: index * 20, title }));
  for (const body of [{ links: ['https://a.example/one'] }, { chapters }])
    expect(asked(body, 'single')).toBe(asked({}, 'single'));
});
