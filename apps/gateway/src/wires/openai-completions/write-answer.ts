import type { ChatCompletion, TextChoice } from '@showrunner/providers';
import type { PlainAnswer } from '../../exchange/answer/answer.ts';
import type { ChatView } from '../chat-wire.ts';
import { boundedId } from '../vendor-id.ts';
import { estimateAnswerTokens } from '../openai-chat/answer-tokens.ts';
import { textLogprobs } from './text-logprobs.ts';
import { textFinishReason } from './text-finish-reason.ts';

type ChatChoice = ChatCompletion['choices'][number];

/** A chat as a text completion. `echoed` are the prompts, each said before its answers. */
export function writeCompletion(
  { id, created, choices, usage, model: answeredBy }: ChatCompletion,
  { model }: ChatView,
  echoed: readonly string[] | undefined,
): PlainAnswer {
  const perPrompt = choices.length / (echoed?.length ?? 1);
  const texts = choices.map((choice, position) =>
    textChoice(choice, position, echoed?.[Math.floor(position / perPrompt)] ?? ''),
  );
  const text = JSON.stringify({ id, object: 'text_completion', created, model, choices: texts, usage });
  const roughTokens = usage ? 0 : estimateAnswerTokens(text);
  return { kind: 'plain', text, encoding: 'utf8', facts: { usage, roughTokens, id: boundedId(id), model: answeredBy } };
}

function textChoice(choice: ChatChoice, index: number, before: string): TextChoice {
  const { message, finish_reason: reason } = choice;
  return {
    text: before + (message.content ?? ''),
    index,
    logprobs: 'logprobs' in choice ? textLogprobs(choice.logprobs, before.length) : null,
    finish_reason: textFinishReason(reason),
    ...(message.reasoning_content !== undefined && { reasoning_content: message.reasoning_content }),
  };
}
