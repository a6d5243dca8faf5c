import {
  openAiChunks,
  openAiCompletion,
  openAiError,
  startOtlpReceiver,
  startScriptedUpstream,
  type OtlpReceiver,
  type ReceivedSpan,
  type ScriptedUpstream,
  type UpstreamScript,
} from '@showrunner/testkit';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ask, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

// Each starts servers, and waits for what they tell.
vi.setConfig({ testTimeout: 90_000 });
const wait = { timeout: 30_000 };

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

async function receiver(): Promise<OtlpReceiver> {
  const started = await startOtlpReceiver();
  onTestFinished(() => started.close());
  return started;
}

async function vendor(script: UpstreamScript): Promise<ScriptedUpstream> {
  const started = await startScriptedUpstream(script);
  onTestFinished(() => started.close());
  return started;
}

async function gatewayTo(
  upstream: ScriptedUpstream,
  env: Record<string, string>,
  litellm: object = { callbacks: ['otel'] },
  retries = 0,
): Promise<StartedGateway> {
  const model = openAiModel('m', upstream.url, { num_retries: retries });
  const gateway = await startGateway({ model_list: [model], litellm_settings: litellm }, env);
  onTestFinished(async () => void (await gateway.stop()));
  return gateway;
}

const whole = {
  json: openAiCompletion({ text: 'Grüß Gott', usage: { promptTokens: 3, completionTokens: 4 } }),
};

/** The request's, and those of its attempts. */
async function spansOf(otel: OtlpReceiver, count: number): Promise<readonly [ReceivedSpan, ...ReceivedSpan[]]> {
  await expect.poll(() => otel.spans.length, wait).toBe(count);
  const isOfRequest = ({ kind }: ReceivedSpan): boolean => kind === 2;
  const request = otel.spans.find(isOfRequest);
  if (!request) throw new Error('no span of a request came');
  return [request, ...otel.spans.filter((span) => !isOfRequest(span))];
}

test.for([
  ['http/protobuf', undefined],
  ['http/json', 'http/json'],
  ['grpc', 'otlp_grpc'],
] as const)('spans are told by %s, in their caller’s trace and without content', async ([protocol, named]) => {
  const otel = await receiver();
  const upstream = await vendor([whole]);
  const gateway = await gatewayTo(upstream, {
    OTEL_EXPORTER_OTLP_ENDPOINT: protocol === 'grpc' ? otel.grpcUrl : otel.url,
    OTEL_HEADERS: 'X-Key=k',
    OTEL_RESOURCE_ATTRIBUTES: 'team=blue',
    OTEL_SERVICE_NAME: 'gate',
    ...(named && { OTEL_EXPORTER: named }),
  });
  const headers = { traceparent: TRACEPARENT, tracestate: 'vendor=1', 'user-agent': 'agent/1' };
  await gateway.post(
    ask('m', { temperature: 0.5, max_tokens: 9, seed: 2 ** 40, stop: ['a', 'b'], user: 'ann' }),
    headers,
  );
  const [request, attempt] = await spansOf(otel, 2);
  expect(otel.requests[0]).toMatchObject({ protocol, headers: { 'x-key': 'k' } });
  expect(request).toMatchObject({
    traceId: '0af7651916cd43dd8448eb211c80319c',
    parentSpanId: 'b7ad6b7169203331',
    traceState: 'vendor=1',
    spanId: expect.stringMatching(/^[0-9a-f]{16}$/),
    name: 'POST /v1/chat/completions',
    scope: 'litellm',
    status: { code: 0 },
    resource: { 'service.name': 'gate', 'deployment.environment': 'production', team: 'blue' },
    attributes: {
      'http.request.method': 'POST',
      'http.route': '/v1/chat/completions',
      'http.response.status_code': 200,
      'user_agent.original': 'agent/1',
      'client.address': '127.0.0.1',
      'litellm.model_group': 'm',
      'litellm.request.streaming': false,
      'litellm.attempts': 1,
      'litellm.end_user.id': 'ann',
      'metadata.user_api_key_hash': 'litellm_proxy_master_key',
    },
  });
  expect(request.attributes).not.toHaveProperty('gen_ai.usage.input_tokens');
  expect(attempt).toMatchObject({
    traceId: request.traceId,
    parentSpanId: request.spanId,
    name: 'chat gpt-5.4',
    kind: 3,
    attributes: {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'gpt-5.4',
      'gen_ai.request.temperature': 0.5,
      'gen_ai.request.max_tokens': 9,
      'gen_ai.request.seed': 2 ** 40,
      'gen_ai.request.stop_sequences': ['a', 'b'],
      'gen_ai.request.stream': false,
      'gen_ai.response.model': 'gpt-5.4',
      'gen_ai.response.finish_reasons': ['stop'],
      'gen_ai.usage.input_tokens': 3,
      'gen_ai.usage.output_tokens': 4,
      'server.address': '127.0.0.1',
      'server.port': Number(new URL(upstream.url).port),
      'litellm.provider.model': 'openai/gpt-5.4',
    },
  });
  const [now, startedAt, endedAt] = [BigInt(Date.now()) * 1_000_000n, request.startNanoseconds, request.endNanoseconds];
  expect(startedAt > now - 120_000_000_000n && startedAt < endedAt && endedAt < now + 1_000_000_000n).toBe(true);
  expect(String(attempt?.attributes['gen_ai.response.id'])).toMatch(/./);
  expect(JSON.stringify(otel.requests, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
    /Grüß Gott|Say hello/,
  );
});

test('each attempt is a span of its own, the failed ones with their error, and vendors are told which is theirs', async () => {
  const otel = await receiver();
  const upstream = await vendor([
    { status: 503, json: openAiError('MARKER busy') },
    { sse: openAiChunks('Hello wörld') },
  ]);
  const gateway = await gatewayTo(
    upstream,
    { OTEL_EXPORTER_OTLP_ENDPOINT: otel.url },
    { callbacks: ['otel'], forward_traceparent_to_llm_provider: true },
    1,
  );
  await (await gateway.post(ask('m', { stream: true }), { traceparent: TRACEPARENT, tracestate: 'a=b' })).text();
  const [request, first, second] = await spansOf(otel, 3);
  expect(request.attributes).toMatchObject({ 'litellm.attempts': 2, 'litellm.retries': 1 });
  expect(first).toMatchObject({
    parentSpanId: request.spanId,
    status: { code: 2, message: expect.stringContaining('MARKER busy') },
    attributes: { 'http.response.status_code': 503, 'error.type': expect.stringContaining('ServiceUnavailable') },
    events: [{ name: 'exception', attributes: { 'exception.message': expect.stringContaining('MARKER busy') } }],
  });
  expect(first?.attributes).not.toHaveProperty('gen_ai.usage.output_tokens');
  expect(second).toMatchObject({
    parentSpanId: request.spanId,
    status: { code: 0 },
    attributes: {
      'gen_ai.response.finish_reasons': ['stop'],
      'gen_ai.request.stream': true,
      'gen_ai.response.time_to_first_chunk': expect.any(Number),
    },
  });
  expect(upstream.requests.map(({ headers }) => [headers.traceparent, headers.tracestate])).toEqual(
    [first, second].map((span) => [`00-${request.traceId}-${span?.spanId}-01`, 'a=b']),
  );
});

test('langfuse_otel carries content; a hit of the cache has no attempt, and what is redacted stays so', async () => {
  const langfuse = await receiver();
  const upstream = await vendor([whole]);
  const env = { LANGFUSE_PUBLIC_KEY: 'pk', LANGFUSE_SECRET_KEY: 'sk', LANGFUSE_HOST: langfuse.url };
  const gateway = await gatewayTo(upstream, env, {
    callbacks: ['langfuse_otel'],
    cache: true,
    cache_params: { type: 'local' },
  });
  await gateway.post(ask('m'));
  await gateway.post(ask('m'));
  await gateway.post(ask('m', { temperature: 0.1 }), { 'x-litellm-enable-message-redaction': 'true' });
  await expect.poll(() => langfuse.spans.length, wait).toBe(5);
  expect(langfuse.requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from('pk:sk').toString('base64')}`);
  const [, , hit] = langfuse.spans;
  const content = langfuse.spans.map(({ kind, attributes }) => [
    kind,
    attributes['gen_ai.input.messages'],
    attributes['gen_ai.output.messages'],
  ]);
  expect(content[1]).toEqual([3, expect.stringContaining('Say hello'), expect.stringContaining('Grüß Gott')]);
  expect(content[2]).toEqual([2, undefined, expect.stringContaining('Grüß Gott')]);
  expect(hit?.attributes).toMatchObject({ 'litellm.cache_hit': true, 'gen_ai.usage.output_tokens': 4 });
  expect(content[4]).toEqual([3, expect.stringContaining('redacted'), expect.stringContaining('redacted')]);
});

test('a caller decides whether its trace is told, and a vendor is told of it without a receiver as well', async () => {
  const otel = await receiver();
  const upstream = await vendor([whole]);
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: otel.url };
  const gateway = await gatewayTo(upstream, env, { callbacks: ['otel'] });
  await gateway.post(ask('m'), { traceparent: TRACEPARENT.replace(/01$/, '00') });
  await gateway.post(ask('m'), { traceparent: `00-${'0'.repeat(32)}-b7ad6b7169203331-01` });
  const [request] = await spansOf(otel, 2);
  expect(request.traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
  expect(request.parentSpanId).toBeUndefined();
  expect(upstream.requests.map(({ headers }) => headers.traceparent)).toEqual([undefined, undefined]);
  const passing = await gatewayTo(upstream, {}, { forward_traceparent_to_llm_provider: true });
  await passing.post(ask('m'), { traceparent: TRACEPARENT });
  await passing.post(ask('m'), { traceparent: 'nonsense' });
  expect(upstream.requests.slice(2).map(({ headers }) => headers.traceparent)).toEqual([TRACEPARENT, undefined]);
});

test('a receiver that is away gets its spans later', async () => {
  const upstream = await vendor([whole]);
  let calls = 0;
  const away = await vendor(() => ({ status: ++calls === 1 ? 503 : 200, json: {} }));
  const gateway = await gatewayTo(upstream, { OTEL_EXPORTER_OTLP_ENDPOINT: away.url });
  await gateway.post(ask('m'));
  await expect.poll(() => away.requests.length, wait).toBe(2);
  expect(away.requests[1]?.bytes.equals(away.requests[0]?.bytes ?? Buffer.alloc(0))).toBe(true);
});
