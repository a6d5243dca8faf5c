import { ErrorTypes } from '@showrunner/errors';
import { describe, expect, test } from 'vitest';
import type { Run } from '../port/effects.ts';
import { readInput } from '../read-input.ts';
import { kinds } from '../registry.ts';
import { answerAsks, circumstancesOf } from '../testing/answer-asks.ts';

const operation = kinds.find(({ name }) => name === 'package')?.operations[0];
if (operation === undefined) throw new Error('There is no package.');

describe('what a package is asked for', () => {
  test('goes to the part that takes it, and what all take to all', () => {
    const body = {
      prompt: 'How espresso works',
      duration: '1:30',
      keywords: 'coffee, pressure',
      language: 'de',
      avoid: ['delve'],
      brand_voice: { banned_words: ['utilise'] },
      platform: 'shorts',
      variants: 2,
      image_models: ['flux'],
      locales: ['fr'],
    };
    const shared = { keywords: ['coffee', 'pressure'], language: 'de' };
    expect(readInput(operation, body)).toMatchObject({
      kind: 'read',
      ignored: [],
      input: {
        script: { ...shared, prompt: 'How espresso works', duration: 90, avoid: ['delve'], platform: 'shorts' },
        'thumbnail-prompt': { ...shared, variants: 2, image_models: ['flux'], avoid: ['delve'] },
        metadata: { ...shared, platforms: 'shorts', locales: ['fr'], avoid: ['delve', 'utilise'] },
      },
    });
    expect(readInput(operation, body)).not.toHaveProperty('input.metadata.variants');
  });

  test('leaves what is absent to the defaults of each part', () => {
    const read = readInput(operation, { prompt: 'tea' });
    expect(read).toMatchObject({ input: { script: { prompt: 'tea' }, 'thumbnail-prompt': {} } });
    expect(read).not.toHaveProperty('input.thumbnail-prompt.image_models');
    expect(read).not.toHaveProperty('input.metadata.platforms');
  });

  test('is read by the part a second time as it was read before', () => {
    const { input } = readInput(operation, {
      prompt: 'tea',
      duration: '45 seconds',
      sources: ['https://example.org/a', 'Nine bars.'],
      must_include: 'nine bars, crema',
      chapters: [{ start: '1:05', title: 'Start' }],
    }) as { input: Record<string, Record<string, unknown>> };
    expect(input.script).toMatchObject({ duration: 45, must_include: ['nine bars', 'crema'] });
    for (const { name, input: schema } of kinds.flatMap((kind) => kind.operations.slice(0, 1))) {
      if (name === 'package') continue;
      const body = name === 'script' ? input[name] : { ...input[name], title: 'Tea' };
      expect(schema.safeParse(body).success).toBe(true);
    }
  });

  test.each([
    [{}, 'missing', 'prompt'],
    [{ prompt: 'tea', platforms: ['myspace'] }, 'invalid', 'platforms[0]'],
    [{ prompt: 'tea', image_models: ['etch-a-sketch'] }, 'invalid', 'image_models[0]'],
    [{ prompt: 'tea', variants: 9 }, 'invalid', 'variants'],
    [{ prompt: 'tea', duration: 4 }, 'invalid', 'duration'],
  ])('is refused where a part would refuse it: %j', (body, kind, path) => {
    const read = readInput(operation, body);
    expect(read).toMatchObject({ kind, issues: [{ path }] });
  });
});

test('a package may take as long as its script does', () => {
  const seconds = (body: object) => operation.speechSeconds?.(operation.input.parse({ prompt: 'tea', ...body }));
  expect(seconds({ duration: '20 min' })).toBe(1200);
  expect(seconds({})).toBe(60);
});

describe('a package', () => {
  const input = operation.input.parse({ prompt: 'tea' });
  const made = (others: (wanted: Run) => unknown) =>
    answerAsks(operation.write(input, circumstancesOf('single')), () => '', others);

  test('has each part as its recipe gives it, made from the script, and the job of each', () => {
    const ran: Run[] = [];
    const { result, told } = made((wanted) => {
      ran.push(wanted);
      return { output: { title: wanted.name }, jobId: `job_${wanted.name}` };
    });
    expect(result).toEqual({
      script: { title: 'script' },
      thumbnail: { title: 'thumbnail-prompt' },
      metadata: { title: 'metadata' },
      jobs: { script: 'job_script', 'thumbnail-prompt': 'job_thumbnail-prompt', metadata: 'job_metadata' },
      missing: [],
    });
    expect(ran.map(({ name, at }) => [name, at])).toEqual([
      ['script', 'script'],
      ['thumbnail-prompt', 'thumbnail'],
      ['metadata', 'metadata'],
    ]);
    expect(ran.slice(1).map((one) => (one.input as { script: unknown }).script)).toEqual([
      { title: 'script' },
      { title: 'script' },
    ]);
    expect(told).toMatchObject([
      { name: 'part', data: { recipe: 'script', data: { title: 'script' } } },
      { name: 'part', data: { recipe: 'thumbnail-prompt' } },
      { name: 'part', data: { recipe: 'metadata' } },
    ]);
  });

  test.each(['thumbnail-prompt', 'metadata'])('stands without its %s, and says why', (lost) => {
    const { result } = made(({ name }) => {
      if (name === lost) throw ErrorTypes.GENERATION_FAILED('No.', { attempts: 5 });
      return { output: { title: name }, jobId: 'job_1' };
    });
    expect(result).toMatchObject({
      script: { title: 'script' },
      [lost === 'metadata' ? 'metadata' : 'thumbnail']: null,
      jobs: { script: 'job_1', [lost]: null },
      missing: [{ recipe: lost, error: { code: 'GENERATION_FAILED', statusCode: 500, details: { attempts: 5 } } }],
    });
  });

  test('is none without its script, nor where the fault is our own', () => {
    const fails = (name: string, error: Error) => () =>
      made((wanted) => {
        if (wanted.name === name) throw error;
        return { output: {}, jobId: null };
      });
    expect(fails('script', ErrorTypes.GENERATION_FAILED('No.'))).toThrow('No.');
    expect(fails('metadata', new TypeError('x is undefined'))).toThrow(TypeError);
  });
});
