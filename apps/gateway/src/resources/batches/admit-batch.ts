import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import { Lifetime } from '../../exchange/lifetime.ts';
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

/**
 * Lets a batch in as each of its models would be: rejects with a 403 for one that its caller may not ask, and with a 429
 * where a limit or a budget is spent. What it will cost is not known yet, and is reserved nowhere.
 */
export async function admitBatch(
  gateway: Gateway,
  { keeper, vendorId }: Place,
  asked: Omit<AskedBatch, 'model'>,
): Promise<void> {
  const serving = gateway.current;
  const names = await askedNames(serving, { keeper, vendorId }, asked.caller);
  for (const model of names) await admitModel(gateway, serving, { ...asked, model });
}

async function admitModel(gateway: Gateway, serving: Serving, asked: AskedBatch): Promise<void> {
  const exchange = batchExchange(serving, asked);
  const admitted = await serving.admission.admit(exchange, gateway.underWay.count);
  admitted.settle(exchange.finish(undefined));
}

/** Where it makes a difference, the file is read: its lines name the models. */
async function askedNames(serving: Serving, { keeper, vendorId }: Place, caller: Caller): Promise<readonly string[]> {
  const isHeld = caller instanceof VirtualKey && (!caller.models.areOpen || caller.hasModelBudgets);
  const own = serving.router.deployment(keeper.id)?.group;
  if (!isHeld && own !== undefined) return [own];
  if (!isHeld) return [keeper.vendor.name];
  const models = await modelsIn(serving, { keeper, vendorId });
  return [...models].map((model) => grantedName(keeper, model, { serving, caller }));
}

async function modelsIn(serving: Serving, { keeper, vendorId: fileId }: Place): Promise<ReadonlySet<string>> {
  const models = new Set<string>();
  const lifetime = new Lifetime(serving.timeoutSeconds);
  await readLines({ keeper, fileId, transports: serving.transports, lifetime }, ({ body }) => {
    if (models.size <= MOST_MODELS && isMapping(body) && typeof body.model === 'string') models.add(body.model);
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
