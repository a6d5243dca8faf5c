import type { JsonObject } from '../kit/json.ts';
import { leaveOut, type MemberReview } from '../kit/request/member-review.ts';
import type { ChatCall } from '../spec/operations/chat.ts';

/** Grok's reasoning models answer 400 to these (docs.x.ai, "Reasoning", 2026-11). */
const refused = ['presence_penalty', 'frequency_penalty', 'stop'];

export function leaveOutWhatReasoningRefuses(body: JsonObject, { model }: ChatCall, review: MemberReview): void {
  const isReasoning = /^grok-(3-mini|[4-9])/.test(model) && !model.includes('non-reasoning');
  if (!isReasoning) return;
  for (const member of refused) leaveOut(body, member, 'reasoning models refuse it', review);
}
