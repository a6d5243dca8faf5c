import { randomUUID } from 'node:crypto';
import type { ChatChunk, ChatCompletion } from '@showrunner/providers';
import { mockFailureIn } from '../../failure/mock-failure.ts';

/** LiteLLM's usage for a mock (`litellm/main.py`, `mock_completion`). */
const MOCK_USAGE = { prompt_tokens: 10, completion_tokens: 20, total_tokens: 30 };

/** The answer of a deployment with `mock_response`: its text, or the failure that it names. */
export function mockCompletion(text: string, model: string): ChatCompletion {
  const failure = mockFailureIn(text);
  if (failure) throw failure;
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
