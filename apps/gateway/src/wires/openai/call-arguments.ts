import { isJsonObject, parseJson, ProviderError, type JsonObject, type ToolCall } from '@showrunner/providers';

/**
 * What a model called a tool with. Nothing where the end of its answer cut through it, which is no call. Throws where a
 * whole one has no arguments that can be read.
 */
export function callArguments({ name, arguments: text }: ToolCall['function'], isCut: boolean): JsonObject | undefined {
  const read = text.trim() === '' ? {} : parseJson(text);
  if (isJsonObject(read)) return read;
  if (isCut) return undefined;
  throw new ProviderError({
    kind: 'malformed_answer',
    message: `The model called the tool "${name}" with arguments that are no JSON object`,
    provider: 'gateway',
    status: 502,
    isRetryable: true,
  });
}
