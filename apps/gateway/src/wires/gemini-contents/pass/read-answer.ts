import { asCount, asObject, asObjects, readGeminiUsage, type JsonObject, type Usage } from '@showrunner/providers';

/** What the gateway reads of an answer of Gemini's, or of a part of one. */
export interface ReadAnswer {
  readonly id: unknown;
  readonly usage: Usage | undefined;
  /** Whether it answers the question: with words, calls, pictures, or a reason why not. */
  readonly hasContent: boolean;
  /** Whether there is no candidate because the prompt was refused. */
  readonly isRefused: boolean;
  /** The candidates that it has a part of. */
  readonly candidates: readonly { readonly index: number; readonly hasEnded: boolean }[];
}

/** Nothing where it is no answer. */
export function answerIn(answer: JsonObject): ReadAnswer | undefined {
  const { candidates, promptFeedback, usageMetadata, responseId: id } = answer;
  if (candidates === undefined && promptFeedback === undefined && usageMetadata === undefined) return undefined;
  const given = asObjects(candidates);
  const isRefused = asObject(promptFeedback)?.blockReason !== undefined;
  return {
    id,
    usage: readGeminiUsage(usageMetadata),
    hasContent: isRefused || given.some((one) => hasEnded(one) || asObjects(asObject(one.content)?.parts).length > 0),
    isRefused,
    // Google leaves out the first one's number.
    candidates: given.map((one) => ({ index: asCount(one.index), hasEnded: hasEnded(one) })),
  };
}

function hasEnded({ finishReason }: JsonObject): boolean {
  return typeof finishReason === 'string' && finishReason !== '';
}
