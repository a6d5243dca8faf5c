import { setTimeout as wait } from 'node:timers/promises';
import { fetchFromVendor } from '../bridge/fetch-from-vendor.ts';
import { classifyError } from '../kit/failure/classify-error.ts';
import { malformedAnswer } from '../kit/failure/failures.ts';
import { asCount, asObject, asString, isJsonObject, parseJson, type JsonObject } from '../kit/json.ts';
import { ProviderError } from '../spec/error.ts';
import type { Usage } from '../spec/operations/chat.ts';
import type { PredictionRequest } from './prediction-request.ts';
import { vendor } from './vendor.ts';

/** How long is waited before it is asked again, in milliseconds: first, and at most. */
const SHORTEST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 2000;

/** A prediction as Replicate tells it. */
export interface Prediction {
  readonly status: string;
  readonly output: string;
  readonly usage: Usage | undefined;
  readonly urls: JsonObject;
}

/** Begins a prediction. Rejects with a `ProviderError`. */
export async function beginPrediction(
  { url, headers, body }: PredictionRequest,
  signal: AbortSignal,
): Promise<Prediction> {
  return readPrediction(await fetchFromVendor(url, { method: 'POST', headers, body: JSON.stringify(body), signal }));
}

/** Asks until it has ended; it is cancelled where its caller goes. Rejects with a `ProviderError`. */
export async function endOfPrediction(
  begun: Prediction,
  { url, headers }: PredictionRequest,
  signal: AbortSignal,
): Promise<Prediction> {
  let prediction = begun;
  let pause = SHORTEST_WAIT_MS;
  try {
    while (prediction.status === 'starting' || prediction.status === 'processing') {
      await wait(pause, undefined, { signal });
      pause = Math.min(pause * 2, LONGEST_WAIT_MS);
      prediction = await readPrediction(await fetchFromVendor(ownUrl(begun, 'get', url), { headers, signal }));
    }
  } catch (error) {
    if (signal.aborted) cancelPrediction(begun, { url, headers });
    throw error;
  }
  return prediction;
}

/** Ends the vendor's work; nobody waits for it. */
export function cancelPrediction(
  begun: Prediction,
  { url, headers }: Pick<PredictionRequest, 'url' | 'headers'>,
): void {
  if (asString(begun.urls.cancel) === undefined) return;
  const options = { method: 'POST', headers, body: '{}', signal: AbortSignal.timeout(LONGEST_WAIT_MS * 5) };
  fetchFromVendor(ownUrl(begun, 'cancel', url), options).then(
    (response) => response.body?.cancel(),
    () => {},
  );
}

/** An address that the vendor said for what needs the key: the key goes nowhere but where the call went. */
function ownUrl({ urls }: Prediction, name: string, url: string): string {
  const said = asString(urls[name]) ?? '';
  if (URL.canParse(said) && new URL(said).origin === new URL(url).origin) return said;
  throw malformedAnswer(vendor, said, `the address of the prediction's "${name}" is not below the API's own`);
}

async function readPrediction(response: Response): Promise<Prediction> {
  const body = new Uint8Array(await response.arrayBuffer());
  const said = parseJson(new TextDecoder().decode(body));
  const status = isJsonObject(said) ? asString(said.status) : undefined;
  if (!response.ok || !isJsonObject(said) || status === undefined) {
    throw classifyError(vendor, response.status, Object.fromEntries(response.headers), body);
  }
  if (status === 'failed' || status === 'canceled') throw failed(status, asString(said.error));
  return { status, output: outputOf(said.output), usage: usageOf(said.metrics), urls: asObject(said.urls) ?? {} };
}

export function failed(status: string, reason: string | undefined): ProviderError {
  return new ProviderError({
    kind: 'server',
    message: `${vendor.title}: the prediction ${status === 'canceled' ? 'was cancelled' : 'failed'}${reason ? `: ${reason}` : ''}`,
    provider: vendor.name,
    status: 502,
    isRetryable: true,
  });
}

function outputOf(output: unknown): string {
  return Array.isArray(output) ? output.filter((one) => typeof one === 'string').join('') : (asString(output) ?? '');
}

/** Models of language say what they counted. */
export function usageOf(metrics: unknown): Usage | undefined {
  const said = asObject(metrics);
  if (said?.input_token_count === undefined || said.output_token_count === undefined) return undefined;
  const [prompt_tokens, completion_tokens] = [asCount(said.input_token_count), asCount(said.output_token_count)];
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}
