import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Ask, Recipe } from './recipe.ts';
import { recipes } from './registry.ts';
import { answerAsks, contextOf } from './testing/answer-asks.ts';
import { sampleAnswer } from './testing/sample-answer.ts';

/**
 * Each recipe's version of its prompts and the digest of what they say. Answers are cached by the version: where this
 * fails, a prompt has changed, so give the recipe a new `promptVersion` and write both down here.
 */
const KNOWN: Readonly<Record<string, readonly [promptVersion: string, digest: string]>> = {
  script: ['2026-11-23.6', 'be2eab53a3c2'],
  'thumbnail-prompt': ['2026-11-23.3', '4210e5df1c30'],
  metadata: ['2026-11-23.3', '04c4f649f782'],
};

test.each(recipes)('the prompts of $name are those of its version', (recipe) => {
  expect([recipe.promptVersion, digestOf(recipe)]).toEqual(KNOWN[recipe.name]);
});

/** Over what is asked for the example, written both ways and repaired. */
function digestOf(recipe: Recipe): string {
  const input = recipe.input.parse(recipe.example);
  const asked = (['single', 'staged'] as const).flatMap((strategy) => {
    const context = contextOf(strategy);
    const { result, asks } = answerAsks(recipe.write[strategy](input, context), sampleAnswer);
    const failed = recipe.check(result, input, context).filter(({ ok }) => !ok);
    const repaired = answerAsks(recipe.repair(result, failed, input, context), sampleAnswer);
    return [...asks, ...repaired.asks].map(worded);
  });
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 12);
}

function worded({ part, system, prompt, answer, maxTokens, temperature }: Ask): unknown {
  const schema = answer.form === 'json' ? answer.schema.toJSONSchema() : null;
  return { part, system, prompt, schema, maxTokens, temperature };
}
