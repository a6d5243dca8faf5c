import {
  ProviderError,
  type ContentsRequest,
  type HttpProviderAdapter,
  type MessagesRequest,
  type ProviderCall,
  type TokenCounting,
} from '@showrunner/providers';
import type { Answer, PlainAnswer } from '../../exchange/answer/answer.ts';
import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { ModelRequest } from '../../exchange/asked/model-request.ts';
import type { Operation } from '../../exchange/operation.ts';
import type { Transports } from '../../exchange/transports.ts';
import type { TokenCountWire } from '../../wires/token-count-wire.ts';
import { callOf } from '../call-of.ts';
import { nativeOf } from '../native/native-of.ts';
import { estimatePrompt } from './estimate-prompt.ts';

const NOTHING = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

/** How a deployment's own vendor counts; nothing where it does not. */
type CountingOf<Request> = (deployment: Deployment) => TokenCounting<ProviderCall<Request>> | undefined;

/** Of a question in Anthropic's wire. */
export const messageTokens = counting<MessagesRequest>((deployment) => nativeOf(deployment, 'messages')?.counting);

/** Of one in Gemini's. */
export const contentTokens = counting<ContentsRequest>((deployment) => nativeOf(deployment, 'contents')?.counting);

/** Counting the tokens of a question that is not asked. It costs nothing and uses none. */
function counting<Request extends ModelRequest>(
  countingOf: CountingOf<Request>,
): Operation<Request, TokenCountWire<Request>> {
  return {
    callType: 'acount_tokens',
    expectedTokens: () => 0,
    cacheIdentity: (request) => request,
    withDefaults: (request) => request,
    answerWithoutModel: estimated,
    attempt: (attempt, request, wire, transports) =>
      countTokens({ attempt, request, transports }, wire, countingOf(attempt.deployment)),
    measure: () => NOTHING,
  };
}

interface CountAttempt<Request> {
  readonly attempt: Attempt;
  readonly request: Request;
  readonly transports: Transports;
}

/** The model's own provider counts where it has a way to; for all others the question is estimated. */
async function countTokens<Request extends ModelRequest>(
  asked: CountAttempt<Request>,
  wire: TokenCountWire<Request>,
  vendorsCounting: TokenCounting<ProviderCall<Request>> | undefined,
): Promise<Answer> {
  const { adapter } = asked.attempt.deployment;
  if (adapter.transport === 'http' && vendorsCounting) {
    const counted = await askVendor(asked, adapter, vendorsCounting);
    if (counted !== undefined) return wire.write({ inputTokens: counted, by: 'provider' });
  }
  return estimated(asked.request, wire);
}

/** Also where nobody serves the model: coding agents count for models that they never ask (LiteLLM answers them as well). */
function estimated<Request extends ModelRequest>(request: Request, wire: TokenCountWire<Request>): PlainAnswer {
  return wire.write({ inputTokens: estimatePrompt(wire.questionOf(request)), by: 'estimate' });
}

/** Nothing where the provider's address has no such endpoint, as with servers that imitate it. */
async function askVendor<Request extends ModelRequest>(
  { attempt, request, transports }: CountAttempt<Request>,
  vendor: HttpProviderAdapter,
  vendorsCounting: TokenCounting<ProviderCall<Request>>,
): Promise<number | undefined> {
  const asked = vendorsCounting.encode(callOf(attempt, request));
  try {
    return await transports.collect(attempt, asked, vendor, ({ body }) => vendorsCounting.decode(body));
  } catch (error) {
    if (ProviderError.isInstance(error) && error.kind === 'not_found') return undefined;
    throw error;
  }
}
