import { describe, expect, test } from 'vitest';
import { plainMedium } from './page.ts';
import { recipeInputs } from './recipe-inputs.ts';
import { renderAnswer } from './render-answer.ts';
import { readRevision, revisedKind, reviseCommand } from './revise-command.ts';
import { answers } from '../__fixtures__/answers.ts';

function parse(kind: string, ...words: string[]): Record<string, unknown> {
  const inputs = recipeInputs().find(({ name }) => name === `${kind}.revise`);
  if (!inputs) throw new Error(`no revision of ${kind}`);
  const command = reviseCommand(inputs)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  command.parse(words, { from: 'user' });
  return readRevision(command, inputs);
}

describe('a revise command', () => {
  test('exists for every kind that can be revised', () => {
    const kinds = recipeInputs().filter((one) => revisedKind(one) !== one.name);
    expect(kinds.map(revisedKind)).toEqual(['script', 'thumbnail-prompt', 'metadata']);
  });

  test('takes the job, the instruction in free words, and the scenes that may change', () => {
    expect(parse('script', 'job_1', 'Make', 'it', 'warmer', '--scene-ids', 'scene-1', 'scene-3')).toEqual({
      job_id: 'job_1',
      instruction: 'Make it warmer',
      scene_ids: ['scene-1', 'scene-3'],
    });
  });

  test('takes a patch in place of the instruction', () => {
    const patch = [{ op: 'replace', path: '/title', value: 'Tea' }];
    expect(parse('metadata', 'job_1', '--patch', JSON.stringify(patch))).toEqual({ job_id: 'job_1', patch });
  });

  test('needs the job', () => {
    expect(() => parse('script')).toThrow(/missing required argument 'job'/);
  });
});

test('a revision is shown as what it revises, and what changed of it', () => {
  const answer = { ...answers.metadata, data: { ...answers.metadata.data, changed: ['/title'] } };
  const lines = renderAnswer('metadata.revise', answer, plainMedium).join('\n');
  expect(lines).toContain('Metadata for');
  expect(lines).toContain('changed /title');
});
