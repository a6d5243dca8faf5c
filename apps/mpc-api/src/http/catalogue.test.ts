import { operations } from '@showrunner/recipes';
import { describe, expect, test } from 'vitest';
import { servedModels } from '../drive/compose/served-models.ts';
import { openScripted } from '../testing/open-scripted.ts';
import { wellBehaved } from '../testing/start-api.ts';

test('every recipe is listed with its path, a body that works, and the schemas of both sides', async () => {
  await using api = await openScripted(wellBehaved);
  const { status, data } = await api.get('/recipes');
  const recipes = data as unknown as readonly Record<string, Record<string, unknown>>[];
  expect(status).toBe(200);
  expect(recipes.map(({ name }) => name)).toEqual(operations.map(({ name }) => name));
  expect(recipes[0]).toMatchObject({
    path: '/generate/script',
    version: operations[0]?.version,
    prompt_version: operations[0]?.promptVersion,
    example: { prompt: 'How espresso works', duration: 45 },
    input: { properties: { prompt: { type: 'string' }, variants: { maximum: 5 } } },
    output: { required: expect.arrayContaining(['scenes', 'narration']) },
  });
  for (const { example, input } of recipes)
    expect(Object.keys(input?.properties as object)).toEqual(expect.arrayContaining(Object.keys(example ?? {})));
  expect(recipes[1]).toMatchObject({ name: 'script.revise', path: '/generate/script/revise' });
  expect(api.upstream.requests).toEqual([]);
});

test('models are listed with what the gateway knows of them', async () => {
  await using api = await openScripted(wellBehaved);
  expect((await api.get('/models')).data).toEqual([
    {
      name: 'default',
      strategy: 'single',
      price: { input: 0.000001, output: 0.000002 },
      limits: { input_tokens: null, output_tokens: null },
    },
  ]);
});

describe('of the models that the gateway serves', () => {
  const facts = { input_cost_per_token: 1e-6, output_cost_per_token: 2e-6, max_input_tokens: 9000 };
  const listed = servedModels(
    [
      { model_name: 'large', model_info: { ...facts, max_output_tokens: 4000, languages: ['en', 'de'] } },
      { model_name: 'large', model_info: { ...facts, max_output_tokens: 2000, languages: ['de', 'ja'] } },
      { model_name: 'small', litellm_params: { model: 'ollama/tiny' } },
      { model_name: 'openai/*', model_info: {} },
      { model_name: 'vectors', model_info: { mode: 'embedding' } },
    ],
    'auto',
  );

  test('each group that writes stands once, at its dearest and its narrowest, in what all of it was measured in', () => {
    expect(listed[0]).toEqual({
      name: 'large',
      strategy: 'single',
      price: { input: 1e-6, output: 2e-6 },
      limits: { input_tokens: 9000, output_tokens: 2000 },
      languages: ['de'],
    });
  });

  test('what nobody knows is null, and languages that nobody measured are absent', () => {
    expect(listed[1]).toEqual({
      name: 'small',
      strategy: 'staged',
      price: null,
      limits: { input_tokens: null, output_tokens: null },
    });
  });

  test('patterns of names and models that write nothing are left out', () => {
    expect(listed.map(({ name }) => name)).toEqual(['large', 'small']);
  });
});

describe('how many there are to be', () => {
  test.each([
    ['script', { prompt: 'Tea' }, 5],
    ['thumbnail-prompt', { title: 'Tea' }, 8],
    ['metadata', { title: 'Tea' }, 10],
    ['package', { prompt: 'Tea' }, 8],
  ])('of a %s is refused above its own limit, and below one', async (recipe, body, most) => {
    await using api = await openScripted(wellBehaved);
    for (const variants of [0, most + 1, 1.5, 'many']) {
      const { status, error } = await api.post(`/generate/${recipe}`, { ...body, variants });
      expect([status, error?.details.issues]).toMatchObject([422, [{ path: 'variants' }]]);
    }
    expect(api.upstream.requests.filter(({ path }) => path.endsWith('completions'))).toEqual([]);
  });
});
