import type { ChatCompletion, HttpProviderAdapter } from '@showrunner/providers';
import type { PlainAnswer } from '../../exchange/answer/answer.ts';
import type { CollectedResponse } from '../../exchange/transports.ts';
import { answerMembers } from '../../json/answer-members.ts';
import type { Span } from '../../json/member-finder.ts';
import type { ChatView } from '../chat-wire.ts';
import { boundedId } from '../vendor-id.ts';
import { passedAnswer } from '../openai/passed-answer.ts';
import { estimateAnswerTokens } from './answer-tokens.ts';
import { inOpenAiWords } from './openai-words.ts';

const NO_CHOICES = /^(?:null|\[\s*\])$/;

/** A vendor's own answer as it came, but for the model's name. Throws what the vendor says where it is none. */
export function passAnswer(
  { status, headers, body }: CollectedResponse,
  vendor: HttpProviderAdapter,
  { model: shownModel }: ChatView,
): PlainAnswer {
  const came = body.toString('latin1');
  const found = answerMembers.find(came);
  // Clients look into the first choice without asking whether there is one.
  if (
    !found?.choices ||
    NO_CHOICES.test(came.slice(found.choices.start, found.choices.end)) ||
    (found.error && !came.startsWith('null', found.error.start))
  ) {
    throw vendor.decodeError(status, headers, body);
  }
  const text = withOpenAiWords(came, found.choices, vendor);
  const members = text === came ? found : (answerMembers.find(text) ?? {});
  const answer = passedAnswer(text, members, shownModel);
  if (!answer.facts.usage) answer.facts.roughTokens = estimateAnswerTokens(text);
  return answer;
}

/** OpenAI's reasons to finish are its own; reasoning under another name comes from servers that are called as it, too. */
function withOpenAiWords(text: string, { start, end }: Span, { name }: HttpProviderAdapter): string {
  if (name === 'openai' && !text.includes('"reasoning"', start)) return text;
  const choices = text.slice(start, end);
  const said = inOpenAiWords(choices);
  return said === choices ? text : text.slice(0, start) + said + text.slice(end);
}

/** An answer of another wire, or one that was made here. */
export function writeAnswer(completion: ChatCompletion, { model: shownModel }: ChatView): PlainAnswer {
  const { id, usage, model } = completion;
  const text = JSON.stringify({ ...completion, model: shownModel });
  const roughTokens = usage ? 0 : estimateAnswerTokens(text);
  return {
    kind: 'plain',
    text,
    encoding: 'utf8',
    facts: { usage, roughTokens, billedAs: undefined, id: boundedId(id), model },
  };
}
