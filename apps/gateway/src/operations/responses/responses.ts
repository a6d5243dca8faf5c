import { estimateTokens } from '@showrunner/models';
import type { ResponsesRequest } from '@showrunner/providers';
import type { Exchange } from '../../exchange/exchange.ts';
import type { Operation } from '../../exchange/operation.ts';
import type { ResponsesWire } from '../../wires/responses-wire.ts';
import { attemptResponse } from './attempt.ts';
import { BackgroundResponse } from './background-response.ts';
import { vendorOfResponses } from './native-responses.ts';
import { findContinuation, type Continuation } from './continuation.ts';
import { withResponseDefaults } from './response-defaults.ts';
import { lastWords } from '../last-words.ts';
import type { ResponsesPorts } from './responses-ports.ts';

/** Responses, whichever wire asks for them; they may go on from one that is kept, here or by its vendor. */
export function responsesOf(ports: ResponsesPorts): Operation<ResponsesRequest, ResponsesWire> {
  const continuations = new WeakMap<Exchange, Continuation>();
  const backgrounds = new WeakMap<Exchange, BackgroundResponse>();
  return {
    callType: 'aresponses',
    expectedTokens: ({ max_output_tokens: longest }, bytes) => estimateTokens(bytes) + (longest ?? 0),
    cacheIdentity: (request) => request,
    wording(request) {
      const { input } = request;
      if (typeof input === 'string') return { text: input, turns: 1, without: { ...request, input: '' } };
      const words = lastWords(input);
      return words && { text: words.text, turns: words.turns, without: { ...request, input: words.without } };
    },
    withDefaults: withResponseDefaults,
    async prepare(exchange) {
      const continuation = await findContinuation(ports, exchange);
      if (continuation) continuations.set(exchange, continuation);
    },
    inBackground(exchange) {
      const request: ResponsesRequest = exchange.request;
      if (request.background !== true) return undefined;
      const deployments = ports.deploymentsOf(request.model);
      // Who has responses of its own makes them in the background by itself.
      if (deployments.length === 0 || deployments.some((one) => vendorOfResponses(one))) return undefined;
      const work = new BackgroundResponse({ ports, exchange, request, wire: exchange.wire as ResponsesWire });
      backgrounds.set(exchange, work);
      return work;
    },
    attempt: (attempt, request, wire, transports) =>
      attemptResponse({
        ports,
        attempt,
        request,
        wire,
        transports,
        continuation: continuations.get(attempt.exchange),
        background: backgrounds.get(attempt.exchange),
      }),
    measure({ input, instructions }, { roughTokens }) {
      const asked = estimateTokens(JSON.stringify([input, instructions]).length);
      return { prompt_tokens: asked, completion_tokens: roughTokens, total_tokens: asked + roughTokens };
    },
  };
}
