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
    expect(decode(json).choices[0]?.message).toMatchObject({ content: 'Nine bars.', thinking_blocks });
    const deltas = decodeStream(events).flatMap(({ choices }) => choices.map(({ delta }) => delta));
    expect(deltas.filter((delta) => delta.thinking_blocks)).toEqual([{ thinking_blocks }]);
  });

  it('counts cached input as part of the prompt, by how long it is kept', () => {
    const { json, events } = readFixture('anthropic', 'cached-prompt');
    const usage = {
      prompt_tokens: 12 + 2048 + 512,
      completion_tokens: 5,
      total_tokens: 2577,
      cache_read_input_tokens: 2048,
      cache_creation_input_tokens: 512,
      prompt_tokens_details: {
        cached_tokens: 2048,
        cache_creation_tokens: 512,
        cache_creation_token_details: { ephemeral_5m_input_tokens: 512, ephemeral_1h_input_tokens: 0 },
      },
    };
    expect(decode(json).usage).toEqual(usage);
    expect(decodeStream(events).at(-1)?.usage).toEqual(usage);
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
      message: { content: null, refusal },
    });
    expect(decodeStream(events).find(({ choices }) => choices[0]?.finish_reason)?.choices[0]?.delta).toEqual({
      refusal,
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
