import type { IncomingMessage } from 'node:http';
import type { Caller } from '@showrunner/access';
import { requestId as newRequestId } from '@showrunner/service';
import type { Admitted } from '../admit/admitted.ts';
import { callModel } from '../call/call-model.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import { Exchange } from '../exchange/exchange.ts';
import { Lifetime } from '../exchange/time/lifetime.ts';
import { isMatched, type ChosenModels } from '../manage/health.ts';
import type { Gateway } from '../serving/gateway.ts';
import type { Serving } from '../serving/serving.ts';
import { NO_CONTROLS } from '../wires/openai/read-controls.ts';
import { endExchange } from './end-exchange.ts';
import { endpointOf, type Endpoint } from './endpoints.ts';

/** LiteLLM's (`HEALTH_CHECK_TIMEOUT_SECONDS`, `constants.py`, 1.108.7). */
const DEFAULT_SECONDS = 60;
/** The fewest that OpenAI's responses take (its API reference, "Create a model response", 2026-11). */
const DEFAULT_MAX_TOKENS = 16;
const AT_ONCE = 8;
const SCOPE = 'health:probe';
const PATH = '/health';

/** A call that shows whether a model answers. */
interface Question {
  readonly path: string;
  readonly members: Readonly<Record<string, unknown>>;
}

/**
 * Asks each deployment one short question, as `/health?probe=true` wants it; what comes of it is in their states, and its
 * cost in the books of who wants to know. Rejects with a 401 or 403 for anybody but an administrator.
 */
export async function probeModels(gateway: Gateway, request: IncomingMessage, chosen: ChosenModels): Promise<void> {
  const serving = gateway.current;
  const caller = await serving.callers.permit(request, SCOPE, [PATH]);
  const waiting = serving.config.deployments.filter((one) => isMatched(one, chosen));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await probe(gateway, { serving, caller, request }, next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** Under which configuration, and for whom. */
interface Prober {
  readonly serving: Serving;
  readonly caller: Caller;
  readonly request: IncomingMessage;
}

async function probe(gateway: Gateway, prober: Prober, deployment: Deployment): Promise<void> {
  const { serving, request } = prober;
  const question = questionTo(deployment);
  const model = question && nameOf(serving, deployment);
  if (!question || model === undefined || deployment.isBlocked || deployment.problem !== undefined) return;
  const exchange = openProbe(prober, endpointOf(question.path), { ...question.members, model });
  const { lifetime } = exchange;
  gateway.underWay.add(lifetime);
  let admitted: Admitted | undefined;
  let failure: unknown;
  try {
    admitted = await serving.admission.bill(exchange);
    await callModel(serving, exchange);
  } catch (error) {
    failure = error;
  } finally {
    endExchange(gateway, exchange, { admitted, failure, headers: request.headers });
  }
}

function openProbe(
  { serving, caller, request }: Prober,
  { operation, wire }: Endpoint,
  members: Readonly<Record<string, unknown>> & { readonly model: string },
): Exchange {
  const { deployments } = serving.router.resolve(members.model) ?? { deployments: [] };
  const wanted = Number(deployments[0]?.info.health_check_timeout);
  const timeoutSeconds = wanted > 0 ? wanted : DEFAULT_SECONDS;
  const id = newRequestId(undefined);
  const { request: asked } = wire.read(members);
  return new Exchange({
    operation,
    wire,
    asked: { request: asked, controls: { ...NO_CONTROLS, retries: 0, fallbacksDisabled: true } },
    question: {
      requestId: id,
      callId: id,
      caller,
      callType: operation.callType,
      customer: undefined,
      tags: [],
      route: PATH,
      clientIp: request.socket.remoteAddress,
      userAgent: request.headers['user-agent'],
      model: serving.router.boundedName(members.model),
      isStream: false,
      startedAt: performance.now(),
      timeoutSeconds,
      shownTimeout: String(timeoutSeconds),
    },
    lifetime: new Lifetime(timeoutSeconds),
    terms: serving,
    requestBytes: JSON.stringify(members).length,
    callerHeaders: undefined,
  });
}

/** Its id, which nobody else answers to; of one for any name that of `health_check_model`, and nothing without. */
function nameOf({ router }: Serving, { id, model, group, info }: Deployment): string | undefined {
  if (!model.includes('*') && !group.includes('*')) return id;
  const { health_check_model: named } = info;
  if (typeof named !== 'string') return undefined;
  const names = [named, named.slice(named.indexOf('/') + 1)];
  return names.find((name) => router.resolve(name)?.deployments.some((one) => one.id === id));
}

/** By the kind of the model (LiteLLM's `health_check_helpers.py`); nothing for kinds whose calls want files. */
function questionTo({ info }: Deployment): Question | undefined {
  const most = Number(info.health_check_max_tokens);
  const max_tokens = most > 0 ? most : DEFAULT_MAX_TOKENS;
  switch (info.mode) {
    case undefined:
    case 'chat':
    case 'responses':
      return { path: '/v1/chat/completions', members: { messages: [{ role: 'user', content: TEXT }], max_tokens } };
    case 'completion':
      return { path: '/v1/completions', members: { prompt: TEXT, max_tokens } };
    case 'embedding':
      return { path: '/v1/embeddings', members: { input: [TEXT] } };
    case 'image_generation':
      return { path: '/v1/images/generations', members: { prompt: TEXT } };
    case 'audio_speech':
      return { path: '/v1/audio/speech', members: { input: TEXT, voice: info.health_check_voice ?? 'alloy' } };
    case 'moderation':
      return { path: '/v1/moderations', members: { input: TEXT } };
    case 'rerank':
      return { path: '/v1/rerank', members: { query: TEXT, documents: [TEXT] } };
    default:
      return undefined;
  }
}

const TEXT = 'test';
