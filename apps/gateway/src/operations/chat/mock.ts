import { randomUUID } from 'node:crypto';
import type { ChatChunk, ChatCompletion, ProviderErrorKind } from '@showrunner/providers';
import { mockFailure } from '../../failure/mock-failure.ts';

/** LiteLLM's usage for a mock (`litellm/main.py`, `mock_completion`). */
const MOCK_USAGE = { prompt_tokens: 10, completion_tokens: 20, total_tokens: 30 };

/** Texts that stand for a failure, as LiteLLM writes them. */
const mockFailures: readonly { text: string; kind: ProviderErrorKind; status: number }[] = [
  { text: 'litellm.RateLimitError', kind: 'rate_limit', status: 429 },
  { text: 'litellm.ContextWindowExceededError', kind: 'context_window', status: 400 },
  { text: 'litellm.InternalServerError', kind: 'server', status: 500 },
  { text: 'Exception: content_filter_policy', kind: 'content_policy', status: 400 },
  { text: 'Exception: mock_', kind: 'server', status: 500 },
];

/** The answer of a deployment with `mock_response`: its text, or the failure that it names. */
export function mockCompletion(text: string, model: string): ChatCompletion {
  const failure = mockFailures.find((candidate) => text.startsWith(candidate.text));
  if (failure) throw mockFailure(failure.kind, failure.status, text);
  return {
    id: `chatcmpl-${randomUUID()}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model,
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
    usage: MOCK_USAGE,
  };
}

/** The same as a stream, word by word. */
export function* mockChunks(text: string, model: string): Generator<ChatChunk> {
  const { id, created, usage } = mockCompletion(text, model);
  const head = { id, object: 'chat.completion.chunk', created, model } as const;
  yield { ...head, choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] };
  for (const content of text.match(/\S+\s*|\s+/g) ?? []) {
    yield { ...head, choices: [{ index: 0, delta: { content }, finish_reason: null }] };
  }
  yield { ...head, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };
  yield { ...head, choices: [], ...(usage && { usage }) };
}
