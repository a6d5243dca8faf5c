import {
  operationOf,
  type ChatCompletion,
  type ChatRequest,
  type CompletionsRequest,
  type HttpProviderAdapter,
  type Usage,
} from '@showrunner/providers';
import type { Answer } from '../../exchange/answer/answer.ts';
import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { Transports } from '../../exchange/transports.ts';
import type { ChatView, ChatWriter } from '../../wires/chat-wire.ts';
import type { CompletionsWire } from '../../wires/completions-wire.ts';
import { callOf } from '../call-of.ts';
import { attemptChat } from '../chat/attempt.ts';
import { asChat } from './as-chat.ts';

/** Calls one deployment once: by completions of its own where it has them, else by a chat. Rejects with a `ProviderError`. */
export async function attemptCompletion(
  attempt: Attempt,
  request: CompletionsRequest,
  wire: CompletionsWire,
  transports: Transports,
): Promise<Answer> {
  const { deployment, isStream } = attempt;
  const vendor = vendorOfCompletions(deployment);
  if (!vendor) return askByChat(attempt, request, wire, transports);
  const view = viewOf(attempt, request);
  const encoded = operationOf(vendor, 'completions').encode(callOf(attempt, request));
  return isStream
    ? transports.openStream(attempt, encoded, vendor, wire.passStream(vendor, view))
    : transports.collect(attempt, encoded, vendor, (answer) => wire.pass(answer, vendor, view));
}

/** Nothing where the deployment is asked by chat: LiteLLM's rule, by which OpenAI's own chat models are. */
function vendorOfCompletions({ adapter, info, mockResponse }: Deployment): HttpProviderAdapter | undefined {
  if (adapter.transport !== 'http' || mockResponse !== undefined) return undefined;
  const { completions } = adapter;
  const isForChat = info.mode === 'chat' || info.mode === 'responses';
  return completions && !(completions.refusesChatModels && isForChat) ? adapter : undefined;
}

async function askByChat(
  attempt: Attempt,
  request: CompletionsRequest,
  wire: CompletionsWire,
  transports: Transports,
): Promise<Answer> {
  const { requests, echoed } = asChat(request, attempt.dropsUnsupported);
  const writer = wire.writer(echoed);
  const [first] = requests;
  if (first && requests.length === 1) return attemptChat(attempt, first, writer, transports);
  // One after the other: the end of the request ends the call that is under way.
  const answers: ChatCompletion[] = [];
  for (const one of requests) answers.push(await completionOf(attempt, one, writer, transports));
  return writer.write(together(answers), viewOf(attempt, request));
}

/** The chat itself, in place of how it is written. */
async function completionOf(
  attempt: Attempt,
  request: ChatRequest,
  writer: ChatWriter,
  transports: Transports,
): Promise<ChatCompletion> {
  const { promise, resolve } = Promise.withResolvers<ChatCompletion>();
  const taker: ChatWriter = {
    ...writer,
    write: (completion, view) => {
      resolve(completion);
      return writer.write(completion, view);
    },
  };
  await attemptChat(attempt, request, taker, transports);
  return promise;
}

/** The answers to several prompts as one, their choices in the order of the prompts. */
function together(answers: readonly ChatCompletion[]): ChatCompletion {
  const [first] = answers;
  if (!first) throw new Error('there is no prompt to answer');
  const choices = answers.flatMap((answer) => answer.choices).map((choice, index) => ({ ...choice, index }));
  const usages = answers.flatMap(({ usage }) => usage ?? []);
  const { usage: _usage, ...rest } = first;
  return { ...rest, choices, ...(usages.length === answers.length && { usage: usages.reduce(sum) }) };
}

function sum(one: Usage, other: Usage): Usage {
  const cached = (one.prompt_tokens_details?.cached_tokens ?? 0) + (other.prompt_tokens_details?.cached_tokens ?? 0);
  const reasoning =
    (one.completion_tokens_details?.reasoning_tokens ?? 0) + (other.completion_tokens_details?.reasoning_tokens ?? 0);
  return {
    prompt_tokens: one.prompt_tokens + other.prompt_tokens,
    completion_tokens: one.completion_tokens + other.completion_tokens,
    total_tokens: one.total_tokens + other.total_tokens,
    ...(cached > 0 && { prompt_tokens_details: { cached_tokens: cached } }),
    ...(reasoning > 0 && { completion_tokens_details: { reasoning_tokens: reasoning } }),
  };
}

function viewOf({ exchange }: Attempt, request: CompletionsRequest): ChatView {
  return { model: exchange.request.model, showsUsage: request.stream_options?.include_usage === true };
}
