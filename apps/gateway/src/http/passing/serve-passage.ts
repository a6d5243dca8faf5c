import type { IncomingMessage } from 'node:http';
import type { Admitted } from '../../admit/admitted.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import type { OutgoingRequest } from '../../exchange/transports.ts';
import { passingOperation, passingWire } from '../../passing/operation.ts';
import type { Destination, Passage } from '../../passing/passage.ts';
import { withQuery } from '../../passing/query.ts';
import { sentHeaders } from '../../passing/sent-headers.ts';
import { subpathOf } from '../../passing/subpath.ts';
import type { Gateway } from '../../serving/gateway.ts';
import type { Guarding } from '../../guard/guarding.ts';
import type { Serving } from '../../serving/serving.ts';
import { NO_CONTROLS } from '../../wires/openai/read-controls.ts';
import { passedHead } from '../answer/answer-head.ts';
import { endExchange } from '../end-exchange.ts';
import { openExchange, ownVendorKeys } from '../open-exchange.ts';
import { refuse } from '../answer/refuse.ts';
import type { Reply } from '../answer/reply.ts';
import { checkThings, keepThing } from './own-things.ts';
import { foreseenCost } from './foreseen-cost.ts';
import { guardedBody, guardedPassage } from './guarded-passage.ts';
import { HeldReply } from './held-reply.ts';
import { PassedAnswer } from './passed-answer.ts';
import { namingBody } from './naming-body.ts';
import { passedBody } from './passed-body.ts';
import { passedCaller, PASSING_SCOPE, type PassedCaller } from './passed-caller.ts';
import { sendOn } from './send-on.ts';

/** What goes through, as records and limits see it. */
const endpoint = { paths: [], scope: PASSING_SCOPE, operation: passingOperation, wire: passingWire };

/** A request that goes through, and the id it goes by in logs. */
export interface PassedRequest {
  readonly request: IncomingMessage;
  readonly requestId: string;
}

/** Serves such a request: its way from the head to the last byte, step by step. */
export async function servePassage(
  gateway: Gateway,
  passage: Passage,
  { request, requestId }: PassedRequest,
  reply: Reply,
): Promise<void> {
  const startedAt = performance.now();
  const { headers, url = '' } = request;
  let exchange: Exchange | undefined;
  try {
    const serving = gateway.current;
    const [path = '', query = ''] = url.split(/\?(.*)/s, 2);
    const { caller, withoutKeys } = await passedCaller(serving.callers, passage, request, query);
    const destination = passage.destination(subpathOf(path, passage.path), ownVendorKeys(serving, headers));
    const naming = passage.asksForKey ? await namingBody(request) : undefined;
    const asked = {
      request: { ...naming?.request, model: passage.path },
      controls: { ...NO_CONTROLS, ...naming?.controls, timeoutSeconds: passage.timeoutSeconds },
    };
    const requestBytes = Number(headers['content-length'] ?? 0);
    const name = passage.path;
    const read = {
      endpoint,
      route: name,
      asked,
      requestId,
      startedAt,
      headers,
      caller,
      requestBytes,
      shownAs: name,
    };
    exchange = openExchange(serving, read, reply);
    const head = headOf(passage, destination, request, { query, withoutKeys });
    exchange.foreseen = (usual) => foreseenCost({ passage, destination, head, body: naming?.whole }, usual);
    // Who comes with a key of their own sees what is theirs at the vendor's.
    const isOwnAccount = ownVendorKeys(serving, headers)?.[destination.vendor.name] !== undefined;
    const passing = { caller, destination, head, body: naming?.whole };
    const things = isOwnAccount || !passage.asksForKey ? undefined : await checkThings(gateway, passing);
    const madeOne = (id: string) => (things?.makesOne === true ? keepThing(gateway, passing, id) : undefined);
    await runPassage(
      gateway,
      exchange,
      { madeOne, serving, passage, destination, head, request, read: naming?.whole },
      reply,
    );
  } catch (failure) {
    // Nobody waits for the rest of what is refused.
    if (!request.complete) reply.closeAfter();
    if (exchange?.record.state !== 'finished') {
      const client = { route: passage.path, clientIp: reply.peer, userAgent: headers['user-agent'] };
      gateway.refused({ ...client, caller: exchange?.record.caller, failure });
      exchange?.finish(failure);
    }
    refuse(failure, reply, { requestId, exchange, wire: passingWire, logger: gateway.logger });
  }
}

/** Guardrails that each request meets look at what goes through as well. */
function guardingOf({ guards }: Serving, exchange: Exchange, { headers }: IncomingMessage): Guarding | undefined {
  return guards.passBy(exchange)
    ? undefined
    : guards.of(exchange, headers as Readonly<Record<string, string | undefined>>);
}

/** A request as it goes on, but for its body. */
type OutgoingHead = Omit<OutgoingRequest, 'body'>;

function headOf(
  { sends, asksForKey, methods }: Passage,
  { url, headers, defaultQuery }: Destination,
  { method: asked = '', headers: theirs }: IncomingMessage,
  { query, withoutKeys }: Pick<PassedCaller, 'withoutKeys'> & { readonly query: string },
): OutgoingHead {
  const method = methods.find((one) => one === asked);
  if (method === undefined) throw new Error(`${asked} is not passed through`);
  return {
    method,
    url: withQuery(url, query, { defaults: defaultQuery, withoutKey: asksForKey }),
    headers: sentHeaders(theirs, { choice: sends, withoutKeys, own: headers }),
  };
}

/** What is known of a request before it goes on. */
interface Prepared {
  readonly serving: Serving;
  readonly passage: Passage;
  readonly destination: Destination;
  readonly head: OutgoingHead;
  readonly request: IncomingMessage;
  /** Its body, where that was read before. */
  readonly read: Buffer | undefined;
  /** Hears of the vendor's id of what was made, before its client does. */
  readonly madeOne: (id: string) => Promise<void> | undefined;
}

/** From the checked request on; whatever comes of it, its limits are given back and its observers hear of it. */
async function runPassage(
  gateway: Gateway,
  exchange: Exchange,
  { serving, passage, destination, head, request, read, madeOne }: Prepared,
  reply: Reply,
): Promise<void> {
  const { admission, transports, groupFilter } = serving;
  const { deployment } = destination;
  let admitted: Admitted | undefined;
  let failure: unknown;
  const inFlight = gateway.underWay.count;
  gateway.underWay.add(exchange.lifetime);
  try {
    admitted = await admission.admit(exchange, inFlight);
    // Budgets of vendors and deployments are kept by who is chosen, and here there is no choice.
    groupFilter({ name: deployment.group, deployments: [deployment], outOfService: [] }, exchange, exchange.request);
    const came = await passedBody(request, destination, { demands: admission.demands, read });
    const guarding = guardingOf(serving, exchange, request);
    const body = guarding ? await guardedBody(guarding, request, came) : came;
    const held = guarding?.looksAtAnswers === true ? new HeldReply() : undefined;
    const ownLines = passedHead(exchange, admitted.headerLines);
    const answer = new PassedAnswer(held ?? reply, ownLines, () => exchange.moves());
    failure = await sendOn(transports, exchange, { passage, destination, outgoing: { ...head, body } }, answer);
    if (failure === undefined && answer.madeId !== undefined) await madeOne(answer.madeId);
    if (held && guarding) reply.send(held.status, held.headLines, await guardedPassage(guarding, held), 'latin1');
    else reply.end('');
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    const record = endExchange(gateway, exchange, { admitted, failure, headers: request.headers });
    // What goes through is not kept, so that there is nothing of it to tell.
    const told = { exchange, record, headers: request.headers, sent: undefined, isSecret: true };
    serving.callbacks.of(record.caller)?.exchangeEnded(told);
  }
}
