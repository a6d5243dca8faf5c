import type { ChatRequest, FunctionTool, ToolDefinition } from '../../spec/operations/chat.ts';

/** Whether a tool is a function of the caller's, and none of a vendor's own. */
export function isFunctionTool(tool: ToolDefinition): tool is FunctionTool {
  return tool.type === 'function';
}

/** The function that the request demands by name. */
export function demandedFunction({ tool_choice: choice }: ChatRequest): string | undefined {
  return typeof choice === 'object' && choice.type === 'function' ? choice.function?.name : undefined;
}
