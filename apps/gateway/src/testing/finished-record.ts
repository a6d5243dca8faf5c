import type { Caller } from '@showrunner/access';
import type { Attempt } from '../exchange/attempt.ts';
import { noFacts } from '../exchange/answer/answer-facts.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import {
  answerRecord,
  finishRecord,
  openRecord,
  type FinishedRecord,
  type Question,
} from '../exchange/record/record.ts';

/** What observers read of it. */
const deployment = {
  id: '7e5f1b0c4e5e4d1f8f2f1f0a9f3c2b1a7e5f1b0c4e5e4d1f8f2f1f0a9f3c2b1a',
  group: 'gpt',
  model: 'openai/gpt-5.4',
  vendorModel: 'gpt-5.4',
  settings: { apiBase: 'https://api.openai.com/v1' },
  adapter: { name: 'openai' },
} as unknown as Deployment;

/** One of many callers, with an id as long as a key's. */
export function callerOf(number: number): Caller {
  const keyId = number.toString(16).padStart(64, '0');
  return { keyId, workspace: keyId, scopes: new Set(), grants: undefined };
}

/** A request that a vendor has answered, for those who watch. */
export function finishedRecord(caller: Caller, said: Partial<Question> = {}): FinishedRecord {
  const opened = openRecord({
    requestId: 'r',
    callId: 'c',
    caller,
    customer: undefined,
    tags: [],
    callType: 'acompletion',
    route: '/v1/chat/completions',
    clientIp: '10.0.0.1',
    userAgent: 'OpenAI/Python 1.99.0',
    model: 'gpt',
    isStream: false,
    startedAt: performance.now(),
    timeoutSeconds: 600,
    shownTimeout: '600',
    ...said,
  });
  opened.calledAt = opened.startedAt + 0.2;
  opened.upstreamMs = 700;
  const reply = { deployment, answer: noFacts(), isCacheHit: false, firstContentAt: undefined, cost: 0.001 };
  answerRecord(opened, reply);
  return finishRecord(opened, {
    usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150, service_tier: 'default' },
    isEstimated: false,
    cost: 0.001,
    status: 200,
    failure: undefined,
    asked: deployment,
    labels: undefined,
  });
}

/** The one call of a vendor that it took. */
export function attemptOf(record: FinishedRecord): Attempt {
  return { deployment, exchange: { record } } as unknown as Attempt;
}
