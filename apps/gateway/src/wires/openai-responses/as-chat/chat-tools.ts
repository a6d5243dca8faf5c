import type { ChatRequest, ResponsesRequest, ToolDefinition } from '@showrunner/providers';
import { badRequest } from '../../../failure/gateway-error.ts';
import { isMapping } from '../../../json/mapping.ts';
import { declaredTools, type DeclaredTool } from '../tools/declared-tools.ts';

type ToolMembers = Pick<ChatRequest, 'tools' | 'tool_choice' | 'parallel_tool_calls'>;

/**
 * The tools of a request as those of a chat: functions, and what becomes one. Throws a 400 for a tool that OpenAI runs
 * itself, unless it is dropped.
 */
export function chatTools(request: ResponsesRequest, drops: boolean): ToolMembers {
  const { tool_choice: choice, parallel_tool_calls: parallel } = request;
  const declared = declaredTools(request.tools).filter((tool) => isForChat(tool, drops));
  if (declared.length === 0) return {};
  refuseDoubles(declared);
  const allowed = allowedTools(choice);
  return {
    tools: declared.filter((one) => !allowed || allowed.has(one)).map(chatTool),
    ...(choice !== undefined && choice !== null && { tool_choice: allowed?.mode ?? chatChoice(choice, declared) }),
    ...(typeof parallel === 'boolean' && { parallel_tool_calls: parallel }),
  };
}

function isForChat({ tool, at, chatName }: DeclaredTool, drops: boolean): boolean {
  if (chatName !== undefined) return true;
  const { type } = tool;
  if (type === 'function' || type === 'custom') throw badRequest(`${at}.name must be text`, `${at}.name`);
  if (drops) return false;
  throw badRequest(
    `${at}.type: this model's provider has no tool of the type ${JSON.stringify(type)}; it takes ${TAKEN}`,
    `${at}.type`,
  );
}

const TAKEN = 'function, custom, local_shell, apply_patch, and shell where the environment is local';

/** A chat tells its tools apart by their names alone. */
function refuseDoubles(tools: readonly DeclaredTool[]): void {
  const seen = new Map<string | undefined, string>();
  for (const { chatName, at } of tools) {
    const first = seen.get(chatName);
    if (first !== undefined) {
      throw badRequest(`${at}: this model's provider would know it as "${chatName}", and ${first} too`, at);
    }
    seen.set(chatName, at);
  }
}

function chatTool({ tool, translated, chatName = '' }: DeclaredTool): ToolDefinition {
  if (translated) return { type: 'function', function: { ...translated.functionOf(tool), name: chatName } };
  const { description, parameters, strict } = tool;
  return {
    type: 'function',
    function: {
      name: chatName,
      ...(typeof description === 'string' && { description }),
      ...(isMapping(parameters) && { parameters }),
      ...(typeof strict === 'boolean' && { strict }),
    },
  };
}

/** A tool by its type and name, or a word that both have. */
function chatChoice(
  choice: NonNullable<ResponsesRequest['tool_choice']>,
  tools: readonly DeclaredTool[],
): NonNullable<ChatRequest['tool_choice']> {
  if (typeof choice === 'string') return choice;
  const { type, name } = choice;
  const chosen = tools.find((one) => isMeant(choice, one));
  if (chosen?.chatName !== undefined) return { type: 'function', function: { name: chosen.chatName } };
  if (type === 'function' && typeof name === 'string') return { type, function: { name } };
  throw badRequest(`tool_choice: this model's provider has no tool of the type ${JSON.stringify(type)}`, 'tool_choice');
}

/** Functions and custom tools have names, others are the only one of their type. */
function isMeant(choice: unknown, { tool, namespace }: DeclaredTool): boolean {
  if (!isMapping(choice) || choice.type !== tool.type) return false;
  if (tool.type !== 'function' && tool.type !== 'custom') return true;
  return choice.name === tool.name && (choice.namespace === undefined || choice.namespace === namespace);
}

/** Of `{type: "allowed_tools", mode, tools}`: the other tools are then not there at all. */
function allowedTools(choice: unknown): { has(tool: DeclaredTool): boolean; readonly mode: string } | undefined {
  if (!isMapping(choice) || choice.type !== 'allowed_tools' || !Array.isArray(choice.tools)) return undefined;
  const { tools: meant, mode } = choice;
  return { has: (tool) => meant.some((one) => isMeant(one, tool)), mode: mode === 'required' ? 'required' : 'auto' };
}
