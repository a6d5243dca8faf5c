import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../exchange/answer/answer.ts';
import type { Attempt } from '../exchange/attempt.ts';
import type { ModelRequest } from '../exchange/asked/model-request.ts';
import type { CallTerms } from './call-terms.ts';

/** Calls the attempt's deployment. Not async, as it stands on each request's way. */
export function carryOut(attempt: Attempt, request: ModelRequest, terms: CallTerms): Promise<Answer> {
  const { guard } = attempt.exchange;
  if (!guard) return callOrMock(attempt, request, terms);
  return guard.requestFor(attempt.deployment, request).then((guarded) => callOrMock(attempt, guarded, terms));
}

function callOrMock(attempt: Attempt, request: ModelRequest, terms: CallTerms): Promise<Answer> {
  return attempt.deployment.isMock ? mock(attempt, request, terms) : call(attempt, request, terms);
}

function call(attempt: Attempt, request: ModelRequest, { transports }: CallTerms): Promise<Answer> {
  const { operation, wire } = attempt.exchange;
  const { defaults, extraBody } = attempt.deployment;
  return operation.attempt(attempt, operation.withDefaults(request, defaults, extraBody), wire, transports);
}

/** `mock_timeout` of a deployment never answers, `mock_delay` lets its `mock_response` wait; the caller's own comes first. */
async function mock(attempt: Attempt, request: ModelRequest, terms: CallTerms): Promise<Answer> {
  const { deployment, exchange } = attempt;
  const seconds = exchange.controls.mocks?.delaySeconds ?? deployment.mockDelaySeconds ?? 0;
  if (deployment.mockTimesOut) await terms.transports.run(attempt, untilAborted);
  if (seconds > 0) {
    await terms.transports.run(attempt, (signal) => sleep(seconds * 1000, undefined, { signal }));
  }
  return call(attempt, request, terms);
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
  signal.throwIfAborted();
}
