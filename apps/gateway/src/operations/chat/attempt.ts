import {
  operationOf,
  ProviderError,
  type ChatCall,
  type ChatCompletion,
  type ChatRequest,
  type HttpChat,
  type HttpProviderAdapter,
} from '@showrunner/providers';
import { estimateAnswerTokens } from '../../exchange/estimate-usage.ts';
import { readUsage } from '../../exchange/read-usage.ts';
import type { Deployment } from '../../exchange/deployment.ts';
import { OpenAiRelay } from '../../wires/openai-chat/openai-relay.ts';
import { asAsciiJson, replaceValue } from '../../json/splice.ts';
import { findTopLevelMembers } from '../../json/top-level-members.ts';
import { ChunkRelay, TranslatedRelay } from '../../wires/openai-chat/translated-relay.ts';
import type { Answer, PlainAnswer, StreamAnswer } from '../../exchange/answer.ts';
import { collectAnswer, type CollectedAnswer } from '../../call/transports/collect-answer.ts';
import { openEmbeddedStream } from '../../call/transports/in-process-stream.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { timedOut, type Lifetime } from '../../exchange/lifetime.ts';
import { mockChunks, mockCompletion } from './mock.ts';
import { openStream } from '../../call/transports/open-stream.ts';

/** One call of one deployment, as one form of transport makes it. */
interface Attempt {
  readonly deployment: Deployment;
  readonly call: ChatCall;
  /** The model as the client named it, which the answer shows. */
  readonly shownModel: string;
  readonly lifetime: Lifetime;
  readonly idleSeconds: number;
  /** How long this attempt may take, or a stream to its first content; nothing beside the request's deadline. */
  readonly limitSeconds: number | undefined;
}

/** Calls one deployment once. Rejects with a `ProviderError`. */
export function attemptChat(exchange: Exchange, deployment: Deployment, request: ChatRequest): Promise<Answer> {
  const attempt = prepare(exchange, deployment, request);
  if (deployment.mockResponse !== undefined) return answerMock(attempt, deployment.mockResponse);
  const { adapter } = deployment;
  if (adapter.transport === 'embedded') {
    const embedded = operationOf(adapter, 'chat');
    return request.stream === true
      ? embeddedStream(attempt, (signal) => embedded.stream(attempt.call, signal))
      : embeddedAnswer(attempt, (signal) => embedded.complete(attempt.call, signal));
  }
  const chat = operationOf(adapter, 'chat');
  const encoded = chat.encode(attempt.call);
  const address = exchange.serving.upstreams.addressOf(encoded.url);
  const { lifetime, limitSeconds, idleSeconds } = attempt;
  if (request.stream !== true) {
    const read = (answer: CollectedAnswer): PlainAnswer => readAnswer(answer, adapter, chat, attempt);
    return collectAnswer(address, encoded, { provider: adapter.name, lifetime, limitSeconds, read });
  }
  const options = { model: attempt.shownModel, showUsage: wantsUsage(request) };
  const relay =
    chat.wire === 'openai'
      ? new OpenAiRelay(adapter, options)
      : new TranslatedRelay(chat.stream(attempt.call), adapter.name, options);
  return openStream(address, encoded, { adapter, relay, lifetime, limitSeconds, idleSeconds });
}

function prepare(exchange: Exchange, deployment: Deployment, request: ChatRequest): Attempt {
  const { routing } = exchange.serving.config;
  const streamTimeout =
    exchange.controls.streamTimeoutSeconds ?? deployment.streamTimeoutSeconds ?? routing.streamTimeoutSeconds;
  const call: ChatCall = {
    request: withDefaults(request, deployment.defaults),
    model: deployment.vendorModel,
    settings: deployment.settings,
    dropUnsupported: deployment.dropUnsupported,
    ...(deployment.facts && { facts: deployment.facts }),
  };
  return {
    deployment,
    call,
    shownModel: exchange.request.model,
    lifetime: exchange.lifetime,
    idleSeconds: deployment.timeoutSeconds ?? routing.timeoutSeconds,
    limitSeconds: request.stream === true ? (streamTimeout ?? deployment.timeoutSeconds) : deployment.timeoutSeconds,
  };
}

/** The deployment's own members stand in for what the caller left out. */
function withDefaults(request: ChatRequest, defaults: Deployment['defaults']): ChatRequest {
  for (const member in defaults) {
    if (request[member] === undefined || request[member] === null) return { ...defaults, ...withoutNulls(request) };
  }
  return request;
}

function withoutNulls(request: ChatRequest): ChatRequest {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== null)) as ChatRequest;
}

function wantsUsage(request: ChatRequest): boolean {
  return request.stream_options?.include_usage === true;
}

/** Passes a vendor's OpenAI answer on as it came, but for the model's name; others are translated. */
function readAnswer(
  { status, headers, body }: CollectedAnswer,
  adapter: HttpProviderAdapter,
  chat: HttpChat,
  { call, shownModel }: Attempt,
): PlainAnswer {
  if (status < 200 || status >= 300) throw adapter.decodeError(status, headers, body);
  if (chat.wire === 'translated') return completion(chat.decode(body, call), shownModel);
  const text = body.toString('latin1');
  const members = findTopLevelMembers(text);
  if (!members?.choices || (members.error && !text.startsWith('null', members.error.start))) {
    throw adapter.decodeError(status, headers, body);
  }
  const { model } = members;
  const usage = members.usage && readUsage(JSON.parse(text.slice(members.usage.start, members.usage.end)));
  return {
    kind: 'plain',
    text: model ? replaceValue(text, 0, text.length, model, asAsciiJson(shownModel)) : text,
    encoding: 'latin1',
    facts: { usage, roughTokens: usage ? 0 : estimateAnswerTokens(text), model: undefined },
  };
}

function completion(answer: ChatCompletion, shownModel: string): PlainAnswer {
  const { usage, model } = answer;
  const text = JSON.stringify({ ...answer, model: shownModel });
  const roughTokens = usage ? 0 : estimateAnswerTokens(text);
  return { kind: 'plain', text, encoding: 'utf8', facts: { usage, roughTokens, model } };
}

async function answerMock(attempt: Attempt, text: string): Promise<Answer> {
  const { call, shownModel } = attempt;
  if (call.request.stream !== true) return completion(mockCompletion(text, shownModel), shownModel);
  return embeddedStream(attempt, () => mockChunks(text, shownModel));
}

async function embeddedAnswer(
  attempt: Attempt,
  start: (signal: AbortSignal) => Promise<ChatCompletion>,
): Promise<PlainAnswer> {
  return completion(await withinLimit(attempt, ({ signal }) => start(signal)), attempt.shownModel);
}

async function embeddedStream(
  attempt: Attempt,
  start: (signal: AbortSignal) => Parameters<typeof openEmbeddedStream>[0],
): Promise<StreamAnswer> {
  const { call, shownModel, deployment } = attempt;
  const relay = new ChunkRelay({ model: shownModel, showUsage: wantsUsage(call.request) });
  const stream = await withinLimit(attempt, (controller) =>
    openEmbeddedStream(start(controller.signal), relay, deployment.adapter.name, controller),
  );
  return { kind: 'stream', stream };
}

/** Work that is aborted by the request's end or when the attempt's time is up; its failure is then that reason. */
async function withinLimit<Result>(
  { lifetime, limitSeconds, deployment }: Attempt,
  work: (controller: AbortController) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  lifetime.listen((reason) => {
    controller.abort(reason);
  });
  const timer =
    limitSeconds === undefined
      ? undefined
      : setTimeout(() => controller.abort(timedOut(limitSeconds, deployment.adapter.name)), limitSeconds * 1000);
  try {
    return await work(controller);
  } catch (error) {
    throw controller.signal.reason instanceof ProviderError ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}
