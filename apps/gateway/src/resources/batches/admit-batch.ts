import type { Caller } from '@showrunner/access';
import { costOfAsking } from '../../admit/expected-cost.ts';
import { expectedTokens } from '../../admit/expected-use.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { Lifetime } from '../../exchange/time/lifetime.ts';
import type { ModelRequest } from '../../exchange/asked/model-request.ts';
import type { FinishedRecord } from '../../exchange/record/record.ts';
import { isMapping } from '../../json/mapping.ts';
import { USUAL_OUTPUT_TOKENS } from '../../keys/budgets/usual-output.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { Gateway } from '../../serving/gateway.ts';
import type { Serving } from '../../serving/serving.ts';
import type { Place } from '../at-vendors/vendor-desk.ts';
import type { Keeper } from '../at-vendors/keeper.ts';
import type { Reserved } from '../../stored/batch-bills.ts';
import { batchExchange, type AskedBatch, type CountedLines } from './batch-exchange.ts';
import { billedModel, deploymentsOf } from './batch-models.ts';
import { readLines } from './batch-file.ts';

/** Vendors take one model a batch. */
const MOST_MODELS = 20;

/** What a batch asks of one model. */
interface AskedModel {
  readonly model: string;
  readonly lines: CountedLines | undefined;
}

/** A batch that was let in. */
export interface AdmittedBatch {
  /** What it may cost. */
  readonly reserved: Reserved;
  /** Once it is written down, or comes to nothing: until then so much is kept free of whose budgets it is. */
  readonly release: () => void;
}

/**
 * Lets a batch in as each of its models would be: rejects with a 403 for one that its caller may not ask, and with a 429
 * where a limit or a budget has no room for it. Its lines count among the requests and tokens of their minute, all of them
 * or none, as LiteLLM's batch limiter counts them (`proxy/hooks/batch_rate_limiter.py`, 1.108.7): what they ask, and not
 * what is answered. What they may cost is kept free until it is known what they did.
 */
export async function admitBatch(
  gateway: Gateway,
  place: Place,
  asked: Omit<AskedBatch, 'model' | 'lines'>,
): Promise<AdmittedBatch> {
  const serving = gateway.current;
  const held: { readonly reserved: Reserved; readonly release: () => void }[] = [];
  const release = (): void => held.forEach((one) => one.release());
  try {
    for (const one of await askedModels(serving, place, asked)) {
      const reserved = await admitModel(gateway, serving, { ...asked, ...one });
      held.push({ reserved, release: gateway.kept.batchReserves.hold(reserved) });
    }
  } catch (error) {
    release();
    throw error;
  }
  return { reserved: held.map((one) => one.reserved).reduce(sumOf, {}), release };
}

function sumOf(one: Reserved, other: Reserved): Reserved {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...names].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}

async function admitModel(gateway: Gateway, serving: Serving, asked: AskedBatch): Promise<Reserved> {
  const exchange = batchExchange(serving, asked);
  const admitted = await serving.admission.admit(exchange, gateway.underWay.count);
  const { reserved } = admitted;
  const record = exchange.finish(undefined);
  admitted.settle(asked.lines ? withTokens(record, expectedTokens(exchange)) : record);
  return reserved;
}

/** What was claimed of the minute stays claimed: its lines are carried out some time, and nobody will say when. */
function withTokens(record: FinishedRecord, tokens: number): FinishedRecord {
  const { caller, model } = record;
  // How long answers are is learned from answers.
  const usual = caller instanceof VirtualKey ? caller.usualOutputs.of(model) : 0;
  return { ...record, usage: { prompt_tokens: tokens, completion_tokens: usual, total_tokens: tokens } };
}

/** Where it makes a difference, the file is read: its lines name the models, and each is a request that costs something. */
async function askedModels(
  serving: Serving,
  place: Place,
  asked: Omit<AskedBatch, 'model' | 'lines'>,
): Promise<readonly AskedModel[]> {
  const { keeper } = place;
  const { caller } = asked;
  const own = serving.router.deployment(keeper.id)?.group;
  const isHeld = caller instanceof VirtualKey && (!caller.models.areOpen || caller.hasModelBudgets);
  const isLimited = caller instanceof VirtualKey && caller.isCounted;
  const unread = { model: own ?? keeper.vendor.name, lines: undefined };
  if (!isHeld && !isLimited && !(await serving.admission.hasBudget(batchExchange(serving, { ...asked, ...unread })))) {
    return [unread];
  }
  const models = new Map<string, CountedLines>();
  for (const [model, lines] of await modelsIn(serving, place, caller)) {
    const name = !isHeld && own !== undefined ? own : grantedName(keeper, model, { serving, caller });
    const before = models.get(name);
    models.set(name, before ? addedLines(before, lines) : lines);
  }
  return [...models].map(([model, lines]) => ({ model, lines }));
}

function addedLines(one: CountedLines, other: CountedLines): CountedLines {
  const isKnown = one.dollars !== undefined && other.dollars !== undefined;
  return {
    count: one.count + other.count,
    bytes: one.bytes + other.bytes,
    dollars: isKnown ? one.dollars + other.dollars : undefined,
  };
}

async function modelsIn(
  serving: Serving,
  { keeper, vendorId: fileId }: Place,
  caller: Caller,
): Promise<ReadonlyMap<string, CountedLines>> {
  const models = new Map<string, CountedLines>();
  const lifetime = new Lifetime(serving.timeoutSeconds);
  await readLines({ keeper, fileId, transports: serving.transports, lifetime }, ({ body, url }) => {
    if (!isMapping(body) || typeof body.model !== 'string') return;
    const known = models.get(body.model);
    if (!known && models.size > MOST_MODELS) return;
    const line = lineOf(serving, keeper, { url, body: { ...body, model: body.model } }, caller);
    models.set(body.model, known ? addedLines(known, line) : line);
  });
  if (models.size > MOST_MODELS) {
    throw badRequest(`The file asks more than ${MOST_MODELS} models: make a batch of each`, 'input_file_id');
  }
  return models;
}

/** Lines that are answered with no text (OpenAI's API reference, "Batch", 2026-11). */
const EMBEDS = /\/embeddings$/;
const MODERATES = /\/moderations$/;

interface AskedLine {
  readonly url: unknown;
  readonly body: ModelRequest;
}

function lineOf(serving: Serving, keeper: Keeper, { url, body }: AskedLine, caller: Caller): CountedLines {
  const { messages, prompt, input, model } = body;
  const bytes = Buffer.byteLength(JSON.stringify(messages ?? prompt ?? input ?? ''));
  const { price, name, deployment } = billedModel(keeper, model, serving);
  const path = typeof url === 'string' ? url : '';
  const callType = EMBEDS.test(path) ? 'aembedding' : MODERATES.test(path) ? 'amoderation' : 'acompletion';
  const isLongest = serving.config.spending.reservation.kind === 'max';
  const learned = caller instanceof VirtualKey ? caller.usualOutputs.of(name) : USUAL_OUTPUT_TOKENS;
  const length = { usual: isLongest ? Infinity : learned, longest: deployment.facts?.maxOutputTokens };
  return {
    count: 1,
    bytes,
    dollars: costOfAsking({ operation: { callType }, request: body, requestBytes: bytes }, price, length),
  };
}

/** Of the names under which a vendor's model is configured, one that the key may ask; else one that it is refused by. */
function grantedName(
  keeper: Keeper,
  model: string,
  { serving, caller }: { readonly serving: Serving; readonly caller: Caller },
): string {
  const names = [...deploymentsOf(keeper, model, serving).map(({ group }) => group), model];
  if (!(caller instanceof VirtualKey)) return names[0] ?? model;
  return names.find((name) => serving.admission.mayAsk(caller, name)) ?? names[0] ?? model;
}
