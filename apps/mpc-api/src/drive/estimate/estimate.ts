import { tokensIn, type Ask, type Operation, type Run } from '@showrunner/recipes';
import type { Estimate } from '@showrunner/contract';
import type { ChatBody } from '../../gateway/gateway-client.ts';
import type { ModelSpeeds } from '../../gateway/model-speeds.ts';
import { Budget } from '../ask/budget.ts';
import { firstBody, worstCost } from '../ask/chat-body.ts';
import type { Composed } from '../compose/compose.ts';
import { driveWork, type World } from '../drive-work.ts';
import { ExpectedTime } from './expected-time.ts';
import { ASKS_AT_ONCE, operationNamed } from '../generate.ts';
import { asApiError } from '../generation-failure.ts';
import { noJournal, type Kept } from '../journal/journal.ts';
import { circumstancesOf } from '../performance.ts';
import { Place } from '../journal/place.ts';
import { Tally } from '../ask/tally.ts';

/** What an estimate is made with, beside the request. */
export interface EstimateParts {
  readonly operations: readonly Operation[];
  readonly speeds: ModelSpeeds;
}

/**
 * What a request would ask and cost. The operation writes as it does for an answer, with replies of the usual size in
 * place of a model's, so that every question is the one that would be put. Counts what goes well at the first try:
 * neither repairs nor questions that are put again.
 *
 * @throws ApiError 422 where `max_cost` is less than the first question may cost
 */
export async function estimate(composed: Composed, parts: EstimateParts, signal: AbortSignal): Promise<Estimate> {
  if (!composed.asksModel) return { asks: 0, tokens: { input: 0, output: 0 }, cost_usd: 0, seconds: 0 };
  const { model, operation, input, options } = composed;
  const asked: Asked[] = [];
  const time = new ExpectedTime(ASKS_AT_ONCE);
  const pace = parts.speeds.secondsPerToken(model.name);
  const world = worldOf(composed, parts.operations, signal, async (question) => {
    if (asked.length === 0) await refuseTooDear(question, composed);
    const { reply, used } = expectedOf(question, composed);
    asked.push(used);
    await time.take(used.output * (pace ?? 0));
    return { value: reply };
  });
  const outputs: unknown[] = [];
  for (let variant = 0; variant < (options.variants ?? 1); variant += 1) {
    const place = new Place(String(variant));
    outputs.push(await outputOf({ operation, input, earlier: [...outputs], place, world }));
  }
  return sumOf(asked, composed, pace === undefined ? null : time.seconds);
}

/** Tokens of one ask. */
interface Asked {
  readonly input: number;
  readonly output: number;
}

interface Expecting {
  readonly operation: Operation;
  readonly input: unknown;
  readonly earlier: readonly unknown[];
  readonly place: Place;
  readonly world: World;
}

/** What an operation delivers where nothing has to be repaired. */
async function outputOf({ operation, input, earlier, place, world }: Expecting): Promise<unknown> {
  await operation.prepare?.(input);
  const circumstances = circumstancesOf({ world, earlier });
  const draft = await driveWork(operation.write(input, circumstances), place.within(`write-${world.strategy}`), world);
  return driveWork(operation.deliver(draft, input, circumstances), place.within('deliver'), world);
}

function worldOf(
  { options, request, model }: Composed,
  operations: readonly Operation[],
  signal: AbortSignal,
  ask: (question: Ask) => Promise<Kept>,
): World {
  return {
    ask,
    inTurn: (work) => work(),
    async run(wanted: Run, place, world) {
      const operation = operationNamed(wanted, operations);
      const output = await outputOf({
        operation,
        input: operation.input.parse(wanted.input),
        earlier: [],
        place,
        world,
      });
      return wanted.at === undefined ? output : { output, jobId: null };
    },
    noteFix: () => undefined,
    strategy: model.strategy,
    tell: undefined,
    journal: noJournal,
    seed: String(options.seed ?? request.requestId),
    signal,
    isHalted: () => false,
  };
}

/** As it is refused where the first question is put. */
async function refuseTooDear(question: Ask, composed: Composed): Promise<void> {
  const tally = new Tally();
  try {
    await new Budget(composed.options.max_cost, tally).reserve(
      worstCost(firstBody(question, composed), composed.model),
    );
  } catch (error) {
    throw asApiError(error, tally, composed);
  }
}

function expectedOf(question: Ask, composed: Composed): { readonly reply: unknown; readonly used: Asked } {
  const reply = question.expected?.();
  if (reply === undefined) throw new Error(`No reply is expected to the question about ${question.part}.`);
  const text = typeof reply === 'string' ? reply : JSON.stringify(reply);
  return { reply, used: { input: tokensAsked(firstBody(question, composed), composed), output: tokensIn(text) } };
}

/** What stands around each message in a chat, in tokens (OpenAI's cookbook, "How to count tokens with tiktoken"). */
const TOKENS_PER_MESSAGE = 4;

/** Large models are told the schema in the prompt; small ones are held to it by a grammar, which they do not read. */
function tokensAsked({ messages, response_format: format }: ChatBody, { model }: Composed): number {
  const told = messages.reduce((sum, { content }) => sum + tokensIn(content) + TOKENS_PER_MESSAGE, 0);
  const schema = model.strategy === 'single' && format ? tokensIn(JSON.stringify(format.json_schema.schema)) : 0;
  return told + schema;
}

function sumOf(asked: readonly Asked[], { model: { price } }: Composed, seconds: number | null): Estimate {
  const sum = (which: keyof Asked) => asked.reduce((all, ask) => all + ask[which], 0);
  const tokens = { input: sum('input'), output: sum('output') };
  const cost = price && rounded(tokens.input * price.input + tokens.output * price.output);
  return { asks: asked.length, tokens, cost_usd: cost, seconds: seconds && Math.round(seconds * 10) / 10 };
}

/** To a billionth of a dollar: what is behind it is no figure but how sums of prices are stored. */
function rounded(usd: number): number {
  return Math.round(usd * 1e9) / 1e9;
}
