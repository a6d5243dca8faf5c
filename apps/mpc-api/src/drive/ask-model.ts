import { ApiError } from '@showrunner/errors';
import type { Ask } from '@showrunner/recipes';
import { StreamCutError } from '../gateway/gateway-error.ts';
import type { ChatBody, ChatMessage, Completion, GatewayClient } from '../gateway/gateway-client.ts';
import type { ChosenModel } from './choose-model.ts';
import type { ModelLimits } from '../gateway/model-limits.ts';
import { readAnswer } from './read-answer.ts';
import type { AnswerFault, Reading } from './read-answer.ts';
import { responseFormat } from '../gateway/response-format.ts';
import { addToTally } from './tally.ts';
import type { Tally } from './tally.ts';
import type { GenerationEvent } from './variant.ts';
import { watchJson } from './watch-json.ts';

/** What the asks of one request share. */
export interface Conversation {
  readonly gateway: GatewayClient;
  readonly limits: ModelLimits;
  readonly model: ChosenModel;
  readonly strategy: 'single' | 'staged';
  readonly temperature?: number | undefined;
  readonly seed?: number | undefined;
  readonly maxCostUsd?: number | undefined;
  readonly requestId: string;
  readonly signal: AbortSignal;
  readonly tally: Tally;
  /** Told what happens on the way; absent when nobody watches, and then nothing is streamed. */
  readonly tell?: ((event: GenerationEvent) => void) | undefined;
}

/** One ask stayed without a usable answer. It ends this way of writing, not yet the request. */
export class UnusableAnswerError extends Error {
  override readonly name = 'UnusableAnswerError';
  readonly part: string;
  readonly fault: AnswerFault;
  readonly finding: string;

  constructor(part: string, fault: AnswerFault, finding: string) {
    super(`No usable answer for ${part}: ${finding}`);
    this.part = part;
    this.fault = fault;
    this.finding = finding;
  }
}

/** The next ask might cost more than the caller allows. */
export class CostLimitError extends Error {
  override readonly name = 'CostLimitError';
  readonly mayCostUsd: number;

  constructor(mayCostUsd: number) {
    super('The next ask may pass max_cost.');
    this.mayCostUsd = mayCostUsd;
  }
}

/** Tries per ask. A large model that fails twice is asked in stages instead; a small one has no other way left. */
const TRIES = { single: 2, staged: 3 } as const;

/** Puts one question until its answer can be used, each time saying what was wrong with the last one. */
export async function askModel(question: Ask, conversation: Conversation): Promise<unknown> {
  const tries = TRIES[conversation.strategy];
  let maxTokens = question.maxTokens;
  let before: { answer: string; reading: Extract<Reading, { usable: false }> } | undefined;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const messages = messagesFor(question, before);
    const { text, reading } = await askOnce(question, { messages, maxTokens, attempt }, conversation);
    if (reading.usable) return reading.value;
    const isRefusedAgain = reading.fault === 'refused' && before?.reading.fault === 'refused';
    if (reading.fault === 'truncated') maxTokens *= 2;
    before = { answer: text, reading };
    // Some refusals are a whim; who refuses twice means it.
    if (isRefusedAgain) break;
  }
  throw new UnusableAnswerError(
    question.part,
    before?.reading.fault ?? 'empty',
    before?.reading.finding ?? 'It was never asked.',
  );
}

async function askOnce(
  question: Ask,
  put: { messages: readonly ChatMessage[]; maxTokens: number; attempt: number },
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
    ...(question.answer.form === 'json' ? { response_format: responseFormat(question.answer) } : {}),
  };
  refuseAboveCost(body, conversation);
  try {
    const completion = await limits.fitting(body, (fitted) => {
      tally.attempts += 1;
      return complete(fitted, question, conversation);
    });
    addToTally(tally, completion, model.price);
    return { text: completion.text, reading: readAnswer(completion, question.answer) };
  } catch (error) {
    if (!(error instanceof StreamCutError)) throw error;
    tally.costUsd = null;
    if (put.attempt + 1 === TRIES[conversation.strategy]) throw cutOff(error, model.name);
    return { text: '', reading: { usable: false, fault: 'cut_off', finding: error.message } };
  }
}

function complete(body: ChatBody, question: Ask, conversation: Conversation): Promise<Completion> {
  const { gateway, signal, requestId, tell } = conversation;
  const { observe } = question;
  if (!tell || !observe || question.answer.form !== 'json') return gateway.complete(body, { signal, requestId });
  const watcher = watchJson((partial) => observe(partial).forEach(tell));
  return gateway.complete(body, { signal, requestId, onText: (piece) => watcher.push(piece) });
}

/** Enough of the bad answer for the model to see its mistake, not so much that a small context is spent on it. */
const QUOTED_ANSWER_CHARACTERS = 1_500;

function messagesFor(
  question: Ask,
  before: { answer: string; reading: Extract<Reading, { usable: false }> } | undefined,
): ChatMessage[] {
  const asked: ChatMessage[] = [
    { role: 'system', content: question.system },
    { role: 'user', content: question.prompt },
  ];
  if (!before) return asked;
  const { fault, finding } = before.reading;
  const form =
    question.answer.form === 'json' ? ' Answer with the JSON object alone: no text around it, no code fence.' : '';
  const shorter = fault === 'truncated' ? ' Keep it shorter.' : '';
  const correction: ChatMessage = { role: 'user', content: `That could not be used. ${finding}${shorter}${form}` };
  const isWorthQuoting = fault === 'not_json' || fault === 'wrong_shape';
  return isWorthQuoting
    ? [...asked, { role: 'assistant', content: before.answer.slice(0, QUOTED_ANSWER_CHARACTERS) }, correction]
    : [asked[0] as ChatMessage, { role: 'user', content: `${question.prompt}\n\n${noteAbout(fault, shorter, form)}` }];
}

function noteAbout(fault: AnswerFault, shorter: string, form: string): string {
  return fault === 'truncated' ? `An earlier answer was too long and was cut.${shorter}${form}` : form.trim();
}

/** About three characters a token is low for every language that the recipes write, so the estimate is high. */
const CHARACTERS_PER_TOKEN = 3;

/** Stops before an ask whose worst case, every token of its limit used, would pass the caller's `max_cost`. */
function refuseAboveCost(body: ChatBody, { maxCostUsd, model, tally }: Conversation): void {
  if (maxCostUsd === undefined || !model.price) return;
  const promptTokens = body.messages.reduce((sum, { content }) => sum + content.length, 0) / CHARACTERS_PER_TOKEN;
  const mayCost = (tally.costUsd ?? 0) + promptTokens * model.price.input + (body.max_tokens ?? 0) * model.price.output;
  if (mayCost > maxCostUsd) throw new CostLimitError(mayCost);
}

function cutOff(cause: StreamCutError, model: string): ApiError {
  return new ApiError('LLM_ERROR', {
    message: cause.message,
    details: { provider: model.includes('/') ? model.split('/')[0] : null, status: 502, retryable: true },
    cause,
  });
}
