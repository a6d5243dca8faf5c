import type { Deployment } from '../config/deployment.ts';
import type { AnswerFacts, RequestRecord } from './request-record.ts';

/** The version of LiteLLM whose behaviour the gateway follows, for clients that look at it. */
const LITELLM_VERSION = '1.90.0';
const MICRO = 1_000_000;

const ALWAYS = ['x-content-type-options', 'nosniff', 'x-litellm-version', LITELLM_VERSION];

/** Those that tell which deployment served do not change, so they are made once a deployment. */
const fixedHeaders = new WeakMap<Deployment, readonly string[]>();

/**
 * LiteLLM's `x-litellm-*` headers (`docs/proxy/response_headers.md`), as far as they are known before the first byte:
 * names and values in turn, as `writeHead` takes them.
 */
export function responseHeaders(record: RequestRecord, ofLimits: readonly string[]): string[] {
  const durationMs = performance.now() - record.startedAt;
  const headers = [
    ...headersOf(record.deployment),
    ...ofLimits,
    'x-request-id',
    record.requestId,
    'x-litellm-call-id',
    record.callId,
    'x-litellm-attempted-retries',
    String(record.retries),
    'x-litellm-attempted-fallbacks',
    String(record.fallbacks),
    'x-litellm-max-retries',
    String(record.maxRetries),
    'x-litellm-timeout',
    String(record.timeoutSeconds),
    'x-litellm-response-duration-ms',
    asMilliseconds(durationMs),
    'x-litellm-overhead-duration-ms',
    asMilliseconds(Math.max(0, durationMs - record.upstreamMs)),
  ];
  if (record.deployment) headers.push('x-showrunner-model', servedModel(record.deployment, record.answer));
  if (record.cost !== undefined) headers.push('x-litellm-response-cost', asDollars(record.cost));
  return headers;
}

/** An embedded adapter may choose the model itself (`local/auto`); what snapshot a vendor took is not asked here. */
function servedModel({ adapter, mockResponse, model }: Deployment, answer: AnswerFacts | undefined): string {
  const isChosenHere = adapter.transport === 'embedded' && mockResponse === undefined;
  if (!isChosenHere || answer?.model === undefined) return asHeader(model);
  return asHeader(answer.model.startsWith(`${adapter.name}/`) ? answer.model : `${adapter.name}/${answer.model}`);
}

/** With three decimals: microseconds. */
function asMilliseconds(milliseconds: number): string {
  return String(Math.round(milliseconds * 1000) / 1000);
}

/** Dollars without an exponent, which not every client reads. */
function asDollars(cost: number): string {
  return cost === 0 || cost >= 1 / MICRO ? String(cost) : cost.toFixed(12);
}

function headersOf(deployment: Deployment | undefined): readonly string[] {
  if (!deployment) return ALWAYS;
  let headers = fixedHeaders.get(deployment);
  if (!headers) {
    const { apiBase } = deployment.settings;
    headers = [
      ...ALWAYS,
      'x-litellm-model-id',
      asHeader(deployment.id),
      'x-litellm-model-group',
      asHeader(deployment.group),
      ...(apiBase === undefined ? [] : ['x-litellm-model-api-base', asHeader(withoutSecrets(apiBase))]),
    ];
    fixedHeaders.set(deployment, headers);
  }
  return headers;
}

/** An address without its query and its user, where keys stand at times. */
function withoutSecrets(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}

const VISIBLE_ASCII = /^[\x20-\x7e]*$/;

/** Header values hold visible ASCII (RFC 9110, 5.5); names in other scripts are percent-encoded. */
function asHeader(value: string): string {
  return VISIBLE_ASCII.test(value) ? value : encodeURIComponent(value);
}
