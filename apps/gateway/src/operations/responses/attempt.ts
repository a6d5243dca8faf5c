import { operationOf, type HttpProviderAdapter, type ResponseItem, type ResponsesRequest } from '@showrunner/providers';
import type { Answer } from '../../exchange/answer/answer.ts';
import type { Attempt } from '../../exchange/attempt.ts';
import type { Transports } from '../../exchange/transports.ts';
import type { PassedResponseView, ResponseDraft, ResponsesWire, WrittenResponse } from '../../wires/responses-wire.ts';
import { callOf } from '../call-of.ts';
import { attemptChat } from '../chat/attempt.ts';
import { fillIn } from '../fill-in.ts';
import { noBackground, type BackgroundResponse } from './background-response.ts';
import type { Continuation } from './continuation.ts';
import { newResponseId } from './response-id.ts';
import { vendorOfResponses } from './native-responses.ts';
import type { ResponsesPorts } from './responses-ports.ts';
import { inputForVendor, itemsForVendor } from './items-for-vendor.ts';

/** What an attempt at a response goes by. */
export interface ResponseAttempt {
  readonly ports: ResponsesPorts;
  readonly attempt: Attempt;
  readonly request: ResponsesRequest;
  readonly wire: ResponsesWire;
  readonly transports: Transports;
  /** Nothing where a conversation begins. */
  readonly continuation: Continuation | undefined;
  /** Nothing where its caller waits. */
  readonly background: BackgroundResponse | undefined;
}

/** Calls one deployment once: by responses of its own where it has them, else by a chat. Rejects with a `ProviderError`. */
export async function attemptResponse(asked: ResponseAttempt): Promise<Answer> {
  const vendor = vendorOfResponses(asked.attempt.deployment);
  return vendor ? askVendor(asked, vendor) : askByChat(asked);
}

function askVendor(asked: ResponseAttempt, vendor: HttpProviderAdapter): Promise<Answer> {
  const { attempt, wire, transports } = asked;
  const view = passedView(asked);
  const encoded = operationOf(vendor, 'responses').encode(callOf(attempt, requestForVendor(asked)));
  return attempt.isStream
    ? transports.openStream(attempt, encoded, vendor, wire.passStream(vendor, view))
    : transports.collect(attempt, encoded, vendor, (answer) => wire.pass(answer, vendor, view));
}

/** What came before, in the form that the vendor can go on from. */
function requestForVendor({ request, wire, continuation }: ResponseAttempt): ResponsesRequest {
  const { input } = request;
  const listed = Array.isArray(input) ? inputForVendor(input, wire) : input;
  const asked = listed === input ? request : { ...request, input: listed as ResponseItem[] };
  if (!continuation) return asked;
  if (continuation.kind === 'vendor') return { ...asked, previous_response_id: continuation.vendorId };
  const { previous_response_id: _kept, ...rest } = asked;
  const own = typeof asked.input === 'string' ? wire.itemsOf(asked) : (asked.input ?? []);
  return { ...rest, input: [...itemsForVendor(continuation.items), ...own] };
}

/** An id is the same in each event of a stream. */
function passedView({ ports, attempt }: ResponseAttempt): PassedResponseView {
  const { exchange, deployment } = attempt;
  const { previous_response_id: previousId } = exchange.request;
  const ids = new Map<string, string>();
  return {
    model: exchange.request.model,
    idOf(vendorId) {
      const known = ids.get(vendorId);
      if (known !== undefined) return known;
      const owner = exchange.record.caller.workspace;
      const id = ports.ids.seal({ owner, deploymentId: deployment.id, vendorId });
      ids.set(vendorId, id);
      return id;
    },
    previousIdOf: () => (typeof previousId === 'string' ? previousId : null),
  };
}

async function askByChat(asked: ResponseAttempt): Promise<Answer> {
  const { ports, attempt, request, wire, transports, continuation, background } = asked;
  const { deployment, exchange } = attempt;
  if (request.background === true && !background) throw noBackground(deployment.group);
  const own = wire.itemsOf(request);
  const before = continuation?.kind === 'kept' ? continuation.items : [];
  const chat = wire.asChat(request, [...before, ...own], attempt.dropsUnsupported);
  const draft: ResponseDraft = background?.draft ?? {
    id: newResponseId(),
    request: { ...request, model: exchange.request.model },
    isKept: request.store !== false && ports.stored.isOn,
    keep: (response) => keep(asked, draft, own, response),
  };
  const writer = wire.writer(draft);
  const answer = await attemptChat(attempt, fillIn(chat, deployment.defaults), writer, transports);
  if (answer.kind === 'stream' || !writer.written) return answer;
  // The vendor has answered; what keeping takes is not its time.
  attempt.end();
  const store = await draft.keep(writer.written);
  return store === draft.isKept ? answer : { ...answer, text: JSON.stringify({ ...writer.written, store }) };
}

/** A database that is away costs no answer: the response says that it is not stored. */
async function keep(
  { ports, attempt, request }: ResponseAttempt,
  { id, isKept }: ResponseDraft,
  input: readonly ResponseItem[],
  response: WrittenResponse,
): Promise<boolean> {
  if (!isKept) return false;
  try {
    return await ports.stored.keep({
      id,
      owner: attempt.exchange.record.caller.workspace,
      previousId: request.previous_response_id ?? null,
      createdAt: Date.now(),
      input,
      response: (await attempt.exchange.guard?.keepable(response)) ?? response,
    });
  } catch (error) {
    ports.logger.warn({ error: String(error) }, 'a response cannot be stored');
    return false;
  }
}
