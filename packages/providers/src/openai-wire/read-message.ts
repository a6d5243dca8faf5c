import { asObjects, asString, isJsonObject, type JsonObject } from '../kit/json.ts';

/** Text and reasoning of a message or of a delta. */
export interface MessageText {
  content: string | null;
  reasoning: string | undefined;
}

/**
 * Vendors write reasoning as `reasoning_content` (DeepSeek, xAI), as `reasoning` (Groq, OpenRouter, Ollama) or as
 * parts of the content (Mistral: `[{type: "thinking", thinking: [{type: "text", text}]}, {type: "text", text}]`).
 */
export function readMessageText(message: JsonObject): MessageText {
  const reasoning = asString(message.reasoning_content) ?? asString(message.reasoning);
  if (!Array.isArray(message.content)) return { content: asString(message.content) ?? null, reasoning };
  const parts = message.content.filter(isJsonObject);
  const thinking = parts.filter((part) => part.type === 'thinking').flatMap((part) => asObjects(part.thinking));
  return {
    content: joinText(parts.filter((part) => part.type === 'text')),
    reasoning: joinText(thinking) || reasoning,
  };
}

function joinText(parts: readonly JsonObject[]): string {
  return parts.map((part) => asString(part.text) ?? '').join('');
}
