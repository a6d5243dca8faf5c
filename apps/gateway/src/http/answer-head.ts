import { withoutAccess } from '../config/public-params.ts';
import type { AnswerFacts } from '../exchange/answer.ts';
import type { Deployment } from '../exchange/deployment.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { headerLine } from './header-lines.ts';

/** The version of LiteLLM whose behaviour the gateway follows, for clients that look at it. */
const LITELLM_VERSION = '1.90.0';
const MICRO = 1_000_000;

const ALWAYS = headerLine('x-content-type-options', 'nosniff') + headerLine('x-litellm-version', LITELLM_VERSION);

/** Those that tell which deployment served do not change, so they are made once a deployment. */
const fixedLines = new WeakMap<Deployment, string>();

/**
 * LiteLLM's `x-litellm-*` headers (`docs/proxy/response_headers.md`), as far as they are known before the first byte, as
 * the lines of a head.
 */
export function answerHead({ answer: record, vendorMs }: Exchange): string {
  const { deployment, answer, cost } = record;
  const durationMs = performance.now() - record.startedAt;
  // Both ids were held to a pattern of visible ASCII when they were read.
  const lines = `${deployment ? linesOf(deployment) : ALWAYS}\
x-request-id: ${record.requestId}\r
x-litellm-call-id: ${record.callId}\r
x-litellm-attempted-retries: ${record.retries}\r
x-litellm-attempted-fallbacks: ${record.fallbacks}\r
x-litellm-max-retries: ${record.maxRetries}\r
x-litellm-timeout: ${record.timeoutSeconds}\r
x-litellm-response-duration-ms: ${asMilliseconds(durationMs)}\r
x-litellm-overhead-duration-ms: ${asMilliseconds(Math.max(0, durationMs - vendorMs))}\r
`;
  const chosen =
    deployment && isChosenHere(deployment) ? headerLine('x-showrunner-model', chosenModel(deployment, answer)) : '';
  return cost === undefined ? lines + chosen : `${lines}${chosen}x-litellm-response-cost: ${asDollars(cost)}\r\n`;
}

function linesOf(deployment: Deployment): string {
  let lines = fixedLines.get(deployment);
  if (lines === undefined) {
    const { apiBase } = deployment.settings;
    lines =
      ALWAYS +
      headerLine('x-litellm-model-id', deployment.id) +
      headerLine('x-litellm-model-group', deployment.group) +
      (apiBase === undefined ? '' : headerLine('x-litellm-model-api-base', withoutAccess(apiBase))) +
      (isChosenHere(deployment) ? '' : headerLine('x-showrunner-model', deployment.model));
    fixedLines.set(deployment, lines);
  }
  return lines;
}

/** An embedded adapter may choose the model itself (`local/auto`); what snapshot a vendor took is not asked here. */
function isChosenHere({ adapter, mockResponse }: Deployment): boolean {
  return adapter.transport === 'embedded' && mockResponse === undefined;
}

function chosenModel({ adapter, model }: Deployment, answer: AnswerFacts): string {
  if (answer.model === undefined) return model;
  return answer.model.startsWith(`${adapter.name}/`) ? answer.model : `${adapter.name}/${answer.model}`;
}

/** With three decimals: microseconds. */
function asMilliseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}

/** Dollars without an exponent, which not every client reads. */
function asDollars(cost: number): string {
  return cost === 0 || cost >= 1 / MICRO ? String(cost) : cost.toFixed(12);
}
