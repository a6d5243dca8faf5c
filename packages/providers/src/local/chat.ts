import { malformedAnswer } from '../kit/failure/failures.ts';
import type {
  ChatCall,
  ChatChunk,
  ChatCompletion,
  InProcessChat,
  FinishReason,
  ToolCall,
} from '../spec/operations/chat.ts';
import { answerHead, chunk, completion, usageChunk } from './chat/chat-answer.ts';
import type { ForcedTools } from './chat/forced-tools.ts';
import { readGeneration } from './chat/read-generation.ts';
import { createPushStream } from './host/push-stream.ts';
import { identity } from './identity.ts';
import { localModels, type LocalModels } from './local-models.ts';

export interface LocalChat extends InProcessChat {
  stream(call: ChatCall, signal: AbortSignal): AsyncGenerator<ChatChunk>;
}

/** Answers chat completions with models of this machine. */
export function localChat(models: Pick<LocalModels, 'generate'>): LocalChat {
  return {
    complete: (call, signal) => complete(models, call, signal),
    stream: (call, signal) => stream(models, call, signal),
  };
}

export const chat = localChat(localModels);

async function complete(
  models: Pick<LocalModels, 'generate'>,
  call: ChatCall,
  signal: AbortSignal,
): Promise<ChatCompletion> {
  const { generation, tools } = readGeneration(call);
  let text = '';
  const { finishReason, counts } = await models.generate(call.model, generation, (piece) => (text += piece), signal);
  return completion(answerHead(call.model), { text, counts, ...finishAnswer(text, finishReason, tools) });
}

async function* stream(
  models: Pick<LocalModels, 'generate'>,
  call: ChatCall,
  signal: AbortSignal,
): AsyncGenerator<ChatChunk> {
  const { generation, tools } = readGeneration(call);
  const head = answerHead(call.model);
  const pieces = createPushStream<string>();
  const caller = new AbortController();
  const done = models.generate(call.model, generation, pieces.push, AbortSignal.any([signal, caller.signal]));
  done.then(() => pieces.end(), pieces.end);
  let text = '';
  try {
    for await (const piece of pieces.items) {
      if (text === '' && !tools) yield chunk(head, { role: 'assistant', content: '' });
      text += piece;
      if (!tools) yield chunk(head, { content: piece });
    }
    const { finishReason, counts } = await done;
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
    throw malformedAnswer(identity, text, 'the function call is no JSON');
  }
}
