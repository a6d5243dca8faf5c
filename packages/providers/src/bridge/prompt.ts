import type {
  LanguageModelV4FilePart,
  LanguageModelV4Message,
  LanguageModelV4Prompt,
  LanguageModelV4TextPart,
  LanguageModelV4ToolCallPart,
  LanguageModelV4ToolResultPart,
} from '@ai-sdk/provider';
import { asString, parseJson } from '../kit/json.ts';
import { refusedRequest } from '../kit/failure/failures.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { ChatMessage, ToolCall } from '../spec/operations/chat.ts';
import { contentParts } from './content-parts.ts';
import type { BridgeDialect, ToolCallIds } from './dialect.ts';

/** Messages as the AI SDK takes them: what the system says first, the results of one turn's calls in one message. */
export function promptOf(
  vendor: Vendor,
  dialect: BridgeDialect,
  messages: readonly ChatMessage[],
): LanguageModelV4Prompt {
  const calls = calledTools(messages);
  const system: LanguageModelV4Message[] = [];
  const turns: LanguageModelV4Message[] = [];
  for (const [index, message] of messages.entries()) {
    const parts = (): (LanguageModelV4TextPart | LanguageModelV4FilePart)[] =>
      contentParts(vendor, message.content, `messages[${index}].content`);
    switch (message.role) {
      case 'system':
      case 'developer':
        addTurn(system, 'system', parts());
        break;
      case 'user':
        addTurn(turns, 'user', parts());
        break;
      case 'assistant':
        addTurn(turns, 'assistant', [...parts(), ...toolCalls(dialect, message.tool_calls ?? [])]);
        break;
      case 'tool':
      case 'function':
        addResult(turns, resultOf(message, { dialect, calls, parts: parts() }));
    }
  }
  if (turns.length > 0) return [...system, ...turns];
  if (system.length === 0) throw refusedRequest(vendor, 'messages: there is no text in any of them', 'messages');
  return system;
}

/** Blank texts say nothing, and are refused by who gets nothing else. */
function addTurn(
  turns: LanguageModelV4Message[],
  role: 'system' | 'user' | 'assistant',
  parts: readonly (LanguageModelV4TextPart | LanguageModelV4FilePart | LanguageModelV4ToolCallPart)[],
): void {
  const said = parts.filter((part) => part.type !== 'text' || part.text.trim() !== '');
  if (said.length === 0) return;
  if (role === 'system') turns.push({ role, content: textOf(said) });
  else if (role === 'assistant') turns.push({ role, content: said });
  else turns.push({ role, content: said.filter((part) => part.type !== 'tool-call') });
}

/** The names of the tools that were called, by the ids of the calls: results name only these. */
function calledTools(messages: readonly ChatMessage[]): ReadonlyMap<string, string> {
  const calls = messages.flatMap(({ tool_calls }) => tool_calls ?? []);
  return new Map(calls.map((call) => [call.id, call.function.name]));
}

function toolCalls(dialect: BridgeDialect, calls: readonly ToolCall[]): LanguageModelV4ToolCallPart[] {
  return calls.map((call) => {
    // Clients leave it out, whatever the API says.
    const { id, ...options } = readId(dialect, asString(call.id) ?? call.function.name);
    const input = parseJson(call.function.arguments) ?? {};
    return { type: 'tool-call', toolCallId: id, toolName: call.function.name, input, ...options };
  });
}

interface ResultReading {
  readonly dialect: BridgeDialect;
  readonly calls: ReadonlyMap<string, string>;
  readonly parts: readonly (LanguageModelV4TextPart | LanguageModelV4FilePart)[];
}

function resultOf(message: ChatMessage, { dialect, calls, parts }: ResultReading): LanguageModelV4ToolResultPart {
  const shown = message.tool_call_id ?? message.name ?? '';
  const { id } = readId(dialect, shown);
  return {
    type: 'tool-result',
    toolCallId: id,
    toolName: calls.get(shown) ?? message.name ?? id,
    output: parts.every(({ type }) => type === 'text')
      ? { type: 'text', value: textOf(parts) }
      : { type: 'content', value: [...parts] },
  };
}

function readId({ toolCallIds }: BridgeDialect, shown: string): ReturnType<ToolCallIds['read']> {
  return toolCallIds?.read(shown) ?? { id: shown };
}

function addResult(turns: LanguageModelV4Message[], result: LanguageModelV4ToolResultPart): void {
  const last = turns.at(-1);
  if (last?.role === 'tool') last.content.push(result);
  else turns.push({ role: 'tool', content: [result] });
}

function textOf(parts: readonly { readonly type: string; readonly text?: string }[]): string {
  return parts.map((part) => (part.type === 'text' ? (part.text ?? '') : '')).join('');
}
