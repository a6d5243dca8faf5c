import { asCount, asObject, asObjects, asString, type JsonObject } from '../kit/json.ts';
import { createToolCallId } from '../kit/stream/tool-call-tracker.ts';
import type { FinishReason, ToolCall, Usage } from '../spec/operations/chat.ts';

/** What one object of Ollama's says, whole or as a piece of a stream. */
export interface OllamaSaid {
  readonly content: string;
  readonly thinking: string | undefined;
  readonly calls: readonly ToolCall[];
}

export function readSaid({ message }: JsonObject): OllamaSaid {
  const said = asObject(message) ?? {};
  return {
    content: asString(said.content) ?? '',
    thinking: asString(said.thinking) || undefined,
    calls: asObjects(said.tool_calls).map(readCall),
  };
}

/** Older servers give a call no id. */
function readCall({ id, function: called }: JsonObject): ToolCall {
  const { name, arguments: given } = asObject(called) ?? {};
  const text = typeof given === 'string' ? given : JSON.stringify(given ?? {});
  return {
    id: asString(id) || createToolCallId(),
    type: 'function',
    function: { name: asString(name) ?? '', arguments: text || '{}' },
  };
}

/** Why an answer that is done has ended. `load` and `unload` are of requests that ask nothing. */
export function readDoneReason({ done_reason: reason }: JsonObject, hasCalls: boolean): FinishReason {
  if (reason === 'length') return 'length';
  return hasCalls ? 'tool_calls' : 'stop';
}

/** A prompt that lies in the cache whole is counted as none by some versions. */
export function readOllamaUsage(answer: JsonObject): Usage | undefined {
  if (answer.eval_count === undefined && answer.prompt_eval_count === undefined) return undefined;
  const prompt_tokens = asCount(answer.prompt_eval_count);
  const completion_tokens = asCount(answer.eval_count);
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}
