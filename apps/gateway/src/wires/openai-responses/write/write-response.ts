import { estimateTokens } from '@showrunner/models';
import type { ChatCompletion } from '@showrunner/providers';
import type { PlainAnswer } from '../../../exchange/answer/answer.ts';
import type { ResponseDraft, WrittenResponse } from '../../responses-wire.ts';
import { boundedId } from '../../vendor-id.ts';
import { CalledTools } from '../tools/called-tools.ts';
import { outputItems } from './output-items.ts';
import { outcomeOf, responseObject } from './response-object.ts';

/** A chat as a response, from its first choice. */
export function writeResponse(draft: ResponseDraft, { created, choices, usage }: ChatCompletion): WrittenResponse {
  const [choice] = choices;
  const outcome = outcomeOf(choice?.finish_reason);
  const status = outcome.status === 'incomplete' ? 'incomplete' : 'completed';
  const logprobs = choice && 'logprobs' in choice ? choice.logprobs : undefined;
  const output = choice ? outputItems(choice.message, logprobs, status, new CalledTools(draft.request)) : [];
  return responseObject(draft, created, { ...outcome, output, usage });
}

/** The text of a response that is written whole, and what is told of it. */
export function answerWith(response: WrittenResponse, { id, usage, model }: ChatCompletion): PlainAnswer {
  const text = JSON.stringify(response);
  const roughTokens = usage ? 0 : estimateTokens(JSON.stringify(response.output).length);
  return { kind: 'plain', text, encoding: 'utf8', facts: { usage, roughTokens, id: boundedId(id), model } };
}
