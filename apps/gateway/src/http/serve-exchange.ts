import type { IncomingMessage } from 'node:http';
import type { Caller } from '@showrunner/access';
import { headProblem, requestId as readRequestId, type RequestHead } from '@showrunner/service';
import type { Admitted } from '../admit/admitted.ts';
import type { CachedAnswer } from '../cache/cached-answer.ts';
import type { CacheVisit } from '../cache/visit.ts';
import type { PlainAnswer } from '../exchange/answer/answer.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { AnsweredRecord } from '../exchange/record/record.ts';
import type { AskedRequest } from '../exchange/wire.ts';
import type { Guarding } from '../guard/guarding.ts';
import { isMapping } from '../json/mapping.ts';
import type { SentAnswer } from '../observe/callbacks/told-answer.ts';
import type { Gateway } from '../serving/gateway.ts';
import type { Serving } from '../serving/serving.ts';
import { workInBackground } from './work-in-background.ts';
import { embedWords } from './embed-words.ts';
import { endExchange } from './end-exchange.ts';
import type { Endpoint } from './endpoints.ts';
import type { KnownRequests } from './body/known-requests.ts';
import { askByForm, MOST_UPLOAD_BYTES, type FormArrival } from './multipart/ask-by-form.ts';
import type { ReadForm } from './multipart/read-form.ts';
import { answerOf, answerOfRest } from './answer/answer-of.ts';
import { guardedHit, sendInstead } from './answer/guarded-answer.ts';
import { openExchange } from './open-exchange.ts';
import { parseJsonBody } from './body/parse-body.ts';
import { checkMediaType } from './body/read-body.ts';
import { refuse } from './answer/refuse.ts';
import type { Reply } from './answer/reply.ts';
import { sendCached, sendPlain, sendStream } from './answer/send-answer.ts';

/** A request as it comes in. */
export interface Arrival extends RequestHead {
  /** The model, where the path names it: it counts over the body's, which need not have one. */
  readonly model?: string | undefined;
  /** What brings the body, where it need not be waited for. */
  readonly input?: IncomingMessage | undefined;
  /** The whole body, where it is not there yet to be waited for. */
  readBody(): Buffer | Promise<Buffer>;
}

/** An endpoint at work. */
export interface ServedEndpoint extends Endpoint {
  /** Under which of its paths it is asked here. */
  readonly route: string;
  /** For where answers are cached. */
  readonly known: KnownRequests;
}

/**
 * Serves a request for a model's answer, without Fastify: its way from the head to the last byte, step by step. It waits
 * only for steps that have to: an `await` of what is there takes longer than most of them.
 */
export async function serveExchange(
  gateway: Gateway,
  endpoint: ServedEndpoint,
  arrival: Arrival,
  reply: Reply,
): Promise<void> {
  const startedAt = performance.now();
  const { headers } = arrival;
  const requestId = readRequestId(headers['x-request-id']);
  let exchange: Exchange | undefined;
  let caller: Caller | undefined;
  let form: ReadForm | undefined;
  try {
    const serving = gateway.current;
    const problem = headProblem(arrival);
    if (problem) throw problem;
    const permitted = serving.callers.permit(arrival, endpoint.scope, endpoint.paths);
    caller = permitted instanceof Promise ? await permitted : permitted;
    if (!endpoint.isForm) serving.admission.demands?.checkAnnounced(headers);
    const reading = readRequest(gateway, serving, endpoint, arrival);
    const read = reading instanceof Promise ? await reading : reading;
    form = read.form;
    serving.admission.refuseMocks(read.asked.controls);
    serving.admission.demands?.check(read.asked, headers, read.bytes);
    const { route } = endpoint;
    const opened = {
      endpoint,
      route,
      asked: read.asked,
      requestId,
      startedAt,
      headers,
      caller,
      requestBytes: read.bytes,
    };
    exchange = openExchange(serving, opened, reply);
    const guarding = guardingOf(serving, exchange, headers);
    await runExchange(gateway, { serving, exchange, guarding, headers }, reply);
  } catch (thrown) {
    // Nobody waits for the rest of what is refused.
    if (arrival.input?.complete === false) reply.closeAfter();
    const failure = !exchange && caller ? await refusalOfUnread(gateway, caller, thrown) : thrown;
    if (exchange?.record.state !== 'finished') {
      const client = { route: endpoint.route, clientIp: reply.peer, userAgent: headers['user-agent'] };
      gateway.refused({ ...client, caller, failure });
      // Nobody waits for it any more, and nobody is to be told that it hangs.
      exchange?.finish(failure);
    }
    refuse(failure, reply, { requestId, exchange, wire: endpoint.wire, logger: gateway.logger });
  } finally {
    void form?.close();
  }
}

/** What cannot be read counts among the requests of its caller, like what can: it is refused by their limit in the end. */
async function refusalOfUnread({ current }: Gateway, caller: Caller, failure: unknown): Promise<unknown> {
  try {
    await current.admission.countUnread(caller);
    return failure;
  } catch (spent) {
    return spent;
  }
}

/** What is asked, and how long its body is; of a form that is still coming and does not say it, how long it may be. */
interface ReadArrival {
  readonly asked: AskedRequest;
  readonly bytes: number;
  readonly form?: ReadForm;
}

function readRequest(
  gateway: Gateway,
  serving: Serving,
  endpoint: ServedEndpoint,
  arrival: Arrival,
): ReadArrival | Promise<ReadArrival> {
  const { headers, model, input } = arrival;
  if (endpoint.isForm && input) return readForm(gateway, serving, endpoint, { headers, model, input });
  checkMediaType(headers);
  const read = (body: Buffer): ReadArrival => ({
    asked: readAsked(endpoint, body, model, serving.cache !== undefined),
    bytes: body.length,
  });
  const body = arrival.readBody();
  return body instanceof Promise ? body.then(read) : read(body);
}

async function readForm(
  { spoolFolder }: Gateway,
  { admission }: Serving,
  { wire }: ServedEndpoint,
  arrival: FormArrival,
): Promise<ReadArrival> {
  const mostBytes = Math.min(admission.demands?.mostBytes ?? Infinity, MOST_UPLOAD_BYTES);
  const read = await askByForm(wire, arrival, { mostBytes, spoolFolder });
  const announced = arrival.headers['content-length'];
  // Of what comes in pieces without a length, all that may come is expected.
  return { ...read, bytes: announced === undefined ? (read.form.fileBytes ?? mostBytes) : Number(announced) };
}

function readAsked({ wire, known }: ServedEndpoint, body: Buffer, model: string | undefined, isCached: boolean) {
  if (model !== undefined) {
    const read = parseJsonBody(body);
    return wire.read(isMapping(read) ? { ...read, model } : read);
  }
  return isCached ? known.read(body) : wire.read(parseJsonBody(body));
}

/** What guards the exchange; nothing where no guardrail does. Throws a 400 for one that does not run here. */
function guardingOf({ guards }: Serving, exchange: Exchange, headers: Arrival['headers']): Guarding | undefined {
  if (guards.passBy(exchange)) return undefined;
  return guards.of(exchange, headers as Readonly<Record<string, string | undefined>>);
}

/** An exchange on its way. */
interface RunningExchange {
  readonly serving: Serving;
  readonly exchange: Exchange;
  readonly guarding: Guarding | undefined;
  readonly headers: Arrival['headers'];
}

/** From the checked request on; whatever comes of it, its limits are given back and its observers hear of it. */
async function runExchange(
  gateway: Gateway,
  { serving, exchange, guarding, headers }: RunningExchange,
  reply: Reply,
): Promise<void> {
  const { lifetime } = exchange;
  let admitted: Admitted | undefined;
  let visit: CacheVisit | undefined;
  let failure: unknown;
  let answered: SentAnswer | undefined;
  const callbacks = serving.callbacks.of(exchange.record.caller);
  const inFlight = gateway.underWay.count;
  gateway.underWay.add(lifetime);
  try {
    const admitting = serving.admission.admit(exchange, inFlight);
    admitted = admitting instanceof Promise ? await admitting : admitting;
    const instead = guarding && (await guarding.beforeCall());
    if (instead !== undefined) {
      await sendInstead(exchange, instead, serving, { admitted, reply });
      return;
    }
    if (exchange.operation.prepare) await exchange.operation.prepare(exchange);
    const work = exchange.operation.inBackground?.(exchange);
    if (work) {
      answered = await workInBackground({ serving, exchange, guarding }, work, { admitted, reply });
      return;
    }
    // What a caller alone gets back is nobody else's answer.
    if (serving.cache && guarding?.hidesValues !== true) {
      visit = await serving.cache.visit(exchange, (...words) =>
        embedWords(gateway, serving, { exchange, headers }, words),
      );
    }
    if (visit?.hit) {
      exchange.answeredFromCache(serving.router.deployment(visit.hit.deploymentId), visit.hit.facts);
      const hit = guarding ? await guardedHit(guarding, visit.hit, exchange.record.isStream) : visit.hit;
      sendCached(exchange, hit, visit, { admitted, reply });
      if (callbacks) answered = { text: hit.body.toString('latin1'), encoding: 'latin1' };
      return;
    }
    if (visit?.rest) {
      const { told, served } = await answerOfRest({ serving, exchange, guarding }, visit.rest);
      sendPlain(exchange, told, { admitted, reply });
      answered = served;
      visit.store({ ...keepable(exchange.answer, told), facts: told.facts });
      return;
    }
    const served = await answerOf({ serving, exchange, guarding });
    if (served.kind === 'plain') {
      sendPlain(exchange, served, { admitted, reply });
      answered = served;
      visit?.store(keepable(exchange.answer, served));
    } else {
      const sent = await sendStream(exchange, served, { admitted, reply }, (visit ?? callbacks) !== undefined);
      const { encoding, contentType } = served.stream.relay;
      answered = { text: sent, encoding };
      visit?.store(keepable(exchange.answer, { text: sent, encoding, contentType }));
    }
  } catch (error) {
    failure = error;
    visit?.fail(error, lifetime.end !== undefined);
    throw error;
  } finally {
    const record = endExchange(gateway, exchange, { admitted, failure, headers });
    // What a caller alone gets back, or a guardrail was to mask, is nobody else's.
    callbacks?.exchangeEnded({
      exchange,
      record,
      headers,
      sent: answered,
      isSecret: guarding?.isSecret === true,
      cacheKey: visit?.key,
    });
  }
}

function keepable(
  { answer, deployment }: AnsweredRecord,
  { text, encoding, contentType }: Pick<PlainAnswer, 'text' | 'encoding' | 'contentType'>,
): CachedAnswer {
  const body = Buffer.from(text, encoding);
  return { body, contentType, facts: answer, deploymentId: deployment?.id ?? '', storedAt: Date.now() };
}
