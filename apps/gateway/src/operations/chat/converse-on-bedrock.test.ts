import { bedrockException, converseFrames, startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, startGateway } from '../../testing/start-gateway.ts';

const MODEL = 'us.amazon.nova-pro-v1:0';
const path = `/model/${encodeURIComponent(MODEL)}`;

/** AWS's documented answer ("Converse", 2026-11). */
const answer = (content: object[], stopReason = 'end_turn'): object => ({
  output: { message: { role: 'assistant', content } },
  stopReason,
  usage: { inputTokens: 8, outputTokens: 4, totalTokens: 14, cacheReadInputTokens: 2 },
  metrics: { latencyMs: 320 },
});
const stream = (texts: readonly string[]): Record<string, object>[] => [
  { messageStart: { role: 'assistant' } },
  ...texts.map((text) => ({ contentBlockDelta: { contentBlockIndex: 0, delta: { text } } })),
  { contentBlockStop: { contentBlockIndex: 0 } },
  { messageStop: { stopReason: 'end_turn' } },
  { metadata: { usage: { inputTokens: 10, outputTokens: 4, totalTokens: 14 }, metrics: { latencyMs: 5 } } },
];
const frames = (raw: Buffer): Behaviour => ({
  raw,
  headers: { 'content-type': 'application/vnd.amazon.eventstream' },
});

async function start(script: readonly [Behaviour, ...Behaviour[]], params: object = {}) {
  const upstream = await startScriptedUpstream(script);
  const litellm_params = {
    model: `bedrock/${MODEL}`,
    aws_access_key_id: 'AKIDEXAMPLE',
    aws_secret_access_key: 'secret-of-aws',
    aws_region_name: 'eu-west-1',
    aws_bedrock_runtime_endpoint: upstream.url,
    input_cost_per_token: 1,
    output_cost_per_token: 2,
    ...params,
  };
  const gateway = await startGateway({
    model_list: [{ model_name: 'm', litellm_params }],
    router_settings: { num_retries: 0 },
  });
  return {
    gateway,
    upstream,
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await upstream.close();
    },
  };
}

test('a model of Bedrock is asked by Converse, signed, counted and priced, whole and streamed', async () => {
  const sent = stream(['Grü', 'ße']);
  await using started = await start([{ json: answer([{ text: 'Grüße' }]) }, frames(converseFrames(sent))]);
  const { gateway, upstream } = started;
  const whole = await gateway.post(
    ask('m', {
      messages: [
        { role: 'system', content: 'Kurz.' },
        { role: 'user', content: 'Hallo' },
      ],
      max_tokens: 20,
      stop: 'x',
      top_k: 5,
    }),
  );
  expect(await whole.json()).toMatchObject({
    model: 'm',
    choices: [{ message: { content: 'Grüße' }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 10, completion_tokens: 4, prompt_tokens_details: { cached_tokens: 2 } },
  });
  expect(upstream.requests[0]).toMatchObject({
    path: `${path}/converse`,
    body: {
      system: [{ text: 'Kurz.' }],
      messages: [{ role: 'user', content: [{ text: 'Hallo' }] }],
      inferenceConfig: { maxTokens: 20, stopSequences: ['x'] },
      additionalModelRequestFields: { inferenceConfig: { topK: 5 } },
    },
  });
  expect(upstream.requests[0]?.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/.*\/eu-west-1\/bedrock\//,
  );
  const options = { ...ask('m'), stream: true as const, stream_options: { include_usage: true } };
  const chunks = await Array.fromAsync(await gateway.openai.chat.completions.create(options));
  const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('');
  expect(chunks.at(-1)?.usage).toMatchObject({ prompt_tokens: 10, completion_tokens: 4 });
  expect(text).toBe('Grüße');
  expect(upstream.requests[1]?.path).toBe(`${path}/converse-stream`);
});

test('tools, their results, pictures and files go in Converse’s words', async () => {
  const use = { toolUse: { toolUseId: 'tooluse_1', name: 'weather', input: { city: 'Wien' } } };
  await using started = await start([{ json: answer([use], 'tool_use') }, { json: answer([{ text: 'Regen' }]) }]);
  const { openai } = started.gateway;
  const tools = [
    { type: 'function' as const, function: { name: 'weather', parameters: { type: 'object', properties: {} } } },
  ];
  const data = 'iVBORw0KGgo=';
  const question = {
    role: 'user' as const,
    content: [
      { type: 'text' as const, text: 'Wetter?' },
      { type: 'image_url' as const, image_url: { url: `data:image/png;base64,${data}` } },
      { type: 'file' as const, file: { filename: 'a_b.pdf', file_data: `data:application/pdf;base64,${data}` } },
    ],
  };
  const first = await openai.chat.completions.create({
    model: 'm',
    messages: [question],
    tools,
    tool_choice: 'required',
  });
  const message = first.choices[0]?.message;
  if (!message) throw new Error('nothing was answered');
  expect(message.tool_calls).toMatchObject([
    { id: 'tooluse_1', function: { name: 'weather', arguments: '{"city":"Wien"}' } },
  ]);
  const result = { role: 'tool' as const, tool_call_id: 'tooluse_1', content: 'Regen' };
  await openai.chat.completions.create({ model: 'm', messages: [question, message, result], tools });
  expect(started.upstream.requests[0]?.body).toMatchObject({
    toolConfig: {
      tools: [{ toolSpec: { name: 'weather', inputSchema: { json: { type: 'object' } } } }],
      toolChoice: { any: {} },
    },
  });
  expect(started.upstream.requests[1]?.body).toMatchObject({
    messages: [
      {
        role: 'user',
        content: [
          { text: 'Wetter?' },
          { image: { format: 'png', source: { bytes: data } } },
          { document: { format: 'pdf', name: 'a-b', source: { bytes: data } } },
        ],
      },
      { role: 'assistant', content: [use] },
      { role: 'user', content: [{ toolResult: { toolUseId: 'tooluse_1', content: [{ text: 'Regen' }] } }] },
    ],
  });
});

test.each([
  ['us.amazon.nova-2-lite-v1:0', 'medium', { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'medium' } }],
  ['us.amazon.nova-2-lite-v1:0', 'minimal', { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' } }],
  ['us.amazon.nova-2-lite-v1:0', 'none', { reasoningConfig: { type: 'disabled' } }],
  ['openai.gpt-oss-120b-1:0', 'high', { reasoning_effort: 'high' }],
])('%s is asked to think with effort "%s", and what it thought is told', async (model, effort, fields) => {
  const content = [{ reasoningContent: { reasoningText: { text: 'hm', signature: 's' } } }, { text: 'Wien' }];
  await using at = await start([{ json: answer(content) }], { model: `bedrock/${model}` });
  const { choices } = await at.gateway.openai.chat.completions.create(ask('m', { reasoning_effort: effort, top_k: 4 }));
  expect(choices[0]?.message).toMatchObject({ content: 'Wien', reasoning_content: 'hm' });
  expect(at.upstream.requests[0]?.body).toMatchObject({ additionalModelRequestFields: fields });
});

test('a model that does not think refuses an effort, and a word that is none is named', async () => {
  await using at = await start([{ json: answer([{ text: 'Wien' }]) }]);
  const refused = await at.gateway.post(ask('m', { reasoning_effort: 'high' }));
  expect([refused.status, await refused.json()]).toMatchObject([400, { error: { param: 'reasoning_effort' } }]);
  await using thinking = await start([{ json: {} }], { model: 'bedrock/us.amazon.nova-2-lite-v1:0' });
  const unknown = await thinking.gateway.post(ask('m', { reasoning_effort: 'lots' }));
  expect([unknown.status, await unknown.text()]).toMatchObject([
    400,
    expect.stringContaining('none, minimal') as string,
  ]);
});

test('Anthropic’s clients and responses reach it by a chat', async () => {
  await using started = await start([{ json: answer([{ text: 'Ja' }]) }]);
  const { anthropic, openai } = started.gateway;
  const messages = [{ role: 'user' as const, content: 'Hallo' }];
  const said = await anthropic.messages.create({ model: 'm', max_tokens: 9, messages });
  expect(said.content).toMatchObject([{ type: 'text', text: 'Ja' }]);
  expect((await openai.responses.create({ model: 'm', input: 'Hallo' })).output_text).toBe('Ja');
});

test('a stream that AWS breaks off, and one that is cut, are errors', async () => {
  const begun = stream(['Halb']).slice(0, 2);
  const broken = Buffer.concat([converseFrames(begun), bedrockException('throttlingException', 'Too many requests')]);
  await using started = await start([frames(broken), frames(converseFrames(begun))]);
  for (const expected of ['Too many requests', 'ended before the answer was complete']) {
    const text = await (await started.gateway.post(ask('m', { stream: true }))).text();
    expect(text).toContain('Halb');
    expect(text).toContain(expected);
    expect(text).not.toContain('[DONE]');
  }
});

test.each<[string, object, string]>([
  ['a seed', { seed: 1 }, 'seed'],
  [
    'a picture that has to be fetched',
    { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'https://x/y.png' } }] }] },
    'messages[0].content[0].image_url.url',
  ],
  ['no words', { messages: [{ role: 'user', content: ' ' }] }, 'messages'],
])('%s is refused, and the member is named', async (_, members, param) => {
  await using started = await start([{ json: answer([{ text: 'Ja' }]) }]);
  const refused = await started.gateway.post(ask('m', members));
  expect([refused.status, await refused.json()]).toMatchObject([400, { error: { param } }]);
  expect(started.upstream.requests).toHaveLength(0);
});
