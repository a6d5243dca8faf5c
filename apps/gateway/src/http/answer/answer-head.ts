import { withoutAccess } from '../../config/public-params.ts';
import { costPartsOf } from '../../exchange/record/cost.ts';
import type { AnswerFacts } from '../../exchange/answer/answer-facts.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import type { AnsweredRecord, RequestRecord } from '../../exchange/record/record.ts';
import { PER_DOLLAR } from '../../keys/budgets/purse.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import { fallbackErrorsLine } from './fallback-errors.ts';
import { headerLine, headerLines } from './header-lines.ts';
import { minuteLines } from './minute-lines.ts';
import { vendorLimitLines, vendorLines } from './vendor-lines.ts';

/** The version of LiteLLM whose behaviour the gateway follows, for clients that look at it. */
export const LITELLM_VERSION = '1.108.7';
const MICRO = 1_000_000;

const ALWAYS = headerLine('x-content-type-options', 'nosniff') + headerLine('x-litellm-version', LITELLM_VERSION);

/** What LiteLLM says of a request that failed. */
const FREE = headerLine('x-litellm-response-cost', '0');
const NOTHING_SPENT = FREE + headerLine('x-litellm-key-spend', '0');

/** Parts of a cost that LiteLLM tells with each: there are neither discounts nor margins here, and vendors' tools have no price. */
const NEVER_SPENT = headerLines({
  'x-litellm-response-cost-discount-amount': 0,
  'x-litellm-response-cost-margin-amount': 0,
  'x-litellm-response-cost-margin-percent': 0,
  'x-litellm-response-cost-tool-usage': 0,
});

/** No callback holds an answer up: all are called behind it. */
const CALLBACKS = headerLine('x-litellm-callback-duration-ms', '0');

/** Those that tell which deployment served do not change while it is asked for under one name, so they are kept. */
const fixedLines = new WeakMap<Deployment, { readonly group: string; readonly lines: string }>();

/**
 * LiteLLM's `x-litellm-*` headers (`proxy/common_request_processing.py`, 1.108.7), as far as they are known before the
 * first byte, and what the vendor said, as the lines of a head.
 *
 * @param limitLines what the caller is told of its own limits, in whose place the vendor's would stand
 */
export function answerHead(exchange: Exchange, limitLines: string): string {
  const { answer: record, vendorMs, lastAttempt, fallbackErrors } = exchange;
  const { deployment, answer, cost } = record;
  const durationMs = performance.now() - record.startedAt;
  const said = lastAttempt?.vendorHeaders;
  const lines = `${deployment ? linesOf(deployment, groupAsked(exchange, deployment)) : ALWAYS}\
${wayLines(record)}${fallbackErrors ? fallbackErrorsLine(fallbackErrors) : ''}${record.guardrails ? guardrailLine(record.guardrails) : ''}\
x-litellm-response-duration-ms: ${asMilliseconds(durationMs)}\r
x-litellm-overhead-duration-ms: ${asMilliseconds(Math.max(0, durationMs - vendorMs))}\r
${spendLine(record, cost)}${cost === undefined ? '' : costLines(record, cost)}${limitLines}`;
  const chosen =
    deployment && isChosenHere(deployment) ? headerLine('x-showrunner-model', chosenModel(deployment, answer)) : '';
  const room = limitLines.includes('x-ratelimit-') ? '' : roomLines(exchange, deployment);
  return lines + chosen + room + (said === undefined ? '' : vendorLines(said));
}

/** What is left for callers without limits of their own: as the vendor says it, else of the limits that its operator set. */
function roomLines({ lastAttempt, terms }: Exchange, deployment: Deployment | undefined): string {
  const said = lastAttempt?.vendorHeaders;
  const vendors = said === undefined ? '' : vendorLimitLines(said);
  if (vendors !== '' || !deployment || !terms.minuteLimits) return vendors;
  return minuteLines(terms.minuteLimits, deployment.group);
}

/** Of one that was refused before anything was known of it: its id helps, and that it cost nothing, where its caller is known. */
export function refusalHead(requestId: string, isCallerKnown: boolean): string {
  const ids = headerLine('x-request-id', requestId) + headerLine('x-litellm-call-id', requestId);
  return ALWAYS + ids + (isCallerKnown ? NOTHING_SPENT : '');
}

/** Of an answer that comes with a head of its own: which request it is, and what its caller is told of limits. */
export function passedHead({ record }: Exchange, limitLines: string): string {
  return `${ALWAYS}x-request-id: ${record.requestId}\r\nx-litellm-call-id: ${record.callId}\r\n${limitLines}`;
}

/** The same of a request that failed: how far it came, who failed last, and what the vendor said where it was the vendor. */
export function failureHead({ record, lastAttempt }: Exchange): string {
  const failed = lastAttempt?.failure === undefined ? undefined : lastAttempt;
  const said = failed?.vendorHeaders;
  return (
    ALWAYS +
    wayLines(record) +
    (record.guardrails ? guardrailLine(record.guardrails) : '') +
    failedSpend(record) +
    (failed === undefined ? '' : headerLine('x-litellm-model-id', failed.deployment.id)) +
    (said === undefined ? '' : vendorLimitLines(said) + vendorLines(said))
  );
}

/** That this call cost nothing, and what its key has spent before. */
function failedSpend({ caller }: RequestRecord): string {
  return caller instanceof VirtualKey ? FREE + keySpendLine(caller, 0) : NOTHING_SPENT;
}

/** Both ids were held to a pattern of visible ASCII when they were read. */
function wayLines({ requestId, callId, retries, fallbacks, maxRetries, shownTimeout }: RequestRecord): string {
  return `x-request-id: ${requestId}\r
x-litellm-call-id: ${callId}\r
x-litellm-attempted-retries: ${retries}\r
x-litellm-attempted-fallbacks: ${fallbacks}\r
x-litellm-max-retries: ${maxRetries}\r
x-litellm-timeout: ${shownTimeout}\r
`;
}

/** Which guardrails have looked. */
function guardrailLine(notes: NonNullable<RequestRecord['guardrails']>): string {
  const looked = notes.filter(({ status }) => status !== 'guardrail_failed_to_respond').map(({ name }) => name);
  return looked.length === 0 ? '' : headerLine('x-litellm-applied-guardrails', [...new Set(looked)].join(','));
}

/** What the key has spent, this call with it as far as that is known; of the master key LiteLLM tells the call alone. */
function spendLine({ caller }: AnsweredRecord, cost: number | undefined): string {
  if (caller instanceof VirtualKey) return keySpendLine(caller, cost ?? 0);
  return cost === undefined ? '' : `x-litellm-key-spend: ${asDollars(cost)}\r\n`;
}

function keySpendLine({ payer }: VirtualKey, cost: number): string {
  const spent = (payer?.purse.spent() ?? 0) / PER_DOLLAR;
  return `x-litellm-key-spend: ${asDollars(spent + cost)}\r\n`;
}

/** What it cost, whole and by parts. */
function costLines({ answer, deployment }: AnsweredRecord, cost: number): string {
  const whole = asDollars(cost);
  const lines = `x-litellm-response-cost: ${whole}\r\nx-litellm-response-cost-original: ${whole}\r\n`;
  if (cost === 0 || !answer.usage) return lines;
  let parts = '';
  const dollars = costPartsOf(answer.usage, answer.price ?? deployment?.price);
  for (const name in dollars) parts += `x-litellm-response-cost-${name}: ${asDollars(dollars[name] ?? 0)}\r\n`;
  return lines + parts + NEVER_SPENT;
}

/** The group under the name that the caller used, an alias or a deployment's id too; after a fallback, the one that answered. */
function groupAsked({ record, request }: Exchange, { group }: Deployment): string {
  return record.fallbacks > 0 ? group : request.model;
}

function linesOf(deployment: Deployment, group: string): string {
  const kept = fixedLines.get(deployment);
  if (kept?.group === group) return kept.lines;
  const lines = linesUnder(deployment, group);
  fixedLines.set(deployment, { group, lines });
  return lines;
}

function linesUnder(deployment: Deployment, group: string): string {
  const address = addressOf(deployment);
  return (
    ALWAYS +
    CALLBACKS +
    headerLine('x-litellm-model-id', deployment.id) +
    headerLine('x-litellm-model-group', group) +
    headerLine('x-litellm-model-name', deployment.model) +
    (deployment.region === undefined ? '' : headerLine('x-litellm-model-region', deployment.region)) +
    (address === undefined ? '' : headerLine('x-litellm-model-api-base', address)) +
    (isChosenHere(deployment) ? '' : headerLine('x-showrunner-model', deployment.model))
  );
}

/** As configured, else the vendor's own; OpenAI's as LiteLLM writes it (1.108.7, `litellm.get_api_base`). */
function addressOf({ adapter, settings }: Deployment): string | undefined {
  if (settings.apiBase !== undefined) return withoutAccess(settings.apiBase);
  if (adapter.transport !== 'http') return undefined;
  return adapter.name === 'openai' ? adapter.defaultApiBase?.replace(/\/v1$/, '') : adapter.defaultApiBase;
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
