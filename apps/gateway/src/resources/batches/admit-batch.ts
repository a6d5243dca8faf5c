import type { Caller } from '@showrunner/access';
import { expectedTokens } from '../../admit/expected-use.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { Lifetime } from '../../exchange/lifetime.ts';
import type { FinishedRecord } from '../../exchange/record.ts';
import { isMapping } from '../../json/mapping.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { Gateway } from '../../serving/gateway.ts';
import type { Serving } from '../../serving/serving.ts';
import type { Place } from '../at-vendors/vendor-desk.ts';
import type { Keeper } from '../at-vendors/keeper.ts';
import { batchExchange, type AskedBatch } from './batch-exchange.ts';
import { deploymentsOf } from './batch-models.ts';
import { readLines } from './batch-file.ts';

/** Vendors take one model a batch. */
const MOST_MODELS = 20;

/** What a batch asks of one model. */
interface AskedModel {
  readonly model: string;
  readonly lines: AskedBatch['lines'];
}

/**
 * Lets a batch in as each of its models would be: rejects with a 403 for one that its caller may not ask, and with a 429
 * where a limit or a budget is spent. Its lines count among the requests and tokens of their minute, all of them or none, as
 * LiteLLM's batch limiter counts them (`proxy/hooks/batch_rate_limiter.py`, 1.108.7): what they ask, and not what is
 * answered. What it will cost is not known yet, and is reserved nowhere.
 */
export async function admitBatch(
  gateway: Gateway,
  { keeper, vendorId }: Place,
  asked: Omit<AskedBatch, 'model' | 'lines'>,
): Promise<void> {
  const serving = gateway.current;
  const models = await askedModels(serving, { keeper, vendorId }, asked.caller);
  for (const one of models) await admitModel(gateway, serving, { ...asked, ...one });
}

async function admitModel(gateway: Gateway, serving: Serving, asked: AskedBatch): Promise<void> {
  const exchange = batchExchange(serving, asked);
  const admitted = await serving.admission.admit(exchange, gateway.underWay.count);
  const record = exchange.finish(undefined);
  admitted.settle(asked.lines ? withTokens(record, expectedTokens(exchange)) : record);
}

/** What was claimed of the minute stays claimed: its lines are carried out some time, and nobody will say when. */
function withTokens(record: FinishedRecord, tokens: number): FinishedRecord {
  const { caller, model } = record;
  // How long answers are is learned from answers.
  const usual = caller instanceof VirtualKey ? caller.usualOutputs.of(model) : 0;
  return { ...record, usage: { prompt_tokens: tokens, completion_tokens: usual, total_tokens: tokens } };
}

/** Where it makes a difference, the file is read: its lines name the models, and each is a request. */
async function askedModels(serving: Serving, place: Place, caller: Caller): Promise<readonly AskedModel[]> {
  const { keeper } = place;
  const own = serving.router.deployment(keeper.id)?.group;
  const isHeld = caller instanceof VirtualKey && (!caller.models.areOpen || caller.hasModelBudgets);
  const isLimited = caller instanceof VirtualKey && caller.isCounted;
  if (!isHeld && !isLimited) return [{ model: own ?? keeper.vendor.name, lines: undefined }];
  const models = new Map<string, { count: number; bytes: number }>();
  for (const [model, { count, bytes }] of await modelsIn(serving, place)) {
    const name = !isHeld && own !== undefined ? own : grantedName(keeper, model, { serving, caller });
    const before = models.get(name) ?? { count: 0, bytes: 0 };
    models.set(name, { count: before.count + count, bytes: before.bytes + bytes });
  }
  return [...models].map(([model, lines]) => ({ model, lines }));
}

async function modelsIn(
  serving: Serving,
  { keeper, vendorId: fileId }: Place,
): Promise<ReadonlyMap<string, { readonly count: number; readonly bytes: number }>> {
  const models = new Map<string, { count: number; bytes: number }>();
  const lifetime = new Lifetime(serving.timeoutSeconds);
  await readLines({ keeper, fileId, transports: serving.transports, lifetime }, ({ body }) => {
    if (!isMapping(body) || typeof body.model !== 'string') return;
    const known = models.get(body.model);
    if (!known && models.size > MOST_MODELS) return;
    const { messages, prompt, input } = body;
    const bytes = Buffer.byteLength(JSON.stringify(messages ?? prompt ?? input ?? ''));
    models.set(body.model, { count: (known?.count ?? 0) + 1, bytes: (known?.bytes ?? 0) + bytes });
  });
  if (models.size > MOST_MODELS) {
    throw badRequest(`The file asks more than ${MOST_MODELS} models: make a batch of each`, 'input_file_id');
  }
  return models;
}

/** Of the names under which a vendor's model is configured, one that the key may ask; else one that it is refused by. */
function grantedName(
  keeper: Keeper,
  model: string,
  { serving, caller }: { readonly serving: Serving; readonly caller: VirtualKey },
): string {
  const names = [...deploymentsOf(keeper, model, serving).map(({ group }) => group), model];
  return names.find((name) => serving.admission.mayAsk(caller, name)) ?? names[0] ?? model;
}
