import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kinds } from './registry.ts';
import { answerAsks, circumstancesOf } from './testing/answer-asks.ts';
import { sampleAnswer } from './testing/sample-answer.ts';

/** A package promises nothing beside what its parts do. */
const promising = kinds.filter(({ name }) => name !== 'package');

test.each(promising)('what is promised of $name is measured and has a repair, each in a folder of its own', (kind) => {
  const measured = new Set(kind.guarantees.map(({ check }) => check));
  expect(measured).toEqual(new Set(kind.checks));
  expect(kind.guarantees).toHaveLength(measured.size);
  const folder = join(import.meta.dirname, kind.name, 'guarantees');
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders).toHaveLength(measured.size);
  for (const { name } of folders) {
    const sources = readdirSync(join(folder, name)).filter((file) => !file.endsWith('.test.ts'));
    expect(sources).toEqual(['check.ts', 'repair.ts']);
  }
});

test.each(promising)('a finding on $name has a name that its check gives, and no two checks share one', (kind) => {
  const names = kind.checks.flatMap((check) => [...check.names]);
  expect(new Set(names).size).toBe(names.length);
  const [operation] = kind.operations;
  if (operation === undefined) throw new Error(`${kind.name} has no operation.`);
  const input = operation.input.parse({ ...operation.example, avoid: ['pump'], variants: 2 });
  const circumstances = circumstancesOf('single', [{ narration: 'A pump.' }]);
  const draft = answerAsks(operation.write(input, circumstances), sampleAnswer).result;
  for (const check of kind.checks) {
    for (const { name } of check.measure(draft, input, circumstances)) expect(check.names).toContain(name);
  }
});
