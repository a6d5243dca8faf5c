import { ApiError } from '@showrunner/errors';
import {
  readReply,
  unusable,
  type Ask,
  type Reading,
  type ReplyFault,
  type UnusableReading,
} from '@showrunner/recipes';
import { StreamCutError } from '../gateway/gateway-error.ts';
import type { ChatBody, ChatMessage, GatewayClient } from '../gateway/gateway-client.ts';
import type { Completion } from '../gateway/read-completion.ts';
import type { Budget } from './budget.ts';
import type { ChosenModel, Strategy } from './choose-model.ts';
import type { ModelLimits } from '../gateway/model-limits.ts';
import { responseFormat } from '../gateway/response-format.ts';
import type { Kept } from './journal.ts';
import type { Tally } from './tally.ts';
import type { GenerationEvent } from './variant.ts';
import { UnusableReplyError } from './unusable-reply-error.ts';
import { watchJson } from './watch-json.ts';

/** What the asks of one request share. */
export interface Conversation {
  readonly gateway: GatewayClient;
  readonly limits: ModelLimits;
  readonly model: ChosenModel;
  readonly temperature?: number | undefined;
  readonly seed?: number | undefined;
  readonly requestId: string;
  readonly signal: AbortSignal;
  readonly tally: Tally;
  readonly budget: Budget;
  /** Told what happens on the way; absent when nobody watches, and then nothing is streamed. */
  readonly tell?: ((event: GenerationEvent) => void) | undefined;
}

/** Tries per ask. A large model that fails twice is asked in stages instead; a small one has no other way left. */
const TRIES = { single: 2, staged: 3 } as const;

/** Puts one question until its answer can be used, each time saying what was wrong with the last one. */
export async function askModel(question: Ask, strategy: Strategy, conversation: Conversation): Promise<Kept> {
  const tries = TRIES[strategy];
  let maxTokens = question.maxTokens;
  let before: { answer: string; reading: UnusableReading } | undefined;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const messages = messagesFor(question, before);
    const isLast = attempt + 1 === tries;
    const { text, reading } = await askOnce(question, { messages, maxTokens, attempt, isLast }, conversation);
    if (reading.usable) return keptOf(reading);
    const isRefusedAgain = reading.fault === 'refused' && before?.reading.fault === 'refused';
    if (reading.fault === 'truncated') maxTokens *= 2;
    before = { answer: text, reading };
    // Some refusals are a whim; who refuses twice means it.
    if (isRefusedAgain) break;
  }
  throw new UnusableReplyError(
    question.part,
    before?.reading.fault ?? 'empty',
    before?.reading.finding ?? 'It was never asked.',
  );
}

function keptOf({ value, fixes }: Extract<Reading, { usable: true }>): Kept {
  return fixes.length === 0 ? { value } : { value, fixes };
}

async function askOnce(
  question: Ask,
  put: { messages: readonly ChatMessage[]; maxTokens: number; attempt: number; isLast: boolean },
  conversation: Conversation,
): Promise<{ text: string; reading: Reading }> {
  const { model, tally, limits } = conversation;
  const body: ChatBody = {
    model: model.name,
    messages: put.messages,
    max_tokens: Math.min(put.maxTokens, model.maxOutputTokens ?? put.maxTokens),
    temperature: conversation.temperature ?? question.temperature,
    // The same seed would give the same unusable answer again.
    ...(conversation.seed === undefined ? {} : { seed: conversation.seed + put.attempt }),
    ...(question.reply.form === 'json' ? { response_format: responseFormat(question.reply) } : {}),
  };
  const release = await conversation.budget.reserve(worstCost(body, model));
  try {
    const completion = await limits.fitting(body, (fitted) => {
      tally.countAttempt();
      return complete(fitted, question, conversation);
    });
    tally.add(completion, model.price);
    return { text: completion.text, reading: readReply(completion, question) };
  } catch (error) {
    if (!(error instanceof StreamCutError)) throw error;
    tally.loseCost();
    if (put.isLast) throw cutOff(error, model.name);
    return { text: '', reading: unusable('cut_off', error.message) };
  } finally {
    release();
  }
}

function complete(body: ChatBody, question: Ask, conversation: Conversation): Promise<Completion> {
  const { gateway, signal, requestId, tell } = conversation;
  const { observe } = question;
  if (!tell || !observe || question.reply.form !== 'json') return gateway.complete(body, { signal, requestId });
  const watcher = watchJson((partial) => observe(partial).forEach(tell));
  return gateway.complete(body, { signal, requestId, onText: (piece) => watcher.push(piece) });
}

/** Enough of the bad answer for the model to see its mistake, not so much that a small context is spent on it. */
const QUOTED_ANSWER_CHARACTERS = 1_500;

function messagesFor(question: Ask, before: { answer: string; reading: UnusableReading } | undefined): ChatMessage[] {
  const asked: ChatMessage[] = [
    { role: 'system', content: question.system },
    { role: 'user', content: question.prompt },
  ];
  if (!before) return asked;
  const { fault, finding } = before.reading;
  const form =
    question.reply.form === 'json' ? ' Answer with the JSON object alone: no text around it, no code fence.' : '';
  const shorter = fault === 'truncated' ? ' Keep it shorter.' : '';
  const correction: ChatMessage = { role: 'user', content: `That could not be used. ${finding}${shorter}${form}` };
  const isWorthQuoting = fault === 'not_json' || fault === 'wrong_shape';
  return isWorthQuoting
    ? [...asked, { role: 'assistant', content: before.answer.slice(0, QUOTED_ANSWER_CHARACTERS) }, correction]
    : [asked[0] as ChatMessage, { role: 'user', content: `${question.prompt}\n\n${noteAbout(fault, shorter, form)}` }];
}

function noteAbout(fault: ReplyFault, shorter: string, form: string): string {
  return fault === 'truncated' ? `An earlier answer was too long and was cut.${shorter}${form}` : form.trim();
}

/** About three characters a token is low for every language that the recipes write, so the estimate is high. */
const CHARACTERS_PER_TOKEN = 3;

/** What an ask costs when every token of its limit is used, in US dollars; 0 where the price is not known. */
function worstCost({ messages, max_tokens: maxTokens = 0 }: ChatBody, { price }: ChosenModel): number {
  if (!price) return 0;
  const promptTokens = messages.reduce((sum, { content }) => sum + content.length, 0) / CHARACTERS_PER_TOKEN;
  return promptTokens * price.input + maxTokens * price.output;
}

function cutOff(cause: StreamCutError, model: string): ApiError {
  return new ApiError('LLM_ERROR', {
    message: cause.message,
    details: { provider: model.includes('/') ? model.split('/')[0] : null, status: 502, retryable: true },
    cause,
  });
}
