import { asObject, asObjects, readGeminiUsage, type JsonObject, type Usage } from '@showrunner/providers';

/** What the gateway reads of an answer of Gemini's, or of a part of one. */
export interface ReadAnswer {
  readonly id: unknown;
  readonly usage: Usage | undefined;
  /** Whether it answers the question: with words, calls, pictures, or a reason why not. */
  readonly hasContent: boolean;
  /** Whether each of its candidates has ended, or there is none because the prompt was refused. */
  readonly isFinished: boolean;
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
    isFinished: isRefused || (given.length > 0 && given.every(hasEnded)),
  };
}

function hasEnded({ finishReason }: JsonObject): boolean {
  return typeof finishReason === 'string' && finishReason !== '';
}
