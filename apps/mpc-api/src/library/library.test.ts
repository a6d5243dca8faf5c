import { operations } from '@showrunner/recipes';
import { emptyPostgresDatabase, requireTool } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askAs, type Ask } from '../testing/ask-as.ts';
import { KEY, startApi, type RunningApi } from '../testing/start-api.ts';

const VOICE = {
  name: 'Kitchen channel',
  description: 'A patient cook.',
  banned_words: ['delve', 'entfesseln', '解锁'],
  pace_by_language: { en: { units: 200, seconds: 60 }, Deutsch: { units: 90, seconds: 60 } },
};

function library(envOf: () => Promise<Record<string, string>>): void {
  let api: RunningApi;
  let ask: Ask;
  let others: Ask;
  beforeAll(async () => {
    api = await startApi(undefined, { env: await envOf() });
    const input = { name: 'x', scopes: ['generate:*', 'presets', 'jobs:read'] };
    const [own, other] = await Promise.all([
      askAs(api.url, KEY)('POST', '/keys', { ...input, workspace: 'studio' }),
      askAs(api.url, KEY)('POST', '/keys', { ...input, workspace: 'other' }),
    ]);
    [ask, others] = [askAs(api.url, own.data.key), askAs(api.url, other.data.key)];
  });
  afterAll(() => api[Symbol.asyncDispose]());

  const lastAsked = () => JSON.stringify(api.provider.requests.at(-1)?.body);

  test('a preset fills in what a request leaves out, and nothing else', async () => {
    const input = { audience: 'home baristas', tone: 'dry', cta: 'Subscribe', model: 'default' };
    const made = await ask('POST', '/presets', { name: 'Weekly', recipe: 'script', input, colour: 'red' });
    expect(made).toMatchObject({
      status: 201,
      data: { name: 'Weekly', recipe: 'script', input },
      meta: { ignored: ['colour'] },
    });
    const preset = made.data.id;
    const script = await ask('POST', '/generate/script', {
      prompt: 'Espresso',
      preset,
      tone: 'warm',
      cta: null,
      cache: false,
    });
    expect([script.status, script.meta.ignored]).toEqual([200, []]);
    expect(lastAsked()).toContain('home baristas');
    expect(lastAsked()).toContain('warm');
    expect(lastAsked()).not.toMatch(/dry|Subscribe/);
    const job = await ask('GET', `/jobs/${String(script.meta.job_id)}`);
    expect(job.data.input).toMatchObject({ prompt: 'Espresso', audience: 'home baristas', tone: 'warm' });
    expect((await ask('POST', '/generate/script/estimate', { prompt: 'Espresso', preset })).status).toBe(200);
  });

  test('a preset is checked when it is made, without what each request brings', async () => {
    for (const { name: recipe, example } of operations) {
      expect([recipe, (await ask('POST', '/presets', { name: 'x', recipe, input: {} })).status]).toEqual([recipe, 201]);
      expect([recipe, (await ask('POST', '/presets', { name: 'x', recipe, input: example })).status]).toEqual([
        recipe,
        201,
      ]);
    }
    const refused = async (recipe: string, input: unknown) => {
      const answer = await ask('POST', '/presets', { name: 'x', recipe, input });
      return [answer.status, answer.error?.details.issues[0]?.path];
    };
    expect(await refused('script', { duration: 'for ever' })).toEqual([422, 'input.duration']);
    expect(await refused('script', { must_include: ['tea'], avoid: ['tea'] })).toEqual([
      422,
      expect.stringContaining('input.'),
    ]);
    expect(await refused('script', { temperature: 9 })).toEqual([422, 'input.temperature']);
    expect(await refused('thumbnail-prompt', { image_models: ['paintbrush'] })).toEqual([422, 'input.image_models[0]']);
    expect(await refused('package', { platform: 'radio' })).toEqual([422, 'input.platform']);
    expect(await refused('script', { stream: true })).toEqual([422, 'input.stream']);
    expect(await refused('script', { preset: 'pre_other' })).toEqual([422, 'input.preset']);
    expect(await refused('script', { brand_voice: 'voi_unknown' })).toEqual([422, 'input.brand_voice']);
    expect(await refused('poem', {})).toEqual([422, 'recipe']);
    expect(await refused('script', ['a'])).toEqual([422, 'input']);
    const unknown = await ask('POST', '/presets', { name: 'x', recipe: 'script', input: { colour: 'red' } });
    expect([unknown.status, unknown.meta.ignored]).toEqual([201, ['input.colour']]);
  });

  test('a preset of another recipe or another workspace is refused, and so is one that is gone', async () => {
    const { id: preset } = (await ask('POST', '/presets', { name: 'x', recipe: 'metadata', input: {} })).data;
    expect(await ask('POST', '/generate/script', { prompt: 'tea', preset })).toMatchObject({
      status: 422,
      error: { details: { issues: [{ path: 'preset' }] } },
    });
    expect(await others('POST', '/generate/metadata', { content: 'tea', preset })).toMatchObject({ status: 404 });
    for (const [method, path] of [
      ['GET', `/presets/${preset}`],
      ['PATCH', `/presets/${preset}`],
      ['DELETE', `/presets/${preset}`],
      ['GET', '/presets/%20'],
      ['GET', `/brand-voices/${preset}`],
    ] as const) {
      expect([method, (await others(method, path, method === 'PATCH' ? { name: 'y' } : undefined)).status]).toEqual([
        method,
        404,
      ]);
    }
    expect((await ask('PATCH', `/presets/${preset}`, { name: 'renamed' })).data).toMatchObject({
      name: 'renamed',
      recipe: 'metadata',
    });
    expect((await ask('PATCH', `/presets/${preset}`, { input: { chapters: 'many' } })).status).toBe(422);
    expect((await ask('DELETE', `/presets/${preset}`)).status).toBe(204);
    expect((await ask('POST', '/generate/metadata', { content: 'tea', preset })).status).toBe(404);
  });

  test('what a request makes of a preset that no longer fits is said of the preset', async () => {
    const input = { avoid: ['espresso'] };
    const { id: preset } = (await ask('POST', '/presets', { name: 'x', recipe: 'script', input })).data;
    const answer = await ask('POST', '/generate/script', { prompt: 'tea', must_include: ['espresso'], preset });
    expect(answer.status).toBe(422);
    expect(
      answer.error.details.issues.some(
        ({ path }) => path.startsWith('preset.input.avoid') || path.startsWith('must_include'),
      ),
    ).toBe(true);
  });

  test('a stored voice is named by its id, in presets too, and speaks at its pace in each language', async () => {
    const made = await ask('POST', '/brand-voices', VOICE);
    expect(made).toMatchObject({
      status: 201,
      data: {
        ...VOICE,
        rules: [],
        samples: [],
        pace_by_language: { en: VOICE.pace_by_language.en, de: { units: 90, seconds: 60 } },
      },
    });
    const brand_voice = made.data.id;
    const rateOf = async (body: object) => {
      const answer = await ask('POST', '/generate/script', { brand_voice, cache: false, ...body });
      expect(answer.status).toBe(200);
      return (answer.data.duration as { rate: unknown }).rate;
    };
    expect(await rateOf({ prompt: 'How espresso works and why it tastes so good' })).toMatchObject({ value: 200 });
    expect(lastAsked()).toContain('A patient cook.');
    expect(lastAsked()).toContain('解锁');
    expect(await rateOf({ prompt: 'Espresso', language: 'en-GB' })).toMatchObject({ value: 200 });
    const aPackage = { prompt: 'How espresso works and why it tastes so good', brand_voice, cache: false };
    expect((await ask('POST', '/generate/package', aPackage)).data).toMatchObject({
      script: { duration: { rate: { value: 200 } } },
    });
    expect(
      await rateOf({ prompt: 'Espresso', language: 'en', calibration: { units: 150, seconds: 60 } }),
    ).toMatchObject({ value: 150 });
    const preset = (await ask('POST', '/presets', { name: 'x', recipe: 'script', input: { brand_voice } })).data.id;
    const byPreset = await ask('POST', '/generate/script', {
      prompt: 'Espresso',
      language: 'en',
      preset,
      cache: false,
    });
    expect([byPreset.status, (byPreset.data.duration as { rate: unknown }).rate]).toMatchObject([200, { value: 200 }]);
    expect((await others('POST', '/generate/script', { prompt: 'tea', brand_voice })).status).toBe(404);

    expect((await ask('PATCH', `/brand-voices/${brand_voice}`, { banned_words: ['unlock'] })).data).toMatchObject({
      name: VOICE.name,
      description: VOICE.description,
      banned_words: ['unlock'],
    });
    expect((await ask('DELETE', `/brand-voices/${brand_voice}`)).status).toBe(204);
    expect((await ask('POST', '/generate/script', { prompt: 'tea', preset })).status).toBe(404);
  });

  test.each([
    ['no name', {}, 400, 'name'],
    [
      'an unknown language',
      { name: 'x', pace_by_language: { klingonese: { units: 1, seconds: 1 } } },
      422,
      'pace_by_language.klingonese',
    ],
    [
      'a pace without seconds',
      { name: 'x', pace_by_language: { en: { units: 1 } } },
      422,
      'pace_by_language.en.seconds',
    ],
    [
      'one language by two names',
      { name: 'x', pace_by_language: { de: { units: 90, seconds: 60 }, Deutsch: { units: 80, seconds: 60 } } },
      422,
      'pace_by_language.Deutsch',
    ],
    [
      'more languages than anybody speaks',
      {
        name: 'x',
        pace_by_language: Object.fromEntries(
          Array.from({ length: 201 }, (__, index) => [`language ${index}`, { units: 90, seconds: 60 }]),
        ),
      },
      422,
      'pace_by_language',
    ],
    ['words that are none', { name: 'x', banned_words: [1] }, 422, 'banned_words[0]'],
  ])('a voice with %s is refused', async (_, input, status, path) => {
    const answer = await ask('POST', '/brand-voices', input);
    expect([answer.status, answer.error.details.issues[0]?.path]).toEqual([status, path]);
  });

  test('lists come in pages, and a cursor is good for its own list alone', async () => {
    const made: string[] = [];
    for (let index = 0; index < 3; index++)
      made.unshift((await others('POST', '/presets', { name: `${index}`, recipe: 'script', input: {} })).data.id);
    const first = await others('GET', '/presets?limit=2');
    const rest = await others('GET', `/presets?limit=2&cursor=${String(first.meta.next_cursor)}`);
    const ids = [first, rest].flatMap(({ data }) => (data as unknown as { id: string }[]).map(({ id }) => id));
    expect(ids).toEqual(made);
    for (const path of ['/brand-voices', '/keys', '/presets?workspace=studio'])
      expect(
        (await ask('GET', `${path}${path.includes('?') ? '&' : '?'}cursor=${String(first.meta.next_cursor)}`)).status,
      ).not.toBe(200);
  });
}

describe('the library in SQLite', () => {
  library(async () => ({}));
});

describe('the library in Postgres', requireTool('postgres'), () => {
  library(async () => ({ DATABASE_URL: await emptyPostgresDatabase() }));
});
