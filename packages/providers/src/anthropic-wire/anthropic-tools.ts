import { demandedFunction, isFunctionTool } from '../kit/request/function-tools.ts';
import type { ChatRequest, FunctionTool, ToolDefinition } from '../spec/operations/chat.ts';
import type { AnthropicTool, AnthropicToolChoice } from './anthropic-api.ts';
import { readCacheControl } from './content-blocks.ts';

/** Tools in Anthropic's form. A tool whose type is not `function` is Anthropic's own (web search, …) and goes as it is. */
export function anthropicTools(tools: readonly ToolDefinition[]): object[] {
  return tools.map((tool) => (isFunctionTool(tool) ? functionTool(tool) : tool));
}

/** Nothing where Anthropic's default (auto, several calls at once) is what the request asks for. */
export function anthropicToolChoice(request: ChatRequest): AnthropicToolChoice | undefined {
  if (!request.tools?.length) return undefined;
  const single = request.parallel_tool_calls === false ? { disable_parallel_tool_use: true } : {};
  const choice = request.tool_choice;
  if (choice === 'none') return { type: 'none' };
  if (choice === 'required') return { type: 'any', ...single };
  const name = demandedFunction(request);
  if (name !== undefined) return { type: 'tool', name, ...single };
  return request.parallel_tool_calls === false ? { type: 'auto', ...single } : undefined;
}

/** Whether the model has no choice but to use a tool. */
export function forcesTool(request: ChatRequest): boolean {
  const type = anthropicToolChoice(request)?.type;
  return type === 'any' || type === 'tool';
}

function functionTool(tool: FunctionTool): AnthropicTool {
  const { name, description, parameters, strict } = tool.function;
  const cacheControl = readCacheControl(tool) ?? readCacheControl(tool.function);
  return {
    type: 'custom',
    name,
    ...(typeof description === 'string' && { description }),
    // The schema's type must be there, and must be object.
    input_schema: { properties: {}, ...parameters, type: 'object' },
    ...(strict === true && { strict }),
    ...(cacheControl && { cache_control: cacheControl }),
  };
}
