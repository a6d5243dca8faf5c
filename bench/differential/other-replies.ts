import type { Behaviour, RecordedRequest } from '@showrunner/testkit';

export type Asked = Pick<RecordedRequest, 'method' | 'path' | 'body'>;

const CREATED = 1_763_856_000;

type Options = Readonly<Record<string, unknown>>;

/**
 * Whole answers of the calls that are neither chats nor Anthropic's messages, as OpenAI's API reference documents them
 * (read 2026-11; rerank as Cohere's v2). `options` are laid over the answer's members.
 */
export function otherReplies(path: string, streams: boolean, options: Options, { body, method }: Asked): Behaviour {
  const end = Object.keys(replies).find((name) => new RegExp(`${name}(/[^/]+)?$`).test(path));
  if (end === undefined)
    return { status: 404, json: { error: { message: `no ${path}`, type: 'invalid_request_error' } } };
  return replies[end]?.({ streams, options, body: asMapping(body), method, path }) ?? { status: 500, json: {} };
}

interface Call {
  readonly streams: boolean;
  readonly options: Options;
  readonly body: Options;
  readonly method: string;
  readonly path: string;
}

const replies: Readonly<Record<string, (call: Call) => Behaviour>> = {
  '/embeddings': ({ options, body }) => ({ json: { ...embeddings(body), ...options } }),
  '/api/embed': ({ options }) => ({ json: { ...ollamaEmbeddings, ...options } }),
  '/completions': ({ options, streams }) =>
    streams ? { sse: [textChunk('Hel', null), textChunk('lo', 'stop')] } : { json: { ...textCompletion, ...options } },
  '/responses': ({ options, streams, body }) =>
    streams ? { sse: responseEvents(body), done: false } : { json: { ...response(body), ...options } },
  '/images/generations': ({ options }) => ({ json: { ...images, ...options } }),
  '/images/edits': ({ options }) => ({ json: { ...images, ...options } }),
  '/images/variations': ({ options }) => ({ json: { ...images, ...options } }),
  '/audio/speech': () => ({ raw: 'ID3audio', headers: { 'content-type': 'audio/mpeg' } }),
  '/audio/transcriptions': ({ options }) => ({ json: { text: 'Hello there', ...options } }),
  '/audio/translations': ({ options }) => ({ json: { text: 'Hello there', ...options } }),
  '/moderations': ({ options }) => ({ json: { ...moderation, ...options } }),
  '/rerank': ({ options }) => ({ json: { ...rerank, ...options } }),
  '/count_tokens': ({ options }) => ({ json: { input_tokens: 14, ...options } }),
  '/files': ({ method }) => ({ json: method === 'DELETE' ? { id: 'file-1', object: 'file', deleted: true } : file }),
  '/batches': () => ({ json: batch }),
  ':generateContent': ({ options }) => ({ json: { ...contents('Hello', 'STOP'), ...options } }),
  ':streamGenerateContent': () => ({ sse: [contents('Hel'), contents('lo', 'STOP')], done: false }),
  ':countTokens': ({ options }) => ({ json: { totalTokens: 14, ...options } }),
};

/** As Gemini's API reference has it ("generateContent", read 2026-11). */
function contents(text: string, finishReason?: string): object {
  return {
    candidates: [{ index: 0, content: { role: 'model', parts: [{ text }] }, ...(finishReason && { finishReason }) }],
    usageMetadata: { promptTokenCount: 5, candidatesTokenCount: 7, totalTokenCount: 12 },
    modelVersion: 'gemini-test',
    responseId: 'gemini-answer',
  };
}

/** As Ollama's own API has it (docs/api.md, "Generate Embeddings", read 2026-11). */
const ollamaEmbeddings = {
  model: 'nomic-embed-text',
  embeddings: [
    [1, -2, 0.25],
    [1, -2, 0.25],
  ],
  prompt_eval_count: 5,
};

function asMapping(value: unknown): Options {
  return typeof value === 'object' && value !== null ? (value as Options) : {};
}

function embeddings(body: Options): object {
  const inputs = Array.isArray(body.input) ? body.input : [body.input];
  const data = inputs.map((_input, index) => ({
    object: 'embedding',
    index,
    embedding: body.encoding_format === 'base64' ? 'AACAPwAAAMAAAIA+' : [1, -2, 0.25],
  }));
  return { object: 'list', data, model: 'text-embedding-test', usage: { prompt_tokens: 5, total_tokens: 5 } };
}

const textCompletion = {
  id: 'cmpl-test',
  object: 'text_completion',
  created: CREATED,
  model: 'gpt-test',
  choices: [{ index: 0, text: 'Hello', logprobs: null, finish_reason: 'stop' }],
  usage: { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 },
};

function textChunk(text: string, finish_reason: string | null): object {
  return { ...textCompletion, usage: undefined, choices: [{ index: 0, text, logprobs: null, finish_reason }] };
}

const message = {
  type: 'message',
  id: 'msg_test',
  status: 'completed',
  role: 'assistant',
  content: [{ type: 'output_text', text: 'Hello', annotations: [], logprobs: [] }],
};

function response(body: Options): object {
  return {
    id: 'resp_test',
    object: 'response',
    created_at: CREATED,
    status: 'completed',
    error: null,
    incomplete_details: null,
    instructions: body.instructions ?? null,
    model: 'gpt-test',
    output: [message],
    parallel_tool_calls: true,
    previous_response_id: null,
    store: true,
    temperature: 1,
    text: { format: { type: 'text' } },
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    metadata: {},
    usage: {
      input_tokens: 9,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: 12,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: 21,
    },
  };
}

function responseEvents(body: Options): object[] {
  const begun = { ...response(body), status: 'in_progress', output: [], usage: null };
  const at = { item_id: 'msg_test', output_index: 0, content_index: 0 };
  const [part] = message.content;
  const events = [
    { type: 'response.created', response: begun },
    { type: 'response.in_progress', response: begun },
    {
      type: 'response.output_item.added',
      output_index: 0,
      item: { ...message, status: 'in_progress', content: [] },
    },
    { type: 'response.content_part.added', ...at, part: { ...part, text: '' } },
    { type: 'response.output_text.delta', ...at, delta: 'Hel' },
    { type: 'response.output_text.delta', ...at, delta: 'lo' },
    { type: 'response.output_text.done', ...at, text: 'Hello' },
    { type: 'response.content_part.done', ...at, part },
    { type: 'response.output_item.done', output_index: 0, item: message },
    { type: 'response.completed', response: response(body) },
  ];
  return events.map((event, sequence_number) => ({ event: event.type, data: { ...event, sequence_number } }));
}

const images = {
  created: CREATED,
  data: [{ b64_json: 'aGVsbG8=' }],
  usage: {
    input_tokens: 5,
    output_tokens: 7,
    total_tokens: 12,
    input_tokens_details: { text_tokens: 5, image_tokens: 0 },
  },
};

const moderation = {
  id: 'modr-test',
  model: 'omni-moderation-latest',
  results: [{ flagged: false, categories: { hate: false }, category_scores: { hate: 0.01 } }],
};

const rerank = {
  id: 'rerank-test',
  results: [
    { index: 1, relevance_score: 0.9 },
    { index: 0, relevance_score: 0.1 },
  ],
  meta: { api_version: { version: '2' }, billed_units: { search_units: 1 } },
};

const file = {
  id: 'file-1',
  object: 'file',
  bytes: 12,
  created_at: CREATED,
  filename: 'lines.jsonl',
  purpose: 'batch',
  status: 'processed',
};

const batch = {
  id: 'batch_1',
  object: 'batch',
  endpoint: '/v1/chat/completions',
  errors: null,
  input_file_id: 'file-1',
  completion_window: '24h',
  status: 'validating',
  output_file_id: null,
  error_file_id: null,
  created_at: CREATED,
  request_counts: { total: 0, completed: 0, failed: 0 },
  metadata: null,
};
