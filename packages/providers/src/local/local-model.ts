import type { ChatCall } from '../spec/adapter.ts';
import type { ChatChunk, ChatCompletion, FinishReason, ToolCall } from '../spec/chat.ts';
import { malformedAnswer } from '../kit/failures.ts';
import { answerHead, chunk, completion, usageChunk } from './chat/chat-answer.ts';
import type { ForcedTools } from './chat/forced-tools.ts';
import { readAsk } from './chat/read-ask.ts';
import { createModelHost } from './host/model-host.ts';
import { createPushStream } from './host/push-stream.ts';
import { locateModel } from './locate-model.ts';
import { toProviderError } from './to-provider-error.ts';
import { vendor } from './vendor.ts';

/** A model that nobody asks gives its memory back after so long; loading it again takes two seconds. */
const IDLE_MS = 5 * 60_000;

/** Weights come into memory when they are first used; a few tokens of anything use all of them. */
const ANY_BEGINNING = 'You';

export interface LocalModel {
  completeChat(call: ChatCall, signal: AbortSignal): Promise<ChatCompletion>;
  streamChat(call: ChatCall, signal: AbortSignal): AsyncGenerator<ChatChunk>;
  /** Loads a model before it is asked, weights and all, and evaluates a system prompt with which asks will begin. */
  warm(name: string, options: { system?: string; signal: AbortSignal }): Promise<void>;
  /** Of the model's process while there is one. */
  readonly pid: number | undefined;
  dispose(): Promise<void>;
}

/** Answers chat completions with a model that runs in a child process. */
export function createLocalModel({ idleMs = IDLE_MS }: { idleMs?: number } = {}): LocalModel {
  const host = createModelHost({ idleMs });

  /** One generation: its text as it comes, then how it ended. */
  async function generate(call: ChatCall, onText: (text: string) => void, signal: AbortSignal) {
    const { ask, tools } = readAsk(call);
    try {
      const settings = await locateModel(call.model, signal);
      const { finishReason, counts } = await host.ask(settings, ask, onText, signal);
      return { finishReason, counts, tools };
    } catch (error) {
      throw toProviderError(error, signal);
    }
  }

  return {
    async completeChat(call, signal) {
      let text = '';
      const { finishReason, counts, tools } = await generate(call, (piece) => (text += piece), signal);
      const answer = finishAnswer(text, finishReason, tools);
      return completion(answerHead(call.model), { text, counts, ...answer });
    },
    async *streamChat(call, signal) {
      const head = answerHead(call.model);
      const pieces = createPushStream<string>();
      const caller = new AbortController();
      const done = generate(call, pieces.push, AbortSignal.any([signal, caller.signal]));
      done.then(() => pieces.end(), pieces.end);
      const isToolCall = readAsk(call).tools !== undefined;
      let text = '';
      try {
        for await (const piece of pieces.items) {
          if (text === '' && !isToolCall) yield chunk(head, { role: 'assistant', content: '' });
          text += piece;
          if (!isToolCall) yield chunk(head, { content: piece });
        }
        const { finishReason, counts, tools } = await done;
        const answer = finishAnswer(text, finishReason, tools);
        if (answer.toolCall) {
          yield chunk(head, { role: 'assistant', tool_calls: [{ index: 0, ...answer.toolCall }] });
        }
        yield chunk(head, {}, answer.finishReason);
        yield usageChunk(head, counts);
      } finally {
        // A reader that leaves the loop early ends the generation.
        caller.abort();
      }
    },
    async warm(name, { system, signal }) {
      try {
        const settings = await locateModel(name, signal);
        await host.prepare(settings, [{ role: 'system', text: system ?? ANY_BEGINNING }], signal);
      } catch (error) {
        throw toProviderError(error, signal);
      }
    },
    get pid() {
      return host.pid;
    },
    dispose: () => host.dispose(),
  };
}

/** A demanded call that was cut at the token limit is no call. */
function finishAnswer(
  text: string,
  finishReason: 'stop' | 'length',
  tools: ForcedTools | undefined,
): { toolCall: ToolCall | undefined; finishReason: FinishReason } {
  if (!tools || finishReason === 'length') return { toolCall: undefined, finishReason };
  try {
    return { toolCall: tools.readCall(text), finishReason: 'tool_calls' };
  } catch {
    throw malformedAnswer(vendor, text, 'the function call is no JSON');
  }
}
