import { randomUUID } from 'node:crypto';
import { readFinishReason } from '../../kit/finish-reason.ts';
import { asCount, asObject, asObjects, asString, type JsonObject } from '../../kit/json.ts';
import { readJsonAnswer } from '../../kit/read-json-answer.ts';
import { createToolCallId } from '../../kit/stream/tool-call-tracker.ts';
import type { Vendor } from '../../spec/adapter.ts';
import type { AssistantMessage, ChatCall, ChatCompletion, FinishReason, Usage } from '../../spec/operations/chat.ts';
import { ANSWER_TOOL, answerSchema } from './answer-tool.ts';

/** Reads an answer of Converse as a completion. */
export function decodeConverse(vendor: Vendor, body: Uint8Array, call: ChatCall): ChatCompletion {
  const answer = readJsonAnswer(
    vendor,
    body,
    ({ output, stopReason }) => isMessage(output) || stopReason !== undefined,
  );
  const blocks = asObjects(asObject(asObject(answer.output)?.message)?.content);
  const message = messageOf(blocks, answerSchema(call) !== undefined);
  const usage = readConverseUsage(answer.usage);
  return {
    id: `chatcmpl-${randomUUID()}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model: call.model,
    choices: [
      {
        index: 0,
        message,
        finish_reason: readStopReason(answer.stopReason, message.tool_calls !== undefined) ?? 'stop',
      },
    ],
    ...(usage && { usage }),
  };
}

/** AWS's words that are not Anthropic's. The call of the answer's tool is none that the caller has to make. */
export function readStopReason(value: unknown, hasToolCalls: boolean): FinishReason | null {
  if (value === 'guardrail_intervened' || value === 'content_filtered') return 'content_filter';
  const reason = readFinishReason(value);
  return reason === 'tool_calls' && !hasToolCalls ? 'stop' : reason;
}

/** What the prompt's cache held, and what was put there, is part of the prompt on OpenAI's wire. */
export function readConverseUsage(value: unknown): Usage | undefined {
  const usage = asObject(value);
  if (usage?.inputTokens === undefined && usage?.outputTokens === undefined) return undefined;
  const read = asCount(usage.cacheReadInputTokens);
  const written = asCount(usage.cacheWriteInputTokens);
  const prompt = asCount(usage.inputTokens) + read + written;
  const completion = asCount(usage.outputTokens);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    ...(read + written > 0 && { prompt_tokens_details: { cached_tokens: read, cache_creation_tokens: written } }),
  };
}

function isMessage(output: unknown): boolean {
  return asObject(asObject(output)?.message) !== undefined;
}

function messageOf(blocks: readonly JsonObject[], isStructured: boolean): AssistantMessage {
  const uses = blocks.map(({ toolUse }) => asObject(toolUse)).filter((use) => use !== undefined);
  const answer = isStructured ? uses.find(({ name }) => name === ANSWER_TOOL) : undefined;
  const calls = uses.filter((use) => use !== answer);
  const texts = blocks.flatMap(({ text }) => asString(text) ?? []);
  const reasoning = blocks.flatMap(({ reasoningContent }) => reasoningIn(reasoningContent) ?? []).join('');
  return {
    role: 'assistant',
    content: answer ? JSON.stringify(answer.input ?? {}) : texts.length > 0 ? texts.join('') : null,
    ...(reasoning !== '' && { reasoning_content: reasoning }),
    ...(calls.length > 0 && {
      tool_calls: calls.map(({ toolUseId, name, input }) => ({
        id: asString(toolUseId) ?? createToolCallId(),
        type: 'function' as const,
        function: { name: asString(name) ?? '', arguments: JSON.stringify(input ?? {}) },
      })),
    }),
  };
}

function reasoningIn(content: unknown): string | undefined {
  return asString(asObject(asObject(content)?.reasoningText)?.text);
}
