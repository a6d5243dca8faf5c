import { startScriptedUpstream } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { openAiModel, startGateway } from '../../testing/start-gateway.ts';

/** OpenAI's documented answers (API reference, "Create image" and "Image streaming", 2026-11). */
const usage = {
  total_tokens: 100,
  input_tokens: 50,
  output_tokens: 50,
  input_tokens_details: { text_tokens: 10, image_tokens: 40 },
};
const picture = { created: 1713833628, data: [{ b64_json: 'iVBORw0KGgo=' }], usage };
const partial = { type: 'image_generation.partial_image', b64_json: 'aGFsZg==', partial_image_index: 0 };
const completed = { type: 'image_generation.completed', b64_json: 'iVBORw0KGgo=', usage };
const events = [partial, completed].map((data) => ({ event: data.type, data }));

const asked = { model: 'm', prompt: 'Ein Fuchs im Schnee, 浮世絵', size: '1024x1024', n: 1 } as const;

describe('pictures through the gateway', () => {
  test('reach OpenAI’s SDK as the vendor sent them, billed by their tokens', async () => {
    await using upstream = await startScriptedUpstream([{ json: picture }]);
    const prices = {
      input_cost_per_token: 1,
      input_cost_per_image_token: 2,
      output_cost_per_image_token: 3,
      output_cost_per_token: 100,
    };
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, prices)] });
    const { data, response } = await gateway.openai.images.generate(asked).withResponse();
    expect(data).toMatchObject(picture);
    expect(upstream.requests[0]).toMatchObject({
      path: '/v1/images/generations',
      body: { ...asked, model: 'gpt-5.4' },
    });
    expect(response.headers.get('x-litellm-response-cost')).toBe('240');
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([{ call_type: 'aimage_generation', spend: 240, prompt_tokens: 50 }]);
  });

  test('are billed by their tokens, though the table knows a price of their size and quality', async () => {
    await using upstream = await startScriptedUpstream([{ json: picture }]);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', upstream.url, { model: 'openai/gpt-image-1' })],
    });
    const answer = await gateway.postTo('/images/generations', { ...asked, quality: 'high' });
    expect(Number(answer.headers.get('x-litellm-response-cost'))).toBeCloseTo(0.00245, 6);
  });

  test.each<[string, object, object, number]>([
    ['by the picture', { output_cost_per_image: 0.5 }, { n: 3 }, 1.5],
    ['by the pixel', { input_cost_per_pixel: 0.001 }, { size: '10x20' }, 0.2],
    ['by what the table says of its size', { model: 'openai/dall-e-3' }, { size: '1024x1792', quality: 'hd' }, 0.12],
  ])('are billed %s where the vendor counts no tokens', async (_, params, members, cost) => {
    const { usage: _usage, ...uncounted } = picture;
    await using upstream = await startScriptedUpstream([{ json: uncounted }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, params)] });
    const answer = await gateway.postTo('/images/generations', { ...asked, ...members });
    expect(Number(answer.headers.get('x-litellm-response-cost'))).toBeCloseTo(cost, 3);
  });

  test('come by and by where they are streamed, and their tokens are counted', async () => {
    await using upstream = await startScriptedUpstream([{ sse: events, done: false, sliceBytes: 11 }]);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', upstream.url, { output_cost_per_image_token: 1 })],
    });
    const stream = await gateway.openai.images.generate({ ...asked, stream: true, partial_images: 1 });
    const seen: unknown[] = [];
    for await (const event of stream) seen.push(event);
    expect(seen).toMatchObject([partial, completed]);
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([{ completion_tokens: 50 }]);
  });

  test('of a stream that is cut end in an error event and never in silence', async () => {
    await using upstream = await startScriptedUpstream([{ sse: events, done: false, cutAfter: 'completed' }]);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', upstream.url)],
      router_settings: { num_retries: 0 },
    });
    const answer = await gateway.postTo('/v1/images/generations', { ...asked, stream: true });
    const text = await answer.text();
    expect(text).toContain('partial_image_index');
    expect(text).toMatch(/event: error\ndata: \{"type":"error","error":\{/);
    const stream = await gateway.openai.images.generate({ ...asked, stream: true });
    const read = async () => {
      for await (const event of stream) expect(event.type).toBe('image_generation.partial_image');
    };
    await expect(read()).rejects.toThrow(/APIConnectionError/);
  });

  test.each<[string, object]>([
    ['a page', { raw: '<!doctype html><title>Sign in</title>' }],
    ['an error inside a 200', { json: { error: { message: 'safety system', type: 'invalid_request_error' } } }],
    ['a failure', { status: 500, json: { error: { message: 'oops' } } }],
  ])('fall back where the vendor sends %s, streamed and whole', async (_, behaviour) => {
    await using broken = await startScriptedUpstream([behaviour as { raw: string }]);
    await using other = await startScriptedUpstream(({ body }) =>
      (body as { stream?: boolean }).stream ? { sse: events, done: false } : { json: picture },
    );
    await using gateway = await startGateway({
      model_list: [openAiModel('m', broken.url), openAiModel('b', other.url)],
      router_settings: { num_retries: 0, fallbacks: [{ m: ['b'] }] },
    });
    expect(await (await gateway.postTo('/v1/images/generations', asked)).json()).toMatchObject(picture);
    const streamed = await gateway.postTo('/v1/images/generations', { ...asked, stream: true });
    expect(await streamed.text()).toContain('image_generation.completed');
  });

  test('are mocked, and refused where a member is wrong', async () => {
    await using gateway = await startGateway({
      model_list: [
        { model_name: 'm', litellm_params: { model: 'openai/x', mock_response: 'https://example.com/fox.png' } },
      ],
    });
    const { data } = await gateway.openai.images.generate(asked);
    expect(data?.[0]?.url).toBe('https://example.com/fox.png');
    const answer = await gateway.postTo('/v1/images/generations', { model: 'm', n: 1 });
    expect(await answer.json()).toMatchObject({ error: { param: 'prompt', code: '400' } });
  });
});

describe('pictures of Imagen', () => {
  const predictions = [
    { mimeType: 'image/png', bytesBase64Encoded: 'AAAA', prompt: 'A red fox' },
    { bytesBase64Encoded: 'BBBB' },
  ];
  const path = '/v1/projects/p/locations/us-central1/publishers/google/models/imagen-4.0-generate-001:predict';

  test('at Vertex AI are given as OpenAI gives them, and cost what a picture costs', async () => {
    await using upstream = await startScriptedUpstream([{ json: { predictions } }]);
    const litellm_params = {
      model: 'vertex_ai/imagen-4.0-generate-001',
      api_key: 'ya29.token',
      api_base: upstream.url,
      vertex_project: 'p',
      output_cost_per_image: 0.04,
    };
    await using gateway = await startGateway({ model_list: [{ model_name: 'm', litellm_params }] });
    const wide = {
      model: 'm',
      prompt: 'A fox',
      n: 2,
      size: '1792x1024' as const,
      response_format: 'b64_json' as const,
    };
    const { data = [] } = await gateway.openai.images.generate(wide);
    expect(data).toEqual([{ b64_json: 'AAAA', revised_prompt: 'A red fox' }, { b64_json: 'BBBB' }]);
    expect(upstream.requests[0]).toMatchObject({
      path,
      headers: { authorization: 'Bearer ya29.token' },
      body: { instances: [{ prompt: 'A fox' }], parameters: { sampleCount: 2, aspectRatio: '16:9' } },
    });
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([{ call_type: 'aimage_generation', spend: 0.08 }]);
  });

  test('at Gemini are asked for with its key; what Imagen has no word for is refused or left out', async () => {
    await using upstream = await startScriptedUpstream([{ json: { predictions } }]);
    const params = { model: 'gemini/imagen-4.0-generate-001', api_key: 'k', api_base: `${upstream.url}/v1beta` };
    await using gateway = await startGateway({
      model_list: [
        { model_name: 'm', litellm_params: params },
        { model_name: 'drops', litellm_params: { ...params, drop_params: true } },
      ],
    });
    const body = { prompt: 'A fox', size: '100x100', personGeneration: 'dont_allow', output_format: 'jpeg' };
    const refused = await gateway.postTo('/v1/images/generations', { model: 'm', ...body });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { param: 'size' } });
    expect((await gateway.postTo('/v1/images/generations', { model: 'drops', ...body })).status).toBe(200);
    expect(upstream.requests[0]).toMatchObject({
      path: '/v1beta/models/imagen-4.0-generate-001:predict',
      headers: { 'x-goog-api-key': 'k' },
      body: {
        parameters: { sampleCount: 1, personGeneration: 'dont_allow', outputOptions: { mimeType: 'image/jpeg' } },
      },
    });
    expect(upstream.requests[0]?.body).not.toHaveProperty('parameters.aspectRatio');
  });
});
