import type { ModelInfo } from '@showrunner/models';
import {
  asObject,
  asString,
  isJsonObject,
  type ChatRequest,
  type JsonObject,
  type MessagesRequest,
  type ResponseFormat,
} from '@showrunner/providers';
import { openAiChatMembers } from '../../../litellm/own-names.ts';
import { chatTools } from './chat-tools.ts';
import { chatTurns } from './chat-turns.ts';
import { reasoningEffort } from './reasoning-effort.ts';
import { isStrictSchema } from '../../openai/strict-schema.ts';
import type { ToolNames } from './tool-names.ts';

/** Members that are not chat's own, and that several vendors of its wire take under the same name. */
const sharedMembers = new Set(['top_k']);

/** Members of both wires that mean something else in each. */
const ambiguousMembers = new Set(['metadata', 'service_tier', 'tools', 'tool_choice', 'messages']);

/** OpenAI's longest, in characters (its API reference, "Create chat completion", `user`, 2026-11). */
const LONGEST_USER = 64;

/**
 * A request of the Messages API as a chat completion. What only Anthropic has (containers, editing of the context, MCP
 * servers, betas) has no counterpart and is left out, as programs for coding send it with every request.
 */
export function chatRequest(request: MessagesRequest, names: ToolNames, known: ModelInfo): ChatRequest {
  const format = responseFormat(request);
  const effort = reasoningEffort(request, known);
  const stop = request.stop_sequences ?? [];
  return {
    ...membersOfBoth(request),
    model: request.model,
    messages: chatTurns(request, names),
    ...chatTools(request, names),
    ...(stop.length > 0 && { stop }),
    ...(effort !== undefined && { reasoning_effort: effort }),
    ...(format && { response_format: format }),
    ...userOf(request),
  };
}

function membersOfBoth(request: MessagesRequest): JsonObject {
  const isOfBoth = (member: string): boolean =>
    (openAiChatMembers.has(member) || sharedMembers.has(member)) && !ambiguousMembers.has(member);
  return Object.fromEntries(Object.entries(request).filter(([member, value]) => value !== null && isOfBoth(member)));
}

/** `output_config.format`, or `output_format` as its beta called it. */
function responseFormat({ output_config: config, output_format: beta }: MessagesRequest): ResponseFormat | undefined {
  const format = asObject(beta) ?? asObject(asObject(config)?.format);
  if (format?.type !== 'json_schema' || !isJsonObject(format.schema)) return undefined;
  const { schema } = format;
  const strict = isStrictSchema(schema);
  return { type: 'json_schema', json_schema: { name: 'structured_output', schema, strict } };
}

/** Programs for coding write a whole JSON there, with the session, longer than OpenAI takes. */
function userOf({ metadata }: MessagesRequest): { user?: string } {
  const id = asString(metadata?.user_id);
  return id !== undefined && id !== '' && id.length <= LONGEST_USER ? { user: id } : {};
}
