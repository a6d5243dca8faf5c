import type { ChatCompletion, HttpProviderAdapter } from '@showrunner/providers';
import type { PlainAnswer } from '../../exchange/answer.ts';
import type { CollectedResponse } from '../../exchange/transports.ts';
import { findTopLevelMembers } from '../../json/top-level-members.ts';
import type { ChatView } from '../chat-wire.ts';
import { passedAnswer } from '../openai/passed-answer.ts';
import { estimateAnswerTokens } from './answer-tokens.ts';

/** A vendor's own answer as it came, but for the model's name. Throws what the vendor says where it is none. */
export function passAnswer(
  { status, headers, body }: CollectedResponse,
  vendor: HttpProviderAdapter,
  { model: shownModel }: ChatView,
): PlainAnswer {
  const text = body.toString('latin1');
  const members = findTopLevelMembers(text);
  if (!members?.choices || (members.error && !text.startsWith('null', members.error.start))) {
    throw vendor.decodeError(status, headers, body);
  }
  const answer = passedAnswer(text, members, shownModel);
  if (!answer.facts.usage) answer.facts.roughTokens = estimateAnswerTokens(text);
  return answer;
}

/** An answer of another wire, or one that was made here. */
export function writeAnswer(completion: ChatCompletion, { model: shownModel }: ChatView): PlainAnswer {
  const { usage, model } = completion;
  const text = JSON.stringify({ ...completion, model: shownModel });
  const roughTokens = usage ? 0 : estimateAnswerTokens(text);
  return { kind: 'plain', text, encoding: 'utf8', facts: { usage, roughTokens, billedAs: undefined, model } };
}
