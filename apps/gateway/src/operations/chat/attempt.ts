import { billedTier, priceServedAs } from '@showrunner/models';
import {
  chatOfModel,
  operationOf,
  type BridgedChat,
  type ChatCall,
  type ChatRequest,
  type HttpChat,
  type HttpProviderAdapter,
  type InProcessChat,
} from '@showrunner/providers';
import type { Answer } from '../../exchange/answer/answer.ts';
import type { Attempt } from '../../exchange/attempt.ts';
import { costOf } from '../../exchange/record/cost.ts';
import type { Transports } from '../../exchange/transports.ts';
import type { ChatView, ChatWriter } from '../../wires/chat-wire.ts';
import { DecodedRelay } from '../../wires/decoded-relay.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import { callOf } from '../call-of.ts';
import { responsesChatOf } from './chat-by-responses.ts';
import { mockChunks, mockCompletion } from './mock.ts';

/** What an attempt at a chat completion goes by. */
interface ChatAttempt {
  readonly attempt: Attempt;
  readonly call: ChatCall;
  readonly writer: ChatWriter;
  readonly view: ChatView;
  readonly transports: Transports;
}

/** What a vendor is asked for by which a chat is made. */
export type ChatBy = 'chat' | 'responses';

/** Calls one deployment once, in the way that it is reached. Throws, or rejects with, a `ProviderError`. */
export function attemptChat(
  attempt: Attempt,
  request: ChatRequest,
  writer: ChatWriter,
  transports: Transports,
): Promise<Answer> {
  return attemptChatBy('chat', { attempt, request, writer, transports });
}

/** A chat to be made, and who writes its answer. */
interface AskedChat {
  readonly attempt: Attempt;
  readonly request: ChatRequest;
  readonly writer: ChatWriter;
  readonly transports: Transports;
}

/** The same by what the vendor is asked for. */
export function attemptChatBy(by: ChatBy, { attempt, request, writer, transports }: AskedChat): Promise<Answer> {
  const { adapter, mockResponse, price } = attempt.deployment;
  const showsUsage = request.stream_options?.include_usage === true;
  const view: ChatView = {
    model: attempt.shownModel,
    showsUsage,
    ...(showsUsage && {
      costOf: (usage) => costOf({}, usage, priceServedAs(price, billedTier(usage.service_tier, request.service_tier))),
      estimate: (facts) => attempt.exchange.operation.measure(attempt.exchange.request, facts),
    }),
  };
  const chat = { attempt, call: callOf(attempt, request), writer, view, transports };
  if (mockResponse !== undefined) return answerMock(chat, mockResponse);
  if (adapter.transport === 'embedded') return answerHere(chat, operationOf(adapter, 'chat'));
  const operation = operationBy(by, attempt.deployment, adapter);
  return operation.wire === 'bridge' ? answerHere(chat, operation) : askVendor(chat, adapter, operation);
}

/** Some models give responses alone. */
function operationBy(
  by: ChatBy,
  { info, vendorModel }: Deployment,
  adapter: HttpProviderAdapter,
): HttpChat | BridgedChat {
  const wanted = by === 'responses' || info.mode === 'responses' ? responsesChatOf(adapter) : undefined;
  return wanted ?? chatOfModel(operationOf(adapter, 'chat'), vendorModel);
}

/** A vendor of the client's own wire passes through as bytes; others are translated. */
function askVendor(
  { attempt, call, writer, view, transports }: ChatAttempt,
  vendor: HttpProviderAdapter,
  operation: HttpChat,
): Promise<Answer> {
  const passing = operation.wire === writer.passing?.vendorWire ? writer.passing : undefined;
  const request = operation.encode(call);
  if (attempt.isStream) {
    const relay =
      passing?.passStream(vendor, view) ??
      new DecodedRelay(operation.stream(call), vendor.name, writer.writeStream(view));
    return transports.openStream(attempt, request, vendor, relay);
  }
  return transports.collect(
    attempt,
    request,
    vendor,
    (answer) => passing?.pass(answer, vendor, view) ?? writer.write(operation.decode(answer.body, call), view),
  );
}

/** A model of this machine, or a vendor behind another library's client. */
async function answerHere(
  { attempt, call, writer, view, transports }: ChatAttempt,
  operation: InProcessChat,
): Promise<Answer> {
  if (attempt.isStream) {
    return transports.openChunks(attempt, (signal) => operation.stream(call, signal), writer.writeStream(view));
  }
  return writer.write(await transports.run(attempt, (signal) => operation.complete(call, signal)), view);
}

async function answerMock({ attempt, writer, view, transports }: ChatAttempt, text: string): Promise<Answer> {
  if (!attempt.isStream) return writer.write(mockCompletion(text, view.model), view);
  return transports.openChunks(attempt, () => mockChunks(text, view.model), writer.writeStream(view));
}
