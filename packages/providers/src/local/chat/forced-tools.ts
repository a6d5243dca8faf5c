import { demandedFunction, isFunctionTool } from '../../kit/request/function-tools.ts';
import { isJsonObject, type JsonObject } from '../../kit/json.ts';
import type { ChatRequest, FunctionTool, ToolCall } from '../../spec/operations/chat.ts';
import { toGrammarSchema } from './grammar-schema.ts';

/**
 * A function call that the request demands. Small models do not choose well whether to call, but a grammar makes them
 * write a call that fits.
 */
export interface ForcedTools {
  /** What the answer must look like. */
  schema: JsonObject;
  /** Tells the model what there is to call. */
  instruction: string;
  readCall(answer: string): ToolCall;
}

/** Nothing where no call is demanded. */
export function readForcedTools(request: ChatRequest): ForcedTools | undefined {
  const named = demandedFunction(request);
  if (named === undefined && request.tool_choice !== 'required') return undefined;
  const functions = (request.tools ?? []).filter(isFunctionTool);
  const allowed = functions.filter((tool) => named === undefined || tool.function.name === named);
  const [first, ...others] = allowed;
  if (!first) return undefined;
  return others.length === 0 ? oneTool(first) : severalTools(allowed);
}

function oneTool(tool: FunctionTool): ForcedTools {
  return {
    schema: parametersOf(tool),
    instruction: `Call the function with JSON arguments that fit the request.\n${describe(tool)}\nAnswer with its arguments alone.`,
    readCall: (answer) => toolCall(tool.function.name, JSON.parse(answer)),
  };
}

function severalTools(tools: readonly FunctionTool[]): ForcedTools {
  return {
    schema: {
      oneOf: tools.map((tool) => ({
        type: 'object',
        properties: { name: { const: tool.function.name }, arguments: parametersOf(tool) },
        required: ['name', 'arguments'],
        additionalProperties: false,
      })),
    },
    instruction: `Call the one function that fits the request best.\n${tools.map(describe).join('\n')}\nAnswer as {"name": …, "arguments": {…}}.`,
    readCall(answer) {
      const call: unknown = JSON.parse(answer);
      if (!isJsonObject(call) || typeof call.name !== 'string') throw new SyntaxError('the call has no name');
      return toolCall(call.name, call.arguments);
    },
  };
}

function parametersOf({ function: { parameters } }: FunctionTool): JsonObject {
  return toGrammarSchema(parameters ?? { type: 'object', properties: {} }, '/parameters');
}

function describe({ function: { name, description, parameters } }: FunctionTool): string {
  return `${name}: ${description ?? ''} ${JSON.stringify(parameters?.properties ?? {})}`;
}

function toolCall(name: string, argumentsOfCall: unknown): ToolCall {
  const id = `call_${crypto.randomUUID().replaceAll('-', '').slice(0, 24)}`;
  return { id, type: 'function', function: { name, arguments: JSON.stringify(argumentsOfCall) } };
}
