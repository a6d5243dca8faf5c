import {
  asString,
  isJsonObject,
  type ChatRequest,
  type FunctionTool,
  type JsonObject,
  type MessagesRequest,
} from '@showrunner/providers';
import { badRequest } from '../../../failure/gateway-error.ts';
import type { ToolNames } from './tool-names.ts';

type ToolMembers = Pick<ChatRequest, 'tools' | 'tool_choice' | 'parallel_tool_calls'> & {
  web_search_options?: JsonObject;
};

/** Tools and their choice in chat's words. What tells Anthropic how to stream or load a tool has no counterpart. */
export function chatTools({ tools = [], tool_choice: choice }: MessagesRequest, names: ToolNames): ToolMembers {
  const functions = tools
    .filter((tool) => !searchesTheWeb(tool))
    .map((tool, position) => chatTool(tool, names, position));
  return {
    ...(functions.length < tools.length && { web_search_options: {} }),
    ...(functions.length > 0 && { tools: functions }),
    ...(functions.length > 0 && isJsonObject(choice) && chatToolChoice(choice, names)),
  };
}

/** Anthropic's own search; OpenAI's search models have it as a member of the request (LiteLLM does the same). */
function searchesTheWeb(tool: JsonObject): boolean {
  return asString(tool.type)?.startsWith('web_search') === true;
}

function chatTool(tool: JsonObject, names: ToolNames, position: number): FunctionTool {
  const place = `tools[${position}]`;
  const { type, name, description, input_schema: schema, strict } = tool;
  if (type !== undefined && type !== 'custom') {
    throw badRequest(
      `${place}: ${JSON.stringify(type)} is a tool of Anthropic's own, which this model's provider does not have; describe it as a tool with input_schema`,
      `${place}.type`,
    );
  }
  if (typeof name !== 'string' || name === '')
    throw badRequest(`${place}.name is required and must be text`, `${place}.name`);
  return {
    type: 'function',
    function: {
      name: names.short(name),
      ...(typeof description === 'string' && { description }),
      ...(isJsonObject(schema) && { parameters: schema }),
      ...(typeof strict === 'boolean' && { strict }),
    },
  };
}

function chatToolChoice(choice: JsonObject, names: ToolNames): ToolMembers {
  const single = choice.disable_parallel_tool_use === true ? { parallel_tool_calls: false } : {};
  switch (choice.type) {
    case 'any':
      return { tool_choice: 'required', ...single };
    case 'tool':
      return {
        tool_choice: { type: 'function', function: { name: names.short(asString(choice.name) ?? '') } },
        ...single,
      };
    case 'none':
      return { tool_choice: 'none' };
    case 'auto':
      return { tool_choice: 'auto', ...single };
    default:
      throw badRequest('tool_choice.type must be one of auto, any, tool, none', 'tool_choice.type');
  }
}
