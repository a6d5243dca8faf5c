import { randomUUID } from 'node:crypto';
import type { EventReader } from '../kit/stream-decoder.ts';
import { vendorErrorToProviderError } from '../kit/classify-error.ts';
import { malformedAnswer } from '../kit/failures.ts';
import { readFinishReason } from '../kit/finish-reason.ts';
import { asObject, asObjects, asString, type JsonObject } from '../kit/json.ts';
import { createToolCallTracker, type ToolCallTracker } from '../kit/tool-call-tracker.ts';
import { readVendorError } from '../kit/vendor-error.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { ChatCall, ChatChunk, ChatDelta, FinishReason, ToolCallDelta, Usage } from '../spec/operations/chat.ts';
import { argumentsText } from './decode-chat.ts';
import { readMessageText } from './read-message.ts';
import { readOpenAiUsage } from './read-usage.ts';

/** Reads the chunks of OpenAI's wire. Usage, which vendors send beside choices or in each chunk, is kept for the end. */
export function createOpenAiEventReader(vendor: Vendor, call: ChatCall): EventReader<ChatChunk> {
  const fallback = { id: `chatcmpl-${randomUUID()}`, created: Math.floor(Date.now() / 1000), model: call.model };
  const choices = new Map<number, ChoiceReader>();
  let envelope: JsonObject = {};
  let usage: Usage | undefined;

  function chunk(members: Pick<ChatChunk, 'choices'>): ChatChunk {
    return {
      ...envelope,
      id: asString(envelope.id) || fallback.id,
      object: 'chat.completion.chunk',
      created: typeof envelope.created === 'number' ? envelope.created : fallback.created,
      model: asString(envelope.model) || fallback.model,
      ...members,
    };
  }

  function choiceReader(index: number): ChoiceReader {
    const known = choices.get(index);
    if (known) return known;
    const created = createChoiceReader();
    choices.set(index, created);
    return created;
  }

  return {
    read(event) {
      if (asObject(event.error) || !Array.isArray(event.choices)) throw noChunk(vendor, event);
      const { choices: _choices, usage: _usage, ...rest } = event;
      envelope = rest;
      usage = readOpenAiUsage(event.usage ?? asObject(event.x_groq)?.usage) ?? usage;
      const read = asObjects(event.choices).map((choice, position) => {
        const index = typeof choice.index === 'number' ? choice.index : position;
        return { ...choice, index, ...choiceReader(index).read(choice) };
      });
      return read.length > 0 ? [chunk({ choices: read })] : [];
    },
    progress: () =>
      choices.size > 0 && [...choices.values()].every((choice) => choice.hasFinished()) ? 'may-end' : 'open',
    finish: () => (usage ? [{ ...chunk({ choices: [] }), usage }] : []),
  };
}

function noChunk(vendor: Vendor, event: JsonObject): Error {
  const error = readVendorError(event);
  if (error) return vendorErrorToProviderError(vendor, undefined, error);
  return malformedAnswer(vendor, JSON.stringify(event), 'an event of the stream is no chunk');
}

interface ChoiceReader {
  read(choice: JsonObject): { delta: ChatDelta; finish_reason: FinishReason | null };
  hasFinished(): boolean;
}

function createChoiceReader(): ChoiceReader {
  const toolCalls = createToolCallTracker();
  let lastKey: string | number = 0;
  let finished = false;

  function readToolCalls(deltas: readonly JsonObject[]): ToolCallDelta[] {
    return deltas.flatMap((delta) => {
      lastKey = typeof delta.index === 'number' ? delta.index : (asString(delta.id) ?? lastKey);
      return readToolCallDelta(toolCalls, lastKey, delta);
    });
  }

  return {
    read(choice) {
      const delta = asObject(choice.delta) ?? asObject(choice.message) ?? {};
      const finishReason = readFinishReason(choice.finish_reason);
      finished ||= finishReason !== null;
      const calls = readToolCalls(asObjects(delta.tool_calls));
      if (finishReason !== null) calls.push(...toolCalls.closeAll());
      return { delta: readDelta(delta, calls), finish_reason: finishReason };
    },
    hasFinished: () => finished,
  };
}

function readDelta(delta: JsonObject, toolCalls: ToolCallDelta[]): ChatDelta {
  const { content, reasoning } = readMessageText(delta);
  const { role, content: hasContent, reasoning: _reasoning, tool_calls: _toolCalls, ...rest } = delta;
  return {
    ...rest,
    ...(role !== undefined && { role: 'assistant' as const }),
    ...(hasContent !== undefined && { content }),
    ...(reasoning !== undefined && { reasoning_content: reasoning }),
    ...(toolCalls.length > 0 && { tool_calls: toolCalls }),
  };
}

/** A new id is a new call, also under an index that was used before: some servers give each parallel call index 0. */
function readToolCallDelta(tracker: ToolCallTracker, key: string | number, delta: JsonObject): ToolCallDelta[] {
  const called = asObject(delta.function);
  const id = asString(delta.id) || undefined;
  const openId = tracker.idOf(key);
  const isNew = openId === undefined || (id !== undefined && id !== openId);
  const closed = isNew ? tracker.close(key) : undefined;
  const opened = isNew ? tracker.open(key, { id, name: asString(called?.name) ?? '' }) : undefined;
  const text = called?.arguments === undefined || called.arguments === '' ? '' : argumentsText(called.arguments);
  const appended = tracker.append(key, text);
  const continued = opened ? { ...opened, function: { ...opened.function, arguments: text } } : appended;
  return [closed, continued].filter((each) => each !== undefined);
}
