import type { ChatRequest, HttpProviderAdapter, NativeOperation, ProviderCall } from '@showrunner/providers';
import type { Answer } from '../../exchange/answer/answer.ts';
import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { ModelRequest } from '../../exchange/asked/model-request.ts';
import type { Transports } from '../../exchange/transports.ts';
import type { NativeWire } from '../../wires/native-wire.ts';
import { callOf } from '../call-of.ts';
import { attemptChatBy, type ChatBy } from '../chat/attempt.ts';
import { fillIn } from '../fill-in.ts';
import { vendorOfResponses } from '../responses/native-responses.ts';

/** A kind of call that vendors of its wire are asked for as it is, and all others as a chat. */
export interface NativeKind<Request extends ModelRequest> {
  /** How the deployment is asked in the client's own wire; nothing where it is asked by a chat. */
  readonly nativeOf: (deployment: Deployment) => NativeOperation<ProviderCall<Request>> | undefined;
  /** A request with a deployment's members, which are in chat's words, in this wire's. */
  readonly withDefaults: (request: Request, defaults: Readonly<Record<string, unknown>>) => Request;
}

/** An attempt at a request of a vendor's own wire. */
interface NativeAttempt<Request extends ModelRequest> {
  readonly attempt: Attempt;
  readonly request: Request;
  readonly wire: NativeWire<Request>;
  readonly transports: Transports;
}

/** Calls one deployment once, in the wire that it speaks. Throws, or rejects with, a `ProviderError`. */
export function attemptNative<Request extends ModelRequest>(
  { nativeOf, withDefaults }: NativeKind<Request>,
  native: NativeAttempt<Request>,
): Promise<Answer> {
  const { attempt, request, wire, transports } = native;
  const { adapter, defaults, info } = attempt.deployment;
  const operation = nativeOf(attempt.deployment);
  if (adapter.transport === 'http' && operation) {
    return askVendor({ ...native, request: withDefaults(request, defaults) }, adapter, operation);
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

function askVendor<Request extends ModelRequest>(
  { attempt, request, wire, transports }: NativeAttempt<Request>,
  vendor: HttpProviderAdapter,
  operation: NativeOperation<ProviderCall<Request>>,
): Promise<Answer> {
  const { model } = attempt.exchange.request;
  const encoded = operation.encode(callOf(attempt, request));
  return attempt.isStream
    ? transports.openStream(attempt, encoded, vendor, wire.passStream(vendor, model))
    : transports.collect(attempt, encoded, vendor, (answer) => wire.pass(answer, vendor, model));
}
