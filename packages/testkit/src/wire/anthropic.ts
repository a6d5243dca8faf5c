import { textPieces } from './text-pieces.ts';

/**
 * Answers in Anthropic's Messages wire, as its API reference documents them ("Messages", "Streaming Messages",
 * "Errors"; read 2026-11).
 */
const MODEL = 'claude-test';

export interface AnthropicMessageOptions {
  readonly text?: string;
  readonly model?: string;
  readonly stopReason?: 'end_turn' | 'max_tokens' | 'stop_sequence' | 'tool_use' | 'refusal' | 'pause_turn';
  readonly stopSequence?: string;
  /** Thinking that comes before the text. */
  readonly thinking?: string;
  readonly toolUses?: readonly AnthropicToolUse[];
  readonly usage?: AnthropicUsage;
}

export interface AnthropicToolUse {
  readonly id: string;
  readonly name: string;
  readonly input: object;
}

/** Token counts; cache reads and writes come on top of `inputTokens`, as Anthropic counts them. */
export interface AnthropicUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens?: number;
  readonly cacheWriteTokens?: number;
}

type ContentBlock =
  | { type: 'thinking'; thinking: string; signature: string }
  | { type: 'text'; text: string }
  | { type: 'tool_use'; id: string; name: string; input: object };

/** An event of a stream with its name, in the form that `{ sse }` behaviours take. */
export interface AnthropicEvent {
  readonly event: string;
  readonly data: object;
}

/** One message, not streamed. */
export function anthropicMessage(options: AnthropicMessageOptions = {}): object {
  return {
    ...messageHead(options),
    content: contentBlocks(options),
    stop_reason: stopReasonOf(options),
    stop_sequence: options.stopSequence ?? null,
    usage: wireUsage(options.usage),
  };
}

/** The events of one streamed message, with a `ping` after the first block has started, as the service sends it. */
export function anthropicEvents(text = 'Hello', options: Omit<AnthropicMessageOptions, 'text'> = {}): AnthropicEvent[] {
  const message = { ...options, text };
  const usage = wireUsage(options.usage);
  const blocks = contentBlocks(message).flatMap((block, index) => blockEvents(block, index));
  return [
    named('message_start', {
      message: {
        ...messageHead(message),
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { ...usage, output_tokens: 1 },
      },
    }),
    ...blocks.slice(0, 1),
    named('ping', {}),
    ...blocks.slice(1),
    named('message_delta', {
      delta: { stop_reason: stopReasonOf(message), stop_sequence: options.stopSequence ?? null },
      usage: { output_tokens: usage.output_tokens },
    }),
    named('message_stop', {}),
  ];
}

/** Anthropic's error body; in a stream, `{ event: 'error', data: anthropicError(…) }`. */
export function anthropicError(type: string, message: string): object {
  return { type: 'error', error: { type, message }, request_id: 'req_test' };
}

function messageHead({ model = MODEL }: AnthropicMessageOptions): object {
  return { id: 'msg_test', type: 'message', role: 'assistant', model };
}

function contentBlocks({ thinking, text = 'Hello', toolUses = [] }: AnthropicMessageOptions): ContentBlock[] {
  return [
    ...(thinking === undefined ? [] : [{ type: 'thinking', thinking, signature: 'c2lnbmF0dXJl' } as const]),
    ...(text === '' ? [] : [{ type: 'text', text } as const]),
    ...toolUses.map((toolUse) => ({ type: 'tool_use', ...toolUse }) as const),
  ];
}

function stopReasonOf({ stopReason, stopSequence, toolUses = [] }: AnthropicMessageOptions): string {
  if (stopReason !== undefined) return stopReason;
  if (stopSequence !== undefined) return 'stop_sequence';
  return toolUses.length === 0 ? 'end_turn' : 'tool_use';
}

function blockEvents(block: ContentBlock, index: number): AnthropicEvent[] {
  return [
    named('content_block_start', { index, content_block: emptyBlock(block) }),
    ...blockDeltas(block).map((delta) => named('content_block_delta', { index, delta })),
    named('content_block_stop', { index }),
  ];
}

function emptyBlock(block: ContentBlock): object {
  switch (block.type) {
    case 'thinking':
      return { type: 'thinking', thinking: '', signature: '' };
    case 'text':
      return { type: 'text', text: '' };
    case 'tool_use':
      return { ...block, input: {} };
  }
}

function blockDeltas(block: ContentBlock): object[] {
  switch (block.type) {
    case 'thinking':
      return [
        ...halves(block.thinking).map((thinking) => ({ type: 'thinking_delta', thinking })),
        { type: 'signature_delta', signature: block.signature },
      ];
    case 'text':
      return halves(block.text).map((text) => ({ type: 'text_delta', text }));
    case 'tool_use':
      // The service opens a tool's input with an empty piece.
      return ['', ...halves(JSON.stringify(block.input))].map((partial_json) => ({
        type: 'input_json_delta',
        partial_json,
      }));
  }
}

function wireUsage(
  { inputTokens, outputTokens, cacheReadTokens = 0, cacheWriteTokens = 0 }: AnthropicUsage = {
    inputTokens: 9,
    outputTokens: 12,
  },
) {
  return {
    input_tokens: inputTokens,
    cache_creation_input_tokens: cacheWriteTokens,
    cache_read_input_tokens: cacheReadTokens,
    output_tokens: outputTokens,
    service_tier: 'standard',
  };
}

function named(type: string, rest: object): AnthropicEvent {
  return { event: type, data: { type, ...rest } };
}

/** Two deltas show whether a reader joins them. */
function halves(text: string): string[] {
  return textPieces(text, Math.ceil(text.length / 2));
}
