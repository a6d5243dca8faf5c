import {
  operationOf,
  type ChatCall,
  type ChatRequest,
  type HttpChat,
  type HttpProviderAdapter,
  type InProcessChat,
  type Usage,
} from '@showrunner/providers';
import type { Answer } from '../../exchange/answer.ts';
import type { Attempt } from '../../exchange/attempt.ts';
import { costOf } from '../../exchange/cost.ts';
import type { Transports } from '../../exchange/transports.ts';
import type { ChatView, ChatWriter } from '../../wires/chat-wire.ts';
import { DecodedRelay } from '../../wires/decoded-relay.ts';
import { callOf } from '../call-of.ts';
import { mockChunks, mockCompletion } from './mock.ts';

/** What an attempt at a chat completion goes by. */
interface ChatAttempt {
  readonly attempt: Attempt;
  readonly call: ChatCall;
  readonly writer: ChatWriter;
  readonly view: ChatView;
  readonly transports: Transports;
}

/** Calls one deployment once, in the way that it is reached. Throws, or rejects with, a `ProviderError`. */
export function attemptChat(
  attempt: Attempt,
  request: ChatRequest,
  writer: ChatWriter,
  transports: Transports,
): Promise<Answer> {
  const { adapter, mockResponse, price } = attempt.deployment;
  const showsUsage = request.stream_options?.include_usage === true;
  const costOfUsage = showsUsage ? (usage: Usage) => costOf({}, usage, price) : undefined;
  const view = { model: attempt.shownModel, showsUsage, costOf: costOfUsage };
  const chat = { attempt, call: callOf(attempt, request), writer, view, transports };
  if (mockResponse !== undefined) return answerMock(chat, mockResponse);
  if (adapter.transport === 'embedded') return answerHere(chat, operationOf(adapter, 'chat'));
  const operation = operationOf(adapter, 'chat');
  return operation.wire === 'bridge' ? answerHere(chat, operation) : askVendor(chat, adapter, operation);
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
