import type { ChatRequest, ToolCall, ToolDefinition } from '../../spec/operations/chat.ts';
import { isJsonObject, type JsonObject } from '../../kit/json.ts';
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
export function readForcedTools({ tools = [], tool_choice: choice }: ChatRequest): ForcedTools | undefined {
  const named = typeof choice === 'object' ? choice.function.name : undefined;
  if (named === undefined && choice !== 'required') return undefined;
  const allowed = tools.filter((tool) => named === undefined || tool.function.name === named);
  const [first, ...others] = allowed;
  if (!first) return undefined;
  return others.length === 0 ? oneTool(first) : severalTools(allowed);
}

function oneTool(tool: ToolDefinition): ForcedTools {
  return {
    schema: parametersOf(tool),
    instruction: `Call the function with JSON arguments that fit the request.\n${describe(tool)}\nAnswer with its arguments alone.`,
    readCall: (answer) => toolCall(tool.function.name, JSON.parse(answer)),
  };
}

function severalTools(tools: readonly ToolDefinition[]): ForcedTools {
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

function parametersOf({ function: { parameters } }: ToolDefinition): JsonObject {
  return toGrammarSchema(parameters ?? { type: 'object', properties: {} }, '/parameters');
}

function describe({ function: { name, description, parameters } }: ToolDefinition): string {
  return `${name}: ${description ?? ''} ${JSON.stringify(parameters?.properties ?? {})}`;
}

function toolCall(name: string, argumentsOfCall: unknown): ToolCall {
  const id = `call_${crypto.randomUUID().replaceAll('-', '').slice(0, 24)}`;
  return { id, type: 'function', function: { name, arguments: JSON.stringify(argumentsOfCall) } };
}
