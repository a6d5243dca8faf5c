import {
  anthropicEvents,
  anthropicMessage,
  bedrockException,
  bedrockFrames,
  startScriptedUpstream,
  type Behaviour,
} from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { AWS_IDENTITY, isSigned } from '../../testing/aws-signature.ts';
import { ask, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

const MODEL = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const question = { model: 'm', max_tokens: 100, messages: [{ role: 'user' as const, content: 'Grüße' }] };

async function start(url: string, params: object = {}): Promise<StartedGateway> {
  const litellm_params = {
    model: `bedrock/${MODEL}`,
    ...AWS_IDENTITY,
    aws_region_name: 'eu-west-1',
    aws_bedrock_runtime_endpoint: url,
    ...params,
  };
  return startGateway({ model_list: [{ model_name: 'm', litellm_params }], router_settings: { num_retries: 0 } });
}

function framed(raw: Buffer): Behaviour {
  return { raw, headers: { 'content-type': 'application/vnd.amazon.eventstream' }, sliceBytes: 13 };
}

test('Claude at Bedrock is asked with a signature, over both wires', async () => {
  await using upstream = await startScriptedUpstream([{ json: anthropicMessage({ text: 'Hallo' }) }]);
  await using gateway = await start(upstream.url);
  const message = await gateway.anthropic.messages.create(question, {
    headers: { 'anthropic-beta': 'context-1m-2025-08-07,claude-code-20250219' },
  });
  expect(message).toMatchObject({ model: 'm', content: [{ type: 'text', text: 'Hallo' }] });
  const completion = await gateway.openai.chat.completions.create(ask('m', { temperature: 0.5 }));
  expect(completion.choices[0]?.message.content).toBe('Hallo');
  const [first, second] = upstream.requests;
  expect(first?.path).toBe(`/model/${encodeURIComponent(MODEL)}/invoke`);
  expect(first?.body).toEqual({
    max_tokens: 100,
    messages: question.messages,
    anthropic_version: 'bedrock-2023-05-31',
    anthropic_beta: ['context-1m-2025-08-07'],
  });
  expect(second?.body).not.toHaveProperty('model');
  for (const request of upstream.requests) expect(isSigned(request, 'eu-west-1')).toBe(true);
});

test('a stream is unframed, thinking, calls and all, over both wires', async () => {
  const events = anthropicEvents('Grüße', {
    thinking: 'hm',
    toolUses: [{ id: 'toolu_1', name: 'Read', input: { a: 1 } }],
  });
  await using upstream = await startScriptedUpstream([framed(bedrockFrames(events))]);
  await using gateway = await start(upstream.url);
  const message = await gateway.anthropic.messages.stream(question).finalMessage();
  expect(message.content).toMatchObject([
    { type: 'thinking', thinking: 'hm', signature: 'c2lnbmF0dXJl' },
    { type: 'text', text: 'Grüße' },
    { type: 'tool_use', id: 'toolu_1', input: { a: 1 } },
  ]);
  const stream = await gateway.openai.chat.completions.create({ ...ask('m'), stream: true });
  const chunks = await Array.fromAsync(stream);
  expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe('Grüße');
  expect(upstream.requests[0]?.path).toMatch(/\/invoke-with-response-stream$/);
  expect(upstream.requests[0]?.body).not.toHaveProperty('stream');
});

test('what breaks a stream of frames is told, and is no end', async () => {
  const events = anthropicEvents('Hello there');
  const begun = bedrockFrames(events.slice(0, 4));
  const broken = Buffer.from(bedrockFrames(events));
  broken.writeUInt8(1, broken.length - 1);
  await using upstream = await startScriptedUpstream([
    framed(Buffer.concat([begun, bedrockException('throttlingException', 'Too many tokens')])),
    framed(begun),
    framed(broken),
    framed(Buffer.from('garbage that is no frame at all')),
  ]);
  await using gateway = await start(upstream.url);
  for (const reason of [/Too many tokens/, /closed the connection/, /checksum/, /no event stream/]) {
    const streamed = gateway.anthropic.messages.stream(question).finalMessage();
    await expect(streamed).rejects.toThrow(reason);
  }
});

test('a key of Bedrock’s own is a bearer’s token, and nothing is signed', async () => {
  await using upstream = await startScriptedUpstream([{ json: anthropicMessage() }]);
  await using gateway = await start(upstream.url, { api_key: 'bedrock-api-key' });
  await gateway.anthropic.messages.create(question);
  expect(upstream.requests[0]?.headers.authorization).toBe('Bearer bedrock-api-key');
});

test('the region comes from the model’s own name first', async () => {
  await using upstream = await startScriptedUpstream([{ json: anthropicMessage() }]);
  await using gateway = await start(upstream.url, { model: 'bedrock/us-east-1/anthropic.claude-sonnet-4-6' });
  await gateway.anthropic.messages.create(question);
  const [sent] = upstream.requests;
  expect(sent?.path).toBe('/model/anthropic.claude-sonnet-4-6/invoke');
  expect(sent && isSigned(sent, 'us-east-1')).toBe(true);
});

test('without credentials the call says so, and its agents are refused in the configuration', async () => {
  await using upstream = await startScriptedUpstream([{ json: {} }]);
  await using gateway = await start(upstream.url, { aws_access_key_id: undefined });
  await expect(gateway.anthropic.messages.create(question)).rejects.toThrow(/aws_access_key_id/);
  expect(upstream.requests).toHaveLength(0);
  await using agent = await startGateway({
    model_list: [
      { model_name: 'agent', litellm_params: { model: 'bedrock/agent/ABC/DEF' } },
      { model_name: 'm', litellm_params: { model: 'openai/x', mock_response: 'fine' } },
    ],
  });
  const refused = await agent.post(ask('agent'));
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('agents of Bedrock');
});
