import type { ChatRequest, HttpMessages, HttpProviderAdapter, MessagesRequest } from '@showrunner/providers';
import type { Answer } from '../../exchange/answer.ts';
import type { Attempt } from '../../exchange/attempt.ts';
import type { Transports } from '../../exchange/transports.ts';
import type { MessagesWire } from '../../wires/messages-wire.ts';
import { callOf } from '../call-of.ts';
import type { Deployment } from '../../exchange/deployment.ts';
import { attemptChatBy, type ChatBy } from '../chat/attempt.ts';
import { fillIn } from '../fill-in.ts';
import { messagesOf } from './native-messages.ts';
import { vendorOfResponses } from '../responses/native-responses.ts';
import { messagesDefaults } from './messages-defaults.ts';

/** Calls one deployment once, in the wire that it speaks. Throws, or rejects with, a `ProviderError`. */
export function attemptMessages(
  attempt: Attempt,
  request: MessagesRequest,
  wire: MessagesWire,
  transports: Transports,
): Promise<Answer> {
  const { adapter, defaults, info } = attempt.deployment;
  const operation = messagesOf(attempt.deployment);
  if (adapter.transport === 'http' && operation) {
    const filled = fillIn(request, messagesDefaults(defaults));
    return askVendor({ attempt, request: filled, wire, transports, vendor: adapter, operation });
  }
  const { request: chat, writer } = wire.throughChat(request, info);
  const filled = fillIn(chat, defaults);
  return attemptChatBy(chatBy(attempt.deployment, filled), { attempt, request: filled, writer, transports });
}

/**
 * OpenAI's own models are asked by responses, which keep what was thought from turn to turn. A server of OpenAI's wire
 * with models that nobody knows may have none, and where an answer has to stop is for a chat alone to say.
 */
function chatBy(deployment: Deployment, { stop }: ChatRequest): ChatBy {
  if (deployment.asksMessagesByChat || deployment.facts === undefined || stop !== undefined) return 'chat';
  return vendorOfResponses(deployment)?.prefersResponses ? 'responses' : 'chat';
}

/** A vendor of the client's own wire. */
interface NativeAttempt {
  readonly attempt: Attempt;
  readonly request: MessagesRequest;
  readonly wire: MessagesWire;
  readonly transports: Transports;
  readonly vendor: HttpProviderAdapter;
  readonly operation: HttpMessages;
}

function askVendor({ attempt, request, wire, transports, vendor, operation }: NativeAttempt): Promise<Answer> {
  const { model } = attempt.exchange.request;
  const encoded = operation.encode(callOf(attempt, request));
  return attempt.isStream
    ? transports.openStream(attempt, encoded, vendor, wire.passStream(vendor, model))
    : transports.collect(attempt, encoded, vendor, (answer) => wire.pass(answer, vendor, model));
}
