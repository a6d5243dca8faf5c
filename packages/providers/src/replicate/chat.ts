import { toProviderError } from '../bridge/provider-error.ts';
import { fetchFromVendor } from '../bridge/fetch-from-vendor.ts';
import { classifyError } from '../kit/failure/classify-error.ts';
import { EventStreamReader } from '../kit/stream/event-stream.ts';
import { cutStream } from '../kit/failure/failures.ts';
import { asString, isJsonObject, parseJson } from '../kit/json.ts';
import type { BridgedChat, ChatCall, ChatChunk, ChatCompletion } from '../spec/operations/chat.ts';
import { completionOfText, TextChunks } from '../text-wire/completion.ts';
import { beginPrediction, cancelPrediction, endOfPrediction, failed, type Prediction } from './prediction.ts';
import { predictionRequest, type PredictionRequest } from './prediction-request.ts';
import { vendor } from './vendor.ts';

/** Chat by predictions, which take more than one request each. */
export const chat: BridgedChat = Object.freeze({ wire: 'bridge', complete, stream } satisfies BridgedChat);

async function complete(call: ChatCall, signal: AbortSignal): Promise<ChatCompletion> {
  const request = predictionRequest(call);
  try {
    const begun = await beginPrediction(request, signal);
    const { output, usage } = await endOfPrediction(begun, request, signal);
    return completionOfText({ text: output, usage }, call.model);
  } catch (error) {
    throw toProviderError(vendor, error);
  }
}

async function* stream(call: ChatCall, signal: AbortSignal): AsyncGenerator<ChatChunk, void, undefined> {
  const request = predictionRequest(call);
  try {
    const begun = await beginPrediction(request, signal);
    yield* asString(begun.urls.stream) === undefined
      ? atOnce(begun, request, call, signal)
      : streamed(begun, request, call, signal);
  } catch (error) {
    throw toProviderError(vendor, error);
  }
}

/** A model that cannot stream is waited for. */
async function* atOnce(
  begun: Prediction,
  request: PredictionRequest,
  { model }: ChatCall,
  signal: AbortSignal,
): AsyncGenerator<ChatChunk, void, undefined> {
  const { output, usage } = await endOfPrediction(begun, request, signal);
  const chunks = new TextChunks(model);
  yield* chunks.read({ text: output, finishReason: 'stop', usage });
  yield* chunks.finish();
}

/** The address of the stream lies elsewhere and is secret itself: it gets no key. */
async function* streamed(
  begun: Prediction,
  request: PredictionRequest,
  { model }: ChatCall,
  signal: AbortSignal,
): AsyncGenerator<ChatChunk, void, undefined> {
  const chunks = new TextChunks(model);
  const events = new EventStreamReader();
  let isDone = false;
  try {
    const response = await fetchFromVendor(String(begun.urls.stream), {
      headers: { accept: 'text/event-stream' },
      signal,
    });
    if (!response.ok || !response.body) {
      const said = new Uint8Array(await response.arrayBuffer());
      throw classifyError(vendor, response.status, Object.fromEntries(response.headers), said);
    }
    const body: AsyncIterable<Uint8Array> = response.body;
    for await (const bytes of body) {
      events.push(bytes);
      while (!isDone && events.next()) {
        if (events.type === 'output') yield* chunks.read({ text: events.data });
        else if (events.type === 'error') throw failed('failed', reasonIn(events.data));
        else if (events.type === 'done') isDone = endedWell(events.data);
      }
      if (isDone) break;
    }
    if (!isDone) throw cutStream(vendor);
    yield* chunks.finish();
  } finally {
    if (!isDone) cancelPrediction(begun, request);
  }
}

/** `{}` where all was said, else with a reason. */
function endedWell(data: string): true {
  const said = parseJson(data);
  const reason = isJsonObject(said) ? asString(said.reason) : undefined;
  if (reason === 'canceled' || reason === 'error') throw failed(reason === 'error' ? 'failed' : reason, undefined);
  return true;
}

function reasonIn(data: string): string {
  const said = parseJson(data);
  return (isJsonObject(said) ? (asString(said.detail) ?? asString(said.message)) : undefined) ?? data;
}
