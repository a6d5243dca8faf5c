import type { ModelInfo } from '@showrunner/models';
import type { ChatRequest, ContentsRequest, JsonObject } from '@showrunner/providers';
import { camelCase, member, objectIn } from '../member.ts';
import { chatTools } from './chat-tools.ts';
import { chatTurns } from './chat-turns.ts';
import { generationMembers } from './generation-members.ts';
import { lacking } from './lacking.ts';

/**
 * A request of Gemini's wire as a chat completion. What only Google has and changes no words (the thresholds of its
 * filters, labels for its bills) has no counterpart and is left out; what would be missed is refused.
 */
export function chatRequest(request: ContentsRequest, known: ModelInfo): ChatRequest {
  const cached = member(request, 'cachedContent');
  if (cached !== undefined) throw lacking('cachedContent', 'what it holds lies at Google; send it in contents');
  return {
    ...membersBeside(request),
    model: request.model,
    messages: chatTurns(request),
    ...chatTools(request),
    ...generationMembers(objectIn(request, 'generationConfig') ?? {}, known),
    ...(request.stream === true && { stream: true }),
  };
}

const KNOWN = new Set([
  'model',
  'contents',
  'systemInstruction',
  'tools',
  'toolConfig',
  'generationConfig',
  'safetySettings',
  'labels',
  'stream',
]);

/** Members of a chat that clients of this gateway write beside Google's. */
function membersBeside(request: ContentsRequest): JsonObject {
  return Object.fromEntries(
    Object.entries(request).filter(([name, value]) => value !== null && !KNOWN.has(camelCase(name))),
  );
}
