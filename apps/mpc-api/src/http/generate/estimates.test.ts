import { operations } from '@showrunner/recipes';
import { estimateRoutes } from '@showrunner/contract';
import { openAiCompletion, type Behaviour } from '@showrunner/testkit';
import { describe, expect, it } from 'vitest';
import { openScripted, schemaOf } from '../../testing/open-scripted.ts';
import { espressoAnswer, espressoMetadata, espressoThumbnail } from '../../testing/espresso.ts';

/** Whatever is asked of it is a fault. */
function nobody(): Behaviour {
  throw new Error('A model was asked.');
}

const replies: Readonly<Record<string, unknown>> = {
  script: espressoAnswer,
  metadata: espressoMetadata,
  thumbnail_concepts: espressoThumbnail,
};

interface Estimate {
  readonly asks: number;
  readonly tokens: { readonly input: number; readonly output: number };
  readonly cost_usd: number | null;
  readonly seconds: number | null;
}

async function estimated(path: string, body: object): Promise<Estimate> {
  await using api = await openScripted(nobody);
  const answer = await api.post(`${path}/estimate`, body);
  expect([answer.status, answer.error]).toEqual([200, undefined]);
  return answer.data as unknown as Estimate;
}

const scriptAsData = { ...espressoAnswer, language: 'en', narration: 'Nine bars of pressure make espresso.' };

/** A body for each operation that needs nothing stored. */
const bodies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ...Object.fromEntries(operations.map(({ name, example }) => [name, example])),
  'script.revise': { script: scriptAsData, instruction: 'Make the hook a question' },
  'thumbnail-prompt.revise': {
    thumbnail: { concepts: [{ ...espressoThumbnail.baseline, variable: 'baseline', prompts: [] }] },
    instruction: 'At night',
  },
  'metadata.revise': {
    metadata: {
      title: 'How espresso works',
      platforms: {
        youtube: {
          titles: [],
          title: 'How espresso works',
          description: 'Nine bars.',
          tags: [],
          hashtags: [],
          chapters: [],
          localizations: {},
        },
      },
    },
    instruction: 'Shorter',
  },
};

describe('an estimate', () => {
  it.each(operations.map(({ name }) => name))('is had of every operation, and asks no model: %s', async (name) => {
    const route = Object.values(estimateRoutes).find(({ estimated: one }) => one.name === name);
    expect(route).toMatchObject({ scope: `generate:${name}` });
    const {
      asks,
      tokens,
      cost_usd: cost,
      seconds,
    } = await estimated(String(route?.path).replace(/\/estimate$/, ''), bodies[name] ?? {});
    expect([asks, seconds]).toEqual([name === 'package' ? 3 : 1, null]);
    expect(Math.min(tokens.input, tokens.output)).toBeGreaterThan(20);
    expect(cost).toBeCloseTo(tokens.input * 0.000001 + tokens.output * 0.000002, 9);
  });

  it('counts each variant, each language and each part of a long script', async () => {
    const one = await estimated('/generate/script', { prompt: 'How espresso works', duration: 60 });
    const three = await estimated('/generate/script', { prompt: 'How espresso works', duration: 60, variants: 3 });
    expect([one.asks, three.asks]).toEqual([1, 3]);
    // Later variants are told of those before them.
    expect(three.tokens.input).toBeGreaterThan(one.tokens.input * 3);
    const long = await estimated('/generate/script', { prompt: 'Wie Espresso funktioniert', duration: 1200 });
    expect(long.asks).toBe(12);
    const metadata = {
      title: 'How espresso works',
      content: 'Nine bars press the water.',
      locales: ['de', 'ja', 'ar'],
    };
    expect((await estimated('/generate/metadata', metadata)).asks).toBe(4);
    expect((await estimated('/generate/package', { prompt: 'How espresso works', locales: ['hi'] })).asks).toBe(4);
  });

  it('of a patch is nothing', async () => {
    const body = { script: scriptAsData, patch: [{ op: 'replace', path: '/title', value: 'Nine bars' }] };
    expect(await estimated('/generate/script/revise', body)).toEqual({
      asks: 0,
      tokens: { input: 0, output: 0 },
      cost_usd: 0,
      seconds: 0,
    });
  });

  it('refuses what the request itself refuses, in the same words', async () => {
    await using api = await openScripted(nobody);
    const refused: readonly (readonly [string, object])[] = [
      ['/generate/script', {}],
      ['/generate/script', { prompt: '' }],
      ['/generate/script', { prompt: 'Coffee', duration: 4 }],
      ['/generate/script', { prompt: 'Coffee', max_cost: 0.0000001 }],
      ['/generate/script', { prompt: 'Coffee', must_include: ['crema'], avoid: ['crema'] }],
      ['/generate/metadata', { script_id: 'scr_unknown' }],
      ['/generate/script/revise', { job_id: 'job_unknown', instruction: 'Shorter' }],
      ['/generate/package', { prompt: 'Coffee', platforms: ['myspace'] }],
    ];
    for (const [path, body] of refused) {
      const [asked, itself] = [await api.post(`${path}/estimate`, body), await api.post(path, body)];
      expect(asked.status).toBeGreaterThanOrEqual(400);
      expect([asked.status, asked.error?.code, asked.error?.details]).toEqual([
        itself.status,
        itself.error?.code,
        itself.error?.details,
      ]);
    }
  });

  it('says seconds by how fast the model wrote before, and what nobody knows of the body', async () => {
    await using api = await openScripted((request) => ({
      json: openAiCompletion({ text: JSON.stringify(replies[schemaOf(request) ?? '']) }),
      delayMs: 200,
    }));
    await api.post('/generate/script', { prompt: 'How espresso works', duration: 60 });
    const { data, meta } = await api.post('/generate/script/estimate', { prompt: 'How tea works', colour: 'green' });
    expect(Number(data.seconds)).toBeGreaterThan(0.1);
    expect(meta).toMatchObject({
      recipe: 'script',
      model_requested: 'default',
      strategy: 'single',
      ignored: ['colour'],
    });
  });
});
