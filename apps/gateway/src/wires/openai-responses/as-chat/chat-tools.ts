import type { ChatRequest, ResponsesRequest, ResponseTool, ToolDefinition } from '@showrunner/providers';
import { badRequest } from '../../../failure/gateway-error.ts';
import { isMapping } from '../../../json/mapping.ts';

type ToolMembers = Pick<ChatRequest, 'tools' | 'tool_choice' | 'parallel_tool_calls'>;

/** The tools of a request as those of a chat. Throws a 400 for a tool that OpenAI runs itself, unless it is dropped. */
export function chatTools(request: ResponsesRequest, drops: boolean): ToolMembers {
  const { tools, tool_choice: choice, parallel_tool_calls: parallel } = request;
  const functions = (tools ?? []).flatMap((tool, index) => chatTool(tool, `tools[${index}]`, drops) ?? []);
  if (functions.length === 0) return {};
  const allowed = allowedTools(choice);
  return {
    tools: allowed ? functions.filter(({ function: called }) => called && allowed.names.has(called.name)) : functions,
    ...(choice !== undefined && choice !== null && { tool_choice: allowed?.mode ?? chatChoice(choice) }),
    ...(typeof parallel === 'boolean' && { parallel_tool_calls: parallel }),
  };
}

function chatTool(tool: ResponseTool, at: string, drops: boolean): ToolDefinition | undefined {
  if (!isMapping(tool)) throw badRequest(`${at} must be an object with a type`, at);
  const { type, name, description, parameters, strict } = tool;
  if (type !== 'function') {
    if (drops) return undefined;
    throw badRequest(
      `${at}.type: this model's provider has no tool of the type ${JSON.stringify(type)}; it takes functions alone`,
      `${at}.type`,
    );
  }
  if (typeof name !== 'string' || name === '') throw badRequest(`${at}.name must be text`, `${at}.name`);
  return {
    type: 'function',
    function: {
      name,
      ...(typeof description === 'string' && { description }),
      ...(isMapping(parameters) && { parameters }),
      ...(typeof strict === 'boolean' && { strict }),
    },
  };
}

/** A function by its name, or a word that both have. */
function chatChoice(choice: NonNullable<ResponsesRequest['tool_choice']>): NonNullable<ChatRequest['tool_choice']> {
  if (typeof choice === 'string') return choice;
  const { type, name } = choice;
  if (type === 'function' && typeof name === 'string') return { type, function: { name } };
  throw badRequest(`tool_choice: this model's provider has no tool of the type ${JSON.stringify(type)}`, 'tool_choice');
}

/** Of `{type: "allowed_tools", mode, tools}`: the other tools are then not there at all. */
function allowedTools(choice: unknown): { readonly names: ReadonlySet<unknown>; readonly mode: string } | undefined {
  if (!isMapping(choice) || choice.type !== 'allowed_tools' || !Array.isArray(choice.tools)) return undefined;
  const names = choice.tools.map((tool) => (isMapping(tool) ? tool.name : undefined));
  return { names: new Set(names), mode: choice.mode === 'required' ? 'required' : 'auto' };
}
