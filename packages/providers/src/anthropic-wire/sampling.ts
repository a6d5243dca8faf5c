import { leaveOut, type MemberReview } from '../kit/request/member-review.ts';
import type { JsonObject } from '../kit/json.ts';
import type { ChatCall } from '../spec/operations/chat.ts';
import type { Thinking } from './anthropic-api.ts';
import { isThinking } from './thinking.ts';

const members = ['temperature', 'top_p', 'top_k'] as const;

/**
 * `temperature`, `top_p` and `top_k` as far as the model takes them: not at all from Claude Opus 4.7 on, not while it
 * thinks, and never both of the first two (docs, "Messages" and "Extended thinking", 2026-11).
 */
export function anthropicSampling(call: ChatCall, thinking: Thinking | undefined, review: MemberReview): JsonObject {
  const { temperature, top_p, top_k } = call.request;
  const sampling: JsonObject = { temperature: withinRange(temperature, review), top_p, top_k };
  // 1 is the default of both, and what callers on OpenAI's wire write when they mean it.
  if (sampling.temperature === 1) sampling.temperature = undefined;
  if (sampling.top_p === 1) sampling.top_p = undefined;
  const thinks = isThinking(thinking);
  // A model that the table does not know is newer than those that sample as told.
  const isRefused = call.facts === undefined || call.facts.supportsSamplingParameters === false;
  if (isRefused || thinks) {
    const reason = thinks ? 'the model refuses it while it thinks' : 'the model refuses it';
    for (const member of members) leaveOut(sampling, member, reason, review);
  }
  if (sampling.temperature !== undefined) {
    leaveOut(sampling, 'top_p', 'it is refused together with temperature', review);
  }
  return sampling;
}

/** OpenAI's range ends at 2, Anthropic's at 1. */
function withinRange(temperature: number | null | undefined, review: MemberReview): number | undefined {
  if (typeof temperature !== 'number') return undefined;
  if (temperature <= 1) return temperature;
  review.warn('temperature', `${temperature} is sent as 1, the highest that Anthropic takes`);
  return 1;
}
