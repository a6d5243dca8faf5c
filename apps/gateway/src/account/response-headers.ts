import type { Deployment } from '../config/deployment.ts';
import type { Exchange } from '../call/exchange.ts';

const MICRO = 1_000_000;

/** The headers that tell which deployment served; they do not change, so they are made once a deployment. */
const fixedHeaders = new WeakMap<Deployment, Readonly<Record<string, string>>>();

/** LiteLLM's `x-litellm-*` headers (`docs/proxy/response_headers.md`), as far as they are known before the first byte. */
export function responseHeaders(
  exchange: Exchange,
  deployment: Deployment,
  { cost, servedModel }: { cost: number | undefined; servedModel?: string | undefined },
  now: number,
): Record<string, string> {
  const duration = now - exchange.startedAt;
  const headers: Record<string, string> = {
    ...headersOf(deployment),
    'x-request-id': exchange.requestId,
    'x-litellm-call-id': exchange.callId,
    'x-litellm-attempted-retries': String(exchange.retries),
    'x-litellm-attempted-fallbacks': String(exchange.fallbacks),
    'x-litellm-response-duration-ms': duration.toFixed(3),
    'x-litellm-overhead-duration-ms': Math.max(0, duration - exchange.upstreamMs).toFixed(3),
  };
  // An embedded adapter may choose the model itself (`local/auto`); what snapshot a vendor took is not asked here.
  const isChosenHere = deployment.adapter.transport === 'embedded' && deployment.mockResponse === undefined;
  if (servedModel !== undefined && isChosenHere) {
    headers['x-showrunner-model'] = asHeader(withPrefix(deployment.adapter.name, servedModel));
  }
  if (cost !== undefined) headers['x-litellm-response-cost'] = asDollars(cost);
  return headers;
}

function withPrefix(provider: string, model: string): string {
  return model.startsWith(`${provider}/`) ? model : `${provider}/${model}`;
}

/** Dollars without an exponent, which not every client reads. */
function asDollars(cost: number): string {
  return cost === 0 || cost >= 1 / MICRO ? String(cost) : cost.toFixed(12);
}

function headersOf(deployment: Deployment): Readonly<Record<string, string>> {
  let headers = fixedHeaders.get(deployment);
  if (!headers) {
    const { apiBase } = deployment.settings;
    headers = {
      'x-litellm-model-id': asHeader(deployment.id),
      'x-litellm-model-group': asHeader(deployment.group),
      'x-showrunner-model': asHeader(deployment.model),
      ...(apiBase !== undefined && { 'x-litellm-model-api-base': asHeader(withoutSecrets(apiBase)) }),
    };
    fixedHeaders.set(deployment, headers);
  }
  return headers;
}

/** An address without its query and its user, where keys stand at times. */
function withoutSecrets(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}

/** Header values hold visible ASCII (RFC 9110, 5.5); names in other scripts are percent-encoded. */
function asHeader(value: string): string {
  return /^[\x20-\x7e]*$/.test(value) ? value : encodeURIComponent(value);
}
