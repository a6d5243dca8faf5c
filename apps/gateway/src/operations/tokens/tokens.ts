import {
  ProviderError,
  type HttpProviderAdapter,
  type TokenCounting,
  type MessagesRequest,
} from '@showrunner/providers';
import type { Answer, PlainAnswer } from '../../exchange/answer.ts';
import type { Attempt } from '../../exchange/attempt.ts';
import type { Operation } from '../../exchange/operation.ts';
import type { Transports } from '../../exchange/transports.ts';
import type { TokenCountWire } from '../../wires/token-count-wire.ts';
import { callOf } from '../call-of.ts';
import { estimatePrompt } from './estimate-prompt.ts';
import { messagesOf } from '../messages/native-messages.ts';

const NOTHING = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

/** Counting the tokens of a question that is not asked. It costs nothing and uses none. */
export const tokens: Operation<MessagesRequest, TokenCountWire> = {
  callType: 'acount_tokens',
  expectedTokens: () => 0,
  cacheIdentity: (request) => request,
  withDefaults: (request) => request,
  answerWithoutModel: estimated,
  attempt: countTokens,
  measure: () => NOTHING,
};

/** The model's own provider counts where it has a way to; for all others the question is estimated. */
async function countTokens(
  attempt: Attempt,
  request: MessagesRequest,
  wire: TokenCountWire,
  transports: Transports,
): Promise<Answer> {
  const { adapter } = attempt.deployment;
  const counting = messagesOf(attempt.deployment)?.counting;
  if (adapter.transport === 'http' && counting) {
    const counted = await askVendor(attempt, request, { vendor: adapter, counting }, transports);
    if (counted !== undefined) return wire.write({ inputTokens: counted, by: 'provider' });
  }
  return estimated(request, wire);
}

/** Also where nobody serves the model: coding agents count for models that they never ask (LiteLLM answers them as well). */
function estimated({ system, messages, tools }: MessagesRequest, wire: TokenCountWire): PlainAnswer {
  return wire.write({ inputTokens: estimatePrompt([system, messages, tools]), by: 'estimate' });
}

/** Nothing where the provider's address has no such endpoint, as with servers that imitate it. */
async function askVendor(
  attempt: Attempt,
  request: MessagesRequest,
  { vendor, counting }: { readonly vendor: HttpProviderAdapter; readonly counting: TokenCounting },
  transports: Transports,
): Promise<number | undefined> {
  const asked = counting.encode(callOf(attempt, request));
  try {
    return await transports.collect(attempt, asked, vendor, ({ body }) => counting.decode(body));
  } catch (error) {
    if (ProviderError.isInstance(error) && error.kind === 'not_found') return undefined;
    throw error;
  }
}
