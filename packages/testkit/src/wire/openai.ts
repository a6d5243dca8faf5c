import { textPieces } from './text-pieces.ts';

/**
 * Answers in OpenAI's chat wire, as its API reference documents them ("The chat completion object", "The chat
 * completion chunk object", "Errors"; read 2026-11).
 */
const CREATED = 1_763_856_000;
const MODEL = 'gpt-test';

export interface OpenAiCompletionOptions {
  readonly text?: string | null;
  readonly model?: string;
  readonly finishReason?: 'stop' | 'length' | 'tool_calls' | 'content_filter';
  readonly toolCalls?: readonly OpenAiToolCall[];
  readonly refusal?: string;
  readonly usage?: OpenAiUsage;
}

export interface OpenAiToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON text, as models write it. */
  readonly arguments: string;
}

/** Token counts; `cachedTokens` are a part of `promptTokens`, `reasoningTokens` of `completionTokens`. */
export interface OpenAiUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cachedTokens?: number;
  readonly reasoningTokens?: number;
}

/** One chat completion, not streamed. */
export function openAiCompletion(options: OpenAiCompletionOptions = {}): object {
  const { text = 'Hello', model = MODEL, toolCalls, refusal } = options;
  return {
    id: 'chatcmpl-test',
    object: 'chat.completion',
    created: CREATED,
    model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: toolCalls === undefined && refusal === undefined ? text : null,
          refusal: refusal ?? null,
          annotations: [],
          ...(toolCalls === undefined ? {} : { tool_calls: toolCalls.map(wireToolCall) }),
        },
        logprobs: null,
        finish_reason: options.finishReason ?? (toolCalls === undefined ? 'stop' : 'tool_calls'),
      },
    ],
    usage: wireUsage(options.usage),
    service_tier: 'default',
    system_fingerprint: 'fp_test',
  };
}

export interface OpenAiChunksOptions extends Omit<OpenAiCompletionOptions, 'text' | 'refusal'> {
  /** Characters in a chunk. Default 4, about a token. */
  readonly charactersPerChunk?: number;
  /** Whether a last chunk with empty `choices` gives the usage, as `stream_options.include_usage` asks. Default true. */
  readonly includeUsage?: boolean;
}

/** The chunks of one streamed chat completion; `[DONE]` is the upstream's affair. */
export function openAiChunks(text = 'Hello', options: OpenAiChunksOptions = {}): object[] {
  const { charactersPerChunk = 4, includeUsage = true, model = MODEL, toolCalls = [] } = options;
  const chunk = (choices: object[], usage: object | null = null): object => ({
    id: 'chatcmpl-test',
    object: 'chat.completion.chunk',
    created: CREATED,
    model,
    service_tier: 'default',
    system_fingerprint: 'fp_test',
    choices,
    ...(includeUsage ? { usage } : {}),
  });
  const delta = (content: object, finish_reason: string | null = null): object =>
    chunk([{ index: 0, delta: content, logprobs: null, finish_reason }]);
  const finishReason = options.finishReason ?? (toolCalls.length === 0 ? 'stop' : 'tool_calls');
  return [
    delta({ role: 'assistant', content: toolCalls.length === 0 ? '' : null, refusal: null }),
    ...(toolCalls.length === 0 ? textPieces(text, charactersPerChunk).map((content) => delta({ content })) : []),
    ...toolCalls.flatMap((call, index) => toolCallDeltas(call, index, charactersPerChunk).map((part) => delta(part))),
    delta({}, finishReason),
    ...(includeUsage ? [chunk([], wireUsage(options.usage))] : []),
  ];
}

/** OpenAI's error body. */
export function openAiError(message: string, type = 'invalid_request_error', code: string | null = null): object {
  return { error: { message, type, param: null, code } };
}

function toolCallDeltas(call: OpenAiToolCall, index: number, charactersPerChunk: number): object[] {
  return [
    { tool_calls: [{ index, id: call.id, type: 'function', function: { name: call.name, arguments: '' } }] },
    ...textPieces(call.arguments, charactersPerChunk).map((part) => ({
      tool_calls: [{ index, function: { arguments: part } }],
    })),
  ];
}

function wireToolCall({ id, name, arguments: text }: OpenAiToolCall): object {
  return { id, type: 'function', function: { name, arguments: text } };
}

function wireUsage(
  { promptTokens, completionTokens, cachedTokens = 0, reasoningTokens = 0 }: OpenAiUsage = {
    promptTokens: 9,
    completionTokens: 12,
  },
): object {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    prompt_tokens_details: { cached_tokens: cachedTokens, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: reasoningTokens,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}
