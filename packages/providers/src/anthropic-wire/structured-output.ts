import type { ChatCall } from '../spec/operations/chat.ts';
import type { AnthropicTool } from './anthropic-api.ts';
import { isConstrainable } from './constrained-schema.ts';

/** The tool whose input is the answer (LiteLLM's name for it). */
export const JSON_TOOL_NAME = 'json_tool_call';

/** Models from before Claude Opus 4.1 have no output format (docs, "Structured outputs", 2026-11). */
const modelsWithoutFormat = /(^|[./])claude-(instant|v?[123]|(opus|sonnet)-4[-@](0$|2025)|4-(opus|sonnet))/;

/** How an answer is held to a schema: by the vendor's output format, or as the input of a tool that must be called. */
export type StructuredOutput =
  | { by: 'nothing' }
  | { by: 'format'; schema: Record<string, unknown> }
  | { by: 'tool'; schema: Record<string, unknown> };

export function structuredOutput({ request, model }: ChatCall): StructuredOutput {
  const format = request.response_format;
  if (format?.type !== 'json_schema' || !format.json_schema.schema) return { by: 'nothing' };
  const schema = format.json_schema.schema;
  const hasFormat = !modelsWithoutFormat.test(model) && isConstrainable(schema);
  return { by: hasFormat ? 'format' : 'tool', schema };
}

export function jsonTool(schema: Record<string, unknown>): AnthropicTool {
  return {
    type: 'custom',
    name: JSON_TOOL_NAME,
    description: 'Gives the final answer. Its input is the answer, in the form that was asked for.',
    input_schema: schema,
  };
}
