import type { ChatCall } from '../../spec/operations/chat.ts';

/** The tool whose input is the answer (LiteLLM's name for it); Converse knows no form of answers. */
export const ANSWER_TOOL = 'json_tool_call';

/** What the answer is held to; nothing where it may be any text. */
export function answerSchema({ request }: Pick<ChatCall, 'request'>): Record<string, unknown> | undefined {
  const format = request.response_format;
  return format?.type === 'json_schema' ? (format.json_schema.schema ?? undefined) : undefined;
}
