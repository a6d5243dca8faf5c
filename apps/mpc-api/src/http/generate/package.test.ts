import { openAiCompletion, openAiError, type Behaviour, type RecordedRequest } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { espressoAnswer } from '../../testing/espresso.ts';
import { openScripted, schemaOf } from '../../testing/open-scripted.ts';
import { wellBehaved } from '../../testing/start-api.ts';

const body = { prompt: 'How espresso works', image_models: ['openai'], platforms: ['youtube'], variants: 2 };

describe('a package', () => {
  test('is three results grounded in one script, each a job of its own with its own figures', async () => {
    await using api = await openScripted(wellBehaved);
    const { data, meta } = await api.post('/generate/package', { ...body, client_ref: 'row 7' });
    expect(data).toMatchObject({
      script: { title: 'How Espresso Works' },
      thumbnail: { concepts: [{}, {}] },
      metadata: { platforms: { youtube: { category_id: expect.any(String) } } },
      missing: [],
    });
    expect(meta).toMatchObject({ recipe: 'package', client_ref: 'row 7', attempts: 3 });
    const jobs = data.jobs as Record<string, string>;
    const kept = await Promise.all(Object.values(jobs).map((id) => api.get(`/jobs/${id}`)));
    expect(kept.map(({ data: job }) => [job.recipe, job.client_ref])).toEqual([
      ['script', 'row 7'],
      ['thumbnail-prompt', 'row 7'],
      ['metadata', 'row 7'],
    ]);
    expect(kept.map(({ data: job }) => job.result)).toEqual([data.script, data.thumbnail, data.metadata]);
    const again = await api.post('/generate/metadata', { script_id: jobs.script });
    expect(again.data.title).toBe((data.metadata as { title: string }).title);
    const asked = api.asked('metadata')[0] ?? '';
    expect(asked).toContain((data.script as { narration: string }).narration.slice(0, 60));
  });

  test('says of each check in which part it is', async () => {
    await using api = await openScripted(wellBehaved);
    const { meta } = await api.post('/generate/package', body);
    const paths = (meta.checks as { name: string; path: string }[]).map(({ path }) => path.split(/[.[]/)[0]);
    expect([...new Set(paths)]).toEqual(['script', 'thumbnail', 'metadata']);
  });

  test('stands without metadata that never succeed, and says what they were', async () => {
    await using api = await openScripted(lacking('metadata', ''));
    const { data, meta } = await api.post('/generate/package', body);
    expect(data).toMatchObject({
      metadata: null,
      jobs: {
        script: expect.stringMatching(/^job_/),
        'thumbnail-prompt': expect.stringMatching(/^job_/),
        metadata: null,
      },
      missing: [{ recipe: 'metadata', error: { code: 'GENERATION_FAILED', details: { checks: [{ name: 'empty' }] } } }],
    });
    expect(data.thumbnail).not.toBeNull();
    const [{ error }] = data.missing as [{ error: { details: { attempts: number } } }];
    expect(meta.attempts).toBe(2 + error.details.attempts);
  });

  test('is an error without its script, and nothing follows it', async () => {
    await using api = await openScripted(lacking('script', 'No.'));
    const answer = await api.post('/generate/package', body);
    expect(answer).toMatchObject({ error: { code: 'GENERATION_FAILED' } });
    expect(api.asked('metadata')).toEqual([]);
  });

  test('tells its parts as they are made', async () => {
    await using api = await openScripted(wellBehaved);
    const events = await api.stream('/generate/package', body);
    const parts = [...events.matchAll(/^event: part\ndata: (.*)$/gm)].map(
      ([, data = '']) => JSON.parse(data) as { recipe: string; data: object },
    );
    expect(parts[0]?.recipe).toBe('script');
    expect(parts.map(({ recipe }) => recipe).toSorted()).toEqual(['metadata', 'script', 'thumbnail-prompt']);
    expect(events).toContain('event: result');
  });

  test('leaves no job where nothing shall be kept', async () => {
    await using api = await openScripted(wellBehaved);
    const { data } = await api.post('/generate/package', { ...body, store: false });
    expect(data.jobs).toEqual({ script: null, 'thumbnail-prompt': null, metadata: null });
  });

  test('keeps within max_cost as a whole: a part that would pass it is missing', async () => {
    const usage = { promptTokens: 1_000, completionTokens: 5_000 };
    await using api = await openScripted((request) =>
      schemaOf(request) === 'script'
        ? { json: openAiCompletion({ text: JSON.stringify(espressoAnswer), usage }) }
        : wellBehaved(request),
    );
    const { data } = await api.post('/generate/package', { ...body, max_cost: 0.012 });
    expect(data.missing).toMatchObject([
      { recipe: 'thumbnail-prompt', error: { code: 'GENERATION_FAILED', details: { reason: 'max_cost' } } },
      { recipe: 'metadata', error: { details: { reason: 'max_cost' } } },
    ]);
  });

  test('that misses a part is no answer to be given again', async () => {
    let isDown = true;
    await using api = await openScripted((request) =>
      isDown && schemaOf(request) === 'metadata' ? { status: 401, json: openAiError('no') } : wellBehaved(request),
    );
    expect((await api.post('/generate/package', body)).data.missing).toMatchObject([{ recipe: 'metadata' }]);
    isDown = false;
    const again = await api.post('/generate/package', body);
    expect(again).toMatchObject({ status: 200, data: { missing: [] }, meta: { cache_hit: false } });
    expect(await api.post('/generate/package', body)).toMatchObject({ meta: { cache_hit: true } });
  });
});

/** One part is never answered, asked for in its schema or, as a last way, in plain words. */
function lacking(schema: string, text: string) {
  return (request: RecordedRequest): Behaviour =>
    (schemaOf(request) ?? schema) === schema ? { json: openAiCompletion({ text }) } : wellBehaved(request);
}
