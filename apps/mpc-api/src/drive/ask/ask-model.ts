import { ApiError } from '@showrunner/errors';
import { readReply, textSoFar, unusable, type Ask, type Reading } from '@showrunner/recipes';
import { StreamCutError } from '../../gateway/gateway-error.ts';
import type { ChatBody, GatewayClient } from '../../gateway/gateway-client.ts';
import type { Completion } from '../../gateway/read-completion.ts';
import type { Budget } from './budget.ts';
import { chatBody, withBeginning, worstCost, type Put } from './chat-body.ts';
import type { ChosenModel, Strategy } from '../compose/choose-model.ts';
import type { ModelLimits } from '../../gateway/model-limits.ts';
import type { ModelSpeeds } from '../../gateway/model-speeds.ts';
import type { Kept } from '../journal/journal.ts';
import type { Tally } from './tally.ts';
import type { Account, Paid } from '../../usage/account.ts';
import type { GenerationEvent } from '../variant.ts';
import { UnusableReplyError } from './unusable-reply-error.ts';
import { watchJson } from './watch-json.ts';

/** What the asks of one request share. */
export interface Conversation {
  readonly gateway: GatewayClient;
  readonly limits: ModelLimits;
  readonly speeds: ModelSpeeds;
  readonly model: ChosenModel;
  readonly temperature?: number | undefined;
  readonly seed?: number | undefined;
  readonly requestId: string;
  readonly signal: AbortSignal;
  readonly tally: Tally;
  readonly budget: Budget;
  /** To whom it is charged. */
  readonly account: Account;
  /** Told what happens on the way. */
  readonly tell?: ((event: GenerationEvent) => void) | undefined;
  /** Whether somebody watches: only then the model's replies are streamed. */
  readonly isStreamed: boolean;
}

/** Tries per ask. A large model that fails twice is asked in stages instead; a small one has no other way left. */
const TRIES = { single: 2, staged: 3 } as const;

/** Puts one question until its answer can be used, each time saying what was wrong with the last one. */
export async function askModel(question: Ask, strategy: Strategy, conversation: Conversation): Promise<Kept> {
  const tries = TRIES[strategy];
  let maxTokens = question.maxTokens;
  let before: Put['before'];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const isLast = attempt + 1 === tries;
    const { text, reading } = await askOnce(question, { maxTokens, attempt, before, isLast }, conversation);
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
  put: Put & { isLast: boolean },
  conversation: Conversation,
): Promise<{ text: string; reading: Reading }> {
  const { model, tally, limits, speeds, account, signal } = conversation;
  const body = chatBody(question, put, conversation);
  const worstUsd = worstCost(body, model);
  using _reserved = await account.reserve(worstUsd, signal);
  const release = await conversation.budget.reserve(worstUsd);
  try {
    const completion = await limits.fitting(body, (fitted) => {
      tally.countAttempt();
      return speeds.measured(model.name, () => complete(fitted, question, conversation));
    });
    const costUsd = tally.add(completion, model.price);
    await account.paid({ ...usedBy(completion), costUsd, boundUsd: worstUsd });
    const text = withBeginning(question, model, completion.text);
    return { text, reading: readReply({ ...completion, text }, question) };
  } catch (error) {
    if (signal.aborted || error instanceof StreamCutError) await account.paid(unknownCost(model, worstUsd));
    if (!(error instanceof StreamCutError)) throw error;
    tally.loseCost();
    if (put.isLast) throw cutOff(error, model.name);
    return { text: '', reading: unusable('cut_off', error.message) };
  } finally {
    release();
  }
}

function usedBy({ model, tokens }: Completion): Pick<Paid, 'model' | 'input' | 'output'> {
  return { model, input: tokens?.input ?? 0, output: tokens?.output ?? 0 };
}

/** It was put, and nobody heard what came of it: a vendor may ask for all of it. */
function unknownCost(model: ChosenModel, boundUsd: number): Paid {
  return { model: model.name, input: 0, output: 0, costUsd: null, boundUsd };
}

function complete(body: ChatBody, question: Ask, conversation: Conversation): Promise<Completion> {
  const { gateway, signal, requestId, tell, isStreamed } = conversation;
  const { observe } = question;
  if (!isStreamed || !tell || !observe) return gateway.complete(body, { signal, requestId });
  const show = (partial: unknown) => observe(partial).forEach(tell);
  const watcher = question.reply.form === 'json' ? watchJson(show) : watchText(show);
  return gateway.complete(body, { signal, requestId, onText: (piece) => watcher.push(piece) });
}

/** Shows a growing plain text, all of it each time, without what only a machine would read. */
function watchText(show: (text: string) => void): { push(piece: string): void } {
  let text = '';
  return {
    push(piece) {
      text += piece;
      show(textSoFar(text));
    },
  };
}

function cutOff(cause: StreamCutError, model: string): ApiError {
  return new ApiError('LLM_ERROR', {
    message: cause.message,
    details: { provider: model.includes('/') ? model.split('/')[0] : null, status: 502, retryable: true },
    cause,
  });
}
