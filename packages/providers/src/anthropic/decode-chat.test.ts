import { describe, expect, it } from 'vitest';
import { chatCall, decodeFrames } from '../conformance/chat/chat-call.ts';
import { readFixture } from '../conformance/fixtures.ts';
import { chat } from './chat.ts';

const schema = { type: 'object', properties: { title: { type: 'string' } } };

/** A model without an output format, which is held to the schema by a tool. */
const structuredCall = chatCall(
  { response_format: { type: 'json_schema', json_schema: { name: 'video', schema } } },
  { model: 'claude-3-haiku-20240307' },
);

function decode(message: object, call = chatCall()) {
  return chat.decode(new TextEncoder().encode(JSON.stringify(message)), call);
}

function decodeStream(events: readonly object[], call = chatCall()) {
  return decodeFrames(
    chat,
    events.map((event) => JSON.stringify(event)),
    call,
  );
}

describe('an answer of Anthropic', () => {
  it('keeps thinking with its signature, so that callers can send it back', () => {
    const { json, events } = readFixture('anthropic', 'reasoning');
    const thinking_blocks = [
      {
        type: 'thinking',
        thinking: expect.stringContaining('130 psi') as string,
        signature: expect.stringMatching(/^Ev/) as string,
      },
    ];
    expect(decode(json).choices[0]?.message).toMatchObject({
      content: 'Nine bars.',
      thinking_blocks,
      provider_specific_fields: { citations: null, thinking_blocks },
    });
    const deltas = decodeStream(events).flatMap(({ choices }) => choices.map(({ delta }) => delta));
    const streamed = thinking_blocks.map((block, index) => ({ ...block, index }));
    expect(deltas.filter((delta) => delta.thinking_blocks)).toEqual([
      { thinking_blocks: streamed, provider_specific_fields: { thinking_blocks: streamed } },
    ]);
  });

  it('counts cached input as part of the prompt, by how long it is kept', () => {
    const { json, events } = readFixture('anthropic', 'cached-prompt');
    const usage = {
      prompt_tokens: 12 + 2048 + 512,
      completion_tokens: 5,
      total_tokens: 2577,
      cache_read_input_tokens: 2048,
      cache_creation_input_tokens: 512,
      completion_tokens_details: { reasoning_tokens: 0, text_tokens: 5 },
      prompt_tokens_details: {
        cached_tokens: 2048,
        cache_write_tokens: 512,
        cache_creation_tokens: 512,
        text_tokens: 12,
        cache_creation_token_details: { ephemeral_5m_input_tokens: 512, ephemeral_1h_input_tokens: 0 },
      },
    };
    expect(decode(json).usage).toMatchObject(usage);
    expect(decodeStream(events).at(-1)?.usage).toMatchObject(usage);
  });

  it('has an id as completions have it, and says how it was served', () => {
    const usage = { input_tokens: 9, output_tokens: 12, service_tier: 'priority' };
    const whole = decode({ type: 'message', id: 'msg_1', content: [{ type: 'text', text: 'Grüße' }], usage });
    expect(whole.id).toMatch(/^chatcmpl-[\da-f-]{36}$/);
    expect(whole.usage).toMatchObject({
      prompt_tokens_details: { cached_tokens: 0, text_tokens: 9 },
      cache_read_input_tokens: 0,
      service_tier: 'priority',
    });
  });

  it('counts thinking that Anthropic does not count apart by its length, never above what was written', () => {
    const thought = (thinking: string) =>
      decode({
        type: 'message',
        content: [{ type: 'thinking', thinking, signature: 's' }],
        usage: { input_tokens: 9, output_tokens: 12 },
      }).usage?.completion_tokens_details;
    expect(thought('Let me see')).toEqual({ reasoning_tokens: 3, text_tokens: 9 });
    expect(thought('見てみましょう。'.repeat(20))).toEqual({ reasoning_tokens: 12, text_tokens: 0 });
  });

  it('keeps what it cites, whole and streamed', () => {
    const citation = { type: 'page_location', cited_text: 'nine bars', document_index: 0 };
    const content = [{ type: 'text', text: 'Nine.', citations: [citation] }];
    expect(decode({ type: 'message', content }).choices[0]?.message).toMatchObject({
      content: 'Nine.',
      provider_specific_fields: { citations: [[citation]] },
    });
    const deltas = decodeStream([
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'citations_delta', citation } },
      { type: 'message_delta', delta: { stop_reason: 'end_turn' } },
      { type: 'message_stop' },
    ]).map(({ choices }) => choices[0]?.delta);
    expect(deltas).toContainEqual({ provider_specific_fields: { citation } });
  });

  it('says why it was refused', () => {
    const { json, events } = readFixture('anthropic', 'content-filter');
    const refusal = expect.stringContaining('usage policy') as string;
    expect(decode(json).choices[0]).toMatchObject({
      finish_reason: 'content_filter',
      message: { content: null, refusal, provider_specific_fields: { stop_reason: 'refusal' } },
    });
    expect(decodeStream(events).find(({ choices }) => choices[0]?.finish_reason)?.choices[0]?.delta).toMatchObject({
      refusal,
      provider_specific_fields: { stop_reason: 'refusal' },
    });
  });

  it('by way of the JSON tool is text, and no call for the caller to make', () => {
    const input = { title: 'How espresso works' };
    const block = { type: 'tool_use', id: 'toolu_1', name: 'json_tool_call', input };
    const whole = decode({ type: 'message', content: [block], stop_reason: 'tool_use', usage: {} }, structuredCall);
    expect(whole.choices[0]).toEqual({
      index: 0,
      message: { role: 'assistant', content: JSON.stringify(input) },
      finish_reason: 'stop',
    });
    const chunks = decodeStream(
      [
        { type: 'message_start', message: { id: 'msg_1' } },
        { type: 'content_block_start', index: 0, content_block: { ...block, input: {} } },
        { type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: '{"title":' } },
        { type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: '"How"}' } },
        { type: 'content_block_stop', index: 0 },
        { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 9 } },
        { type: 'message_stop' },
      ],
      structuredCall,
    );
    const choices = chunks.flatMap((chunk) => chunk.choices);
    expect(choices.map(({ delta }) => delta.content ?? '').join('')).toBe('{"title":"How"}');
    expect(choices.at(-1)?.finish_reason).toBe('stop');
  });

  it('that stops without a reason is a cut answer', () => {
    const events = [
      { type: 'message_start', message: { id: 'msg_1' } },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: 'Half' } },
      { type: 'message_stop' },
    ];
    expect(() => decodeStream(events)).toThrow(/the stream ended before the answer was complete/);
  });

  it('without counts has no usage, rather than zeros', () => {
    expect(decode({ type: 'message', content: [], stop_reason: 'end_turn' })).not.toHaveProperty('usage');
  });
});
