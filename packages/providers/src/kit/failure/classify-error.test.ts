import { describe, expect, it } from 'vitest';
import type { ProviderErrorKind } from '../../spec/error.ts';
import { classifyError } from './classify-error.ts';

const vendor = { name: 'acme', title: 'Acme' };

function classify(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return classifyError(vendor, status, headers, new TextEncoder().encode(text));
}

function openAiError(message: string, code: string | null = null, type = 'invalid_request_error') {
  return { error: { message, type, param: null, code } };
}

const contextWindowWordings = [
  'prompt token count of 140000 exceeds the limit of 128000',
  'Prompt exceeds max length',
  'Input length 40000 exceeds the maximum length 32768',
  'The provided prompt is 5500 long, so generating 3000 tokens requires a sequence length of 8500, but the maximum supported sequence length is just 8192!',
  "This endpoint's maximum context length is 32768 tokens. However, you requested about 40001 tokens",
  'Please reduce the length of the messages or completion. Current length is 10000 while limit is 8192',
  'input length and `max_tokens` exceed context limit: 190000 + 64000 > 200000',
  'Input is too long for requested model.',
  'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).',
  'Your input exceeds the context window of this model.',
  "This model's maximum prompt length is 131072 but the request contains 537812 tokens.",
  'The prompt is too long: 300000, model maximum context length: 131071',
  '`inputs` must have less than 4096 tokens. Given: 5000',
  'too many tokens: total number of tokens in the prompt cannot exceed 4081 - received 5000',
  'The decoder prompt (length 5000) is longer than the maximum model length of 4096.',
  'Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens',
  'the input length exceeds the context length',
  'the number of input tokens 5000 cannot exceed the total tokens limit 4096 for this model',
  'Invalid request: Your request exceeded model token limit: 8192',
  'Total tokens of image and text exceed max message tokens.',
  'Range of input length should be [1, 30720]',
  'Input too long: 9000 input tokens, limit is 8192',
  'The maximum input length is 8192 tokens.',
  'expected maxLength: 50000, actual: 60000, please reformat your input and try again.',
  'length of prompt_tokens (9000) must be less than max_seq_len (8192).',
  "This is longer than the model's maximum context length",
  'Request payload size exceeds the limit: 20971520 bytes.',
  'Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length',
];

describe('an answer that is an error', () => {
  it.each<[string, number, unknown, ProviderErrorKind]>([
    ['OpenAI, by code', 400, openAiError('Too long.', 'context_length_exceeded'), 'context_window'],
    [
      'IBM watsonx',
      400,
      {
        errors: [
          {
            code: 'invalid_input_argument',
            message: 'the number of input tokens 5000 cannot exceed the total tokens limit 4096',
          },
        ],
      },
      'context_window',
    ],
    ['OpenAI, by words', 400, openAiError("This model's maximum context length is 8192 tokens."), 'context_window'],
    [
      'Anthropic',
      400,
      {
        type: 'error',
        error: { type: 'invalid_request_error', message: 'prompt is too long: 210000 tokens > 200000 maximum' },
      },
      'context_window',
    ],
    ['llama.cpp', 400, openAiError('the request exceeds the available context size'), 'context_window'],
    [
      'vLLM',
      400,
      { object: 'error', message: "is longer than the model's context length", code: 400 },
      'context_window',
    ],
    ...contextWindowWordings.map((said): [string, number, unknown, ProviderErrorKind] => [
      'a vendor',
      400,
      openAiError(said),
      'context_window',
    ]),
    [
      "Hugging Face's TGI",
      422,
      {
        error:
          'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4097. Given: 4000 `inputs` tokens and 1000 `max_new_tokens`',
        error_type: 'validation',
      },
      'context_window',
    ],
    [
      'GitHub Models',
      413,
      {
        error: {
          code: 'tokens_limit_reached',
          message: 'Request body too large for gpt-4o model. Max size: 8000 tokens.',
        },
      },
      'context_window',
    ],
    [
      'Groq, of its limit a minute',
      413,
      openAiError(
        'Request too large for model `llama-3.3-70b-versatile` on tokens per minute (TPM): Limit 6000, Requested 9001',
        'rate_limit_exceeded',
        'tokens',
      ),
      'invalid_request',
    ],
    ['OpenAI', 400, openAiError('rejected as a result of our safety system'), 'content_policy'],
    [
      'Azure',
      400,
      openAiError("triggering Azure OpenAI's content management policy", 'content_filter'),
      'content_policy',
    ],
    ['OpenRouter', 403, { error: { code: 403, message: 'Your input was flagged by moderation' } }, 'content_policy'],
    ['Amazon', 400, { Message: 'Input is too long for requested model.' }, 'context_window'],
    ['Baidu', 400, { error_code: 336, error_msg: 'no' }, 'invalid_request'],
    ['Hugging Face', 422, { error: ['Error in `inputs`'], warnings: [] }, 'invalid_request'],
    ['DeepSeek', 402, openAiError('Insufficient Balance'), 'payment'],
    [
      'OpenAI',
      429,
      openAiError('You exceeded your current quota', 'insufficient_quota', 'insufficient_quota'),
      'payment',
    ],
    [
      'Anthropic',
      400,
      { type: 'error', error: { type: 'invalid_request_error', message: 'Your credit balance is too low' } },
      'payment',
    ],
    [
      'OpenAI, of a long user name',
      400,
      openAiError("Invalid 'user': string too long.", 'string_above_max_length'),
      'invalid_request',
    ],
    ['Mistral', 422, { detail: [{ loc: ['body', 'n'], msg: 'Extra inputs are not permitted' }] }, 'invalid_request'],
    ['Ollama', 404, { error: 'model "qwen" not found' }, 'not_found'],
    ['Alibaba', 500, { code: 'InternalError', msg: 'please wait for some context' }, 'server'],
  ])('of %s with status %i is understood: %#', (_vendor, status, body, kind) => {
    expect(classify(status, body)).toMatchObject({ kind, status, provider: 'acme' });
  });

  it.each([
    [403, 403, 'permission', false],
    [408, 408, 'timeout', true],
    [409, 409, 'invalid_request', true],
    [413, 413, 'invalid_request', false],
    [422, 422, 'invalid_request', false],
    [429, 429, 'rate_limit', true],
    [500, 500, 'server', true],
    [502, 502, 'server', true],
    [504, 504, 'timeout', true],
    [529, 503, 'overloaded', true],
    [302, 502, 'server', true],
  ])('with status %i becomes %i, %s, retryable: %s', (status, outward, kind, isRetryable) => {
    expect(classify(status, '')).toMatchObject({ status: outward, kind, isRetryable });
  });

  it('is not retried when it says that money or room is missing, whatever its status', () => {
    expect(classify(429, openAiError('', 'insufficient_quota')).isRetryable).toBe(false);
    expect(classify(400, openAiError('', 'context_length_exceeded')).isRetryable).toBe(false);
    expect(classify(200, openAiError('', 'context_length_exceeded'))).toMatchObject({
      kind: 'context_window',
      status: 400,
    });
  });

  it('keeps the words, type, param and code of the vendor', () => {
    const error = classify(400, {
      error: { message: 'Bad n.', type: 'invalid_request_error', param: 'n', code: 'bad' },
    });
    expect(error.message).toBe('Acme: Bad n.');
    expect(error).toMatchObject({ vendorType: 'invalid_request_error', vendorParam: 'n', vendorCode: 'bad' });
  });

  it('of a prompt that breaks a server is one of the request', () => {
    expect(classify(500, openAiError('context size has been exceeded'))).toMatchObject({
      kind: 'context_window',
      status: 400,
      isRetryable: false,
    });
  });

  it('of MiniMax, beside an answer of 200, has a status by its number', () => {
    const said = (status_code: number) =>
      classify(200, { base_resp: { status_code, status_msg: 'no' }, choices: null });
    expect([1002, 1004, 1008, 1000].map((code) => said(code).status)).toEqual([429, 401, 402, 500]);
  });

  it('never repeats a key', () => {
    const error = classify(401, openAiError('Incorrect API key provided: sk-proj-abc***xyz9.'));
    expect(error.message).toBe('Acme: Incorrect API key provided: [redacted]');
  });

  it('stays short', () => {
    expect(classify(400, openAiError('x'.repeat(100_000))).message.length).toBeLessThan(2100);
  });

  it.each([
    ['<html><head><title>Bad gateway</title></head></html>', 'an HTML page: "Bad gateway"'],
    ['', 'an empty body'],
    ['upstream timed out', 'it starts with "upstream timed out"'],
  ])('with a body that is no JSON says what it was: %s', (body, words) => {
    expect(classify(502, body).message).toContain(words);
    expect(classify(200, body)).toMatchObject({ kind: 'malformed_answer', status: 502, isRetryable: true });
    expect(classify(200, body).message).toContain(words);
  });

  it('that is a long page of broken tags holds nobody up', () => {
    const startedAt = performance.now();
    expect(classify(502, `<html>${'<title'.repeat(170_000)}`).message).toContain('an HTML page');
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  it('inside a 200 takes its status from its code or its type', () => {
    expect(classify(200, { error: { code: 429, message: 'slow' } })).toMatchObject({ status: 429, kind: 'rate_limit' });
    expect(classify(200, openAiError('no', null, 'overloaded_error'))).toMatchObject({ status: 503 });
    expect(classify(200, openAiError('?', null, 'something'))).toMatchObject({ status: 502, kind: 'server' });
  });
});
