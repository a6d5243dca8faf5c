import type { Operation } from '../exchange/operation.ts';
import type { Wire } from '../exchange/wire.ts';
import { errorBody } from '../failure/gateway-error.ts';

/**
 * A request that goes through as it came, as limits and observers see it. It is no call of a model's: who carries it out
 * takes the vendor's status and head with the bytes (`Transports.pass`), and nothing of it is read before it is sent.
 */
export const passingOperation: Operation = {
  callType: 'pass_through_endpoint',
  // Nobody knows how long the answer is, and what is uploaded is no prompt: at a limit that is spent one token is too many.
  expectedTokens: () => 1,
  cacheIdentity: () => undefined,
  withDefaults: (request) => request,
  attempt: () => Promise.reject(new Error('what goes through is no call of a model')),
  measure: () => ({ prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 }),
};

/** How a request that goes through is refused: in LiteLLM's own shape, whoever's path it is. */
export const passingWire: Wire = {
  name: 'pass-through',
  read: () => {
    throw new Error('what goes through is not read');
  },
  streamEnd: '',
  errorBody,
  errorEvent: () => '',
};
