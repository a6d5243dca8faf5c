import { startScriptedUpstream, type RecordedRequest, type UpstreamScript } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { AWS_IDENTITY, isSigned } from '../../testing/aws-signature.ts';
import { startGateway } from '../../testing/start-gateway.ts';

async function before(script: UpstreamScript, params: (url: string) => object) {
  const upstream = await startScriptedUpstream(script);
  const gateway = await startGateway({
    model_list: [{ model_name: 'm', litellm_params: params(upstream.url) }],
    router_settings: { num_retries: 0 },
  });
  const embed = async (members: object) => {
    const answer = await gateway.postTo('/v1/embeddings', { model: 'm', ...members });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  };
  return {
    gateway,
    embed,
    requests: upstream.requests,
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await upstream.close();
    },
  };
}

const listOf = (...vectors: number[][]) =>
  vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }));

describe('embeddings of Gemini', () => {
  const params = (url: string) => ({ model: 'gemini/gemini-embedding-001', api_key: 'k', api_base: `${url}/v1beta` });
  const json = { embeddings: [{ values: [1, 2] }, { values: [3, 4] }] };

  test('are asked for in one batch, and read by OpenAI’s SDK', async () => {
    await using at = await before([{ json }], params);
    const { data } = await at.gateway.openai.embeddings.create({ model: 'm', input: ['a', 'b'], dimensions: 2 });
    expect(data.map(({ embedding }) => [...embedding])).toEqual([
      [1, 2],
      [3, 4],
    ]);
    const request = (text: string) => ({
      model: 'models/gemini-embedding-001',
      content: { parts: [{ text }] },
      outputDimensionality: 2,
    });
    expect(at.requests[0]).toMatchObject({
      path: '/v1beta/models/gemini-embedding-001:batchEmbedContents',
      body: { requests: [request('a'), request('b')] },
    });
    expect(at.requests[0]?.headers).toMatchObject({ 'x-goog-api-key': 'k' });
    const rows = (await (await at.gateway.get('/spend/logs')).json()) as { prompt_tokens: number }[];
    expect(rows[0]?.prompt_tokens).toBeGreaterThan(0);
  });

  test('are given to Google’s SDK, with what they are for', async () => {
    await using at = await before([{ json }, { json: { embeddings: [{ values: [1] }] } }], params);
    const config = { taskType: 'RETRIEVAL_QUERY', outputDimensionality: 2 };
    const read = await at.gateway.google.models.embedContent({ model: 'm', contents: ['a', 'b'], config });
    expect(read.embeddings).toEqual([{ values: [1, 2] }, { values: [3, 4] }]);
    expect(at.requests[0]?.body).toMatchObject({
      requests: [{ taskType: 'RETRIEVAL_QUERY', outputDimensionality: 2 }, { content: { parts: [{ text: 'b' }] } }],
    });
    const single = await at.gateway.postTo('/v1beta/models/m:embedContent', { content: { parts: [{ text: 'a' }] } });
    expect(await single.json()).toEqual({ embedding: { values: [1] } });
  });

  test.each<[string, object, string]>([
    ['no content', {}, 'content is required'],
    ['a content without text', { content: { parts: [{ inlineData: {} }] } }, 'content is required'],
  ])('of %s are refused in Google’s form', async (_, body, word) => {
    await using at = await before([{ json }], params);
    const answer = await at.gateway.postTo('/v1beta/models/m:embedContent', body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { status: 'INVALID_ARGUMENT', message: expect.stringContaining(word) as string },
    });
  });

  test('take no token ids, and are not believed where a vector is none', async () => {
    await using at = await before([{ json: { embeddings: [{ values: ['x'] }] } }], params);
    expect(await at.embed({ input: [1, 2] })).toMatchObject({ status: 400, json: { error: { param: 'input' } } });
    expect((await at.embed({ input: 'a' })).status).toBe(502);
  });
});

test('Google’s SDK gets vectors of OpenAI’s models, which are told nothing of Google’s purposes', async () => {
  const json = {
    object: 'list',
    model: 'x',
    data: listOf([1], [2]).toReversed(),
    usage: { prompt_tokens: 2, total_tokens: 2 },
  };
  await using at = await before([{ json }], (url) => ({
    model: 'openai/text-embedding-3-small',
    api_key: 'k',
    api_base: url,
  }));
  const config = { taskType: 'RETRIEVAL_QUERY' };
  const read = await at.gateway.google.models.embedContent({ model: 'm', contents: ['a', 'b'], config });
  expect(read.embeddings).toEqual([{ values: [1] }, { values: [2] }]);
  expect(at.requests[0]?.body).toEqual({
    model: 'text-embedding-3-small',
    input: ['a', 'b'],
    encoding_format: 'float',
  });
});

describe('embeddings of Vertex AI', () => {
  const params = (model: string) => (url: string) => ({
    model: `vertex_ai/${model}`,
    api_key: 'ya29.token',
    api_base: url,
    vertex_project: 'p',
    vertex_location: 'europe-west1',
  });
  const prediction = (values: number[]) => ({
    embeddings: { values, statistics: { token_count: 3, truncated: false } },
  });
  const place = '/v1/projects/p/locations/europe-west1/publishers/google/models';

  test('are predictions, counted by it', async () => {
    await using at = await before(
      [{ json: { predictions: [prediction([1]), prediction([2])] } }],
      params('text-embedding-005'),
    );
    const { json } = await at.embed({ input: ['a', 'b'], dimensions: 1, input_type: 'RETRIEVAL_DOCUMENT', title: 'T' });
    expect(json).toMatchObject({ data: listOf([1], [2]), usage: { prompt_tokens: 6, total_tokens: 6 } });
    expect(at.requests[0]).toMatchObject({
      path: `${place}/text-embedding-005:predict`,
      headers: { authorization: 'Bearer ya29.token' },
      body: {
        instances: [
          { content: 'a', task_type: 'RETRIEVAL_DOCUMENT', title: 'T' },
          { content: 'b', task_type: 'RETRIEVAL_DOCUMENT', title: 'T' },
        ],
        parameters: { outputDimensionality: 1 },
      },
    });
  });

  test('go one by one where the model takes one text a call', async () => {
    const script = ({ body }: RecordedRequest) => {
      const { instances } = body as { instances: { content: string }[] };
      return { json: { predictions: instances.map(({ content }) => prediction([Number(content)])) } };
    };
    await using at = await before(script, params('gemini-embedding-001'));
    const input = Array.from({ length: 9 }, (_, index) => String(index));
    const { json } = await at.embed({ input });
    expect(json).toMatchObject({ data: listOf(...input.map((text) => [Number(text)])), usage: { prompt_tokens: 27 } });
    expect(at.requests).toHaveLength(9);
  });
});

describe('embeddings of Bedrock', () => {
  const params = (model: string) => (url: string) => ({
    model: `bedrock/${model}`,
    ...AWS_IDENTITY,
    aws_region_name: 'eu-west-1',
    aws_bedrock_runtime_endpoint: url,
  });

  test('of Titan go one by one, each signed, and are counted', async () => {
    const script = ({ body }: RecordedRequest) => ({
      json: { embedding: [(body as { inputText: string }).inputText.length], inputTextTokenCount: 2 },
    });
    await using at = await before(script, params('amazon.titan-embed-text-v2:0'));
    const { json } = await at.embed({ input: ['a', 'bb', 'ccc'], dimensions: 256, normalize: false });
    expect(json).toMatchObject({ data: listOf([1], [2], [3]), usage: { prompt_tokens: 6 } });
    expect(at.requests).toHaveLength(3);
    for (const request of at.requests) {
      expect(request.path).toBe(`/model/${encodeURIComponent('amazon.titan-embed-text-v2:0')}/invoke`);
      expect(request.body).toMatchObject({ dimensions: 256, normalize: false });
      expect(isSigned(request, 'eu-west-1')).toBe(true);
    }
    const rows = (await (await at.gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([{ call_type: 'aembedding', prompt_tokens: 6 }]);
  });

  test('of Titan’s first models have one size, and its pictures are data URLs', async () => {
    await using text = await before(
      [{ json: { embedding: [1], inputTextTokenCount: 2 } }],
      params('amazon.titan-embed-text-v1'),
    );
    expect(await text.embed({ input: 'a', dimensions: 256 })).toMatchObject({
      status: 400,
      json: { error: { param: 'dimensions' } },
    });
    await using image = await before(
      [{ json: { embedding: [1], inputTextTokenCount: 0 } }],
      params('amazon.titan-embed-image-v1'),
    );
    await image.embed({ input: 'data:image/png;base64,AAAA', dimensions: 256 });
    expect(image.requests[0]?.body).toEqual({ inputImage: 'AAAA', embeddingConfig: { outputEmbeddingLength: 256 } });
  });

  test.each([
    ['cohere.embed-multilingual-v3', {}, { embeddings: [[1], [2]], response_type: 'embeddings_floats' }, {}],
    [
      'us.cohere.embed-v4:0',
      { dimensions: 256, input_type: 'search_query' },
      { embeddings: { float: [[1], [2]] } },
      { input_type: 'search_query', output_dimension: 256, embedding_types: ['float'] },
    ],
  ])('of %s go together', async (model, members, answer, sent) => {
    await using at = await before([{ json: answer }], params(model));
    const { json } = await at.embed({ input: ['a', 'b'], ...members });
    expect(json).toMatchObject({ data: listOf([1], [2]) });
    expect(at.requests[0]?.body).toEqual({ texts: ['a', 'b'], input_type: 'search_document', ...sent });
    expect(at.requests[0] && isSigned(at.requests[0], 'eu-west-1')).toBe(true);
  });

  test('of a model that embeds nothing are refused', async () => {
    await using at = await before([{ json: {} }], params('amazon.nova-pro-v1:0'));
    expect(await at.embed({ input: 'a' })).toMatchObject({ status: 400, json: { error: { param: 'model' } } });
  });
});

describe('embeddings of Hugging Face', () => {
  test.each<[string, unknown, number[][]]>([
    [
      'vectors',
      [
        [1, 2],
        [3, 4],
      ],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'a vector for each token',
      [
        [
          [1, 2],
          [9, 9],
        ],
        [[3, 4]],
      ],
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ])('of a server of one’s own may be %s', async (_, answer, expected) => {
    await using at = await before([{ json: answer }], (url) => ({
      model: 'huggingface/BAAI/bge-m3',
      api_key: 'hf_x',
      api_base: `${url}/embed`,
    }));
    const { json } = await at.embed({ input: ['a', 'b'], normalize: true });
    expect(json).toMatchObject({ data: listOf(...expected) });
    expect(at.requests[0]).toMatchObject({
      path: '/embed',
      headers: { authorization: 'Bearer hf_x' },
      body: { inputs: ['a', 'b'], normalize: true },
    });
  });
});
