import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Ask } from './port/effects.ts';
import type { Operation } from './port/operation.ts';
import { operations } from './registry.ts';
import { answerAsks, circumstancesOf } from './testing/answer-asks.ts';
import { sampleAnswer } from './testing/sample-answer.ts';

/**
 * Each operation's version of its prompts and the digest of what they say. Answers are cached by the version: where this
 * fails, a prompt has changed, so give its file a `version` newer than all of its kind and write both down here.
 */
const KNOWN: Readonly<Record<string, readonly [promptVersion: string, digest: string]>> = {
  script: ['2026-11-29.3', '1565bf343428'],
  'thumbnail-prompt': ['2026-11-29.3', 'b7a948f3024f'],
  metadata: ['2026-11-29.3', 'ae84d201f820'],
  'script.revise': ['2026-11-29.3', '4767b04c43eb'],
  'thumbnail-prompt.revise': ['2026-11-29.3', '0da3df2330dd'],
  'metadata.revise': ['2026-11-29.3', '69fcffbabe50'],
};

/** A package asks nothing by itself. */
const asking = operations.filter(({ name }) => name !== 'package');

test.each(asking)('the prompts of $name are those of its version', (operation) => {
  expect([operation.promptVersion, digestOf(operation)]).toEqual(KNOWN[operation.name]);
});

/** Over what is asked for the example, written both ways and repaired. */
function digestOf(operation: Operation): string {
  const input = operation.input.parse(operation.example);
  const asked = (['single', 'staged'] as const).flatMap((strategy) => {
    const circumstances = circumstancesOf(strategy);
    const { result, asks } = answerAsks(operation.write(input, circumstances), sampleAnswer);
    const failed = operation.check(result, input, circumstances).filter(({ ok }) => !ok);
    const repaired = answerAsks(operation.repair(result, failed, input, circumstances), sampleAnswer);
    return [...asks, ...repaired.asks].map(worded);
  });
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 12);
}

function worded({ part, system, prompt, reply, maxTokens, temperature }: Ask): unknown {
  const schema = reply.form === 'json' ? reply.schema.toJSONSchema() : null;
  return { part, system, prompt, schema, maxTokens, temperature };
}
