import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Ask } from './port/effects.ts';
import type { Operation } from './port/operation.ts';
import { newestVersion } from './prompts/prompt.ts';
import { operations } from './registry.ts';
import { answerAsks, circumstancesOf } from './testing/answer-asks.ts';
import { sampleAnswer } from './testing/sample-answer.ts';

/**
 * Each operation's version of its prompts and the digest of what they say. Answers are cached by the version: where this
 * fails, a prompt has changed, so give its file a `version` newer than all of its kind and write both down here.
 */
const KNOWN: Readonly<Record<string, readonly [promptVersion: string, digest: string]>> = {
  script: ['2026-11-30.5', '9e979c060f99'],
  'thumbnail-prompt': ['2026-11-30.3', '6dfa91a0a51a'],
  metadata: ['2026-11-30.3', '873f0e528ed0'],
  'script.revise': ['2026-11-30.5', 'afe591d5354c'],
  'thumbnail-prompt.revise': ['2026-11-30.3', '0da3df2330dd'],
  'metadata.revise': ['2026-11-30.3', '69fcffbabe50'],
};

/**
 * The newest version in each folder of prompts and the digest of what its files say, of sentences as well that the
 * examples do not come to. Where this fails, the file that changed needs a newer `version`.
 */
const KNOWN_FILES: Readonly<Record<string, readonly [newest: string, digest: string]>> = {
  prompts: ['2026-11-29.3', 'c3176003d5fd'],
  'script/prompts': ['2026-11-30.5', 'acf45b7bcbfe'],
  'metadata/prompts': ['2026-11-30.3', '55a51f9fd4a4'],
  'thumbnail-prompt/prompts': ['2026-11-30.3', 'de1b8f02fab3'],
  'revision/prompts': ['2026-11-29.4', '4dad23d2b103'],
};

/** A package asks nothing by itself. */
const asking = operations.filter(({ name }) => name !== 'package');

test.each(asking)('the prompts of $name are those of its version', (operation) => {
  expect([operation.promptVersion, digestOf(operation)]).toEqual(KNOWN[operation.name]);
});

test.each(Object.keys(KNOWN_FILES))('what the files in %s say is of their version', async (folder) => {
  const files = globSync(`${folder}/*.ts`, { cwd: import.meta.dirname, exclude: ['**/*.test.ts'] }).toSorted();
  const said = await Promise.all(
    files.map(async (file) =>
      Object.values((await import(join(import.meta.dirname, file))) as Record<string, unknown>),
    ),
  );
  const data = said.flat().filter((value) => typeof value === 'object' && value !== null);
  expect([newestVersion(...data.filter(isVersioned)), digestOfRules(data)]).toEqual(KNOWN_FILES[folder]);
});

function isVersioned(value: object): value is { readonly version: string } {
  return 'version' in value;
}

/** Rules that are functions by their source. */
function digestOfRules(data: readonly object[]): string {
  const rules = JSON.stringify(data, (name, value: unknown) => {
    if (name === 'why' || name === 'version') return undefined;
    return typeof value === 'function' ? value.toString().replace(/\s+/gu, ' ') : value;
  });
  return createHash('sha256').update(rules).digest('hex').slice(0, 12);
}

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
