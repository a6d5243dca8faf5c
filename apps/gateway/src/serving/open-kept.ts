import { ResponsesUnderWay } from '../operations/responses/under-way.ts';
import type { ResponsesPorts } from '../operations/responses/responses-ports.ts';
import { ThingTallies } from '../observe/metrics/thing-tallies.ts';
import { BatchBills } from '../stored/batch-bills.ts';
import type { BatchReserves } from '../keys/budgets/batch-reserves.ts';
import { StoredResponses } from '../stored/responses/stored-responses.ts';
import { IdKeys } from '../stored/secrets/id-keys.ts';
import { secretOfIds } from '../stored/secrets/sealing-key.ts';
import { SealedIds } from '../stored/sealed-ids.ts';
import { VendorThings } from '../stored/vendor-things.ts';
import type { Lasting } from './assemble.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { Serving } from './serving.ts';

/** What is kept between calls that go on from one another, and what lies with vendors. */
export interface Kept {
  /** What kinds of call need that go on from one another. */
  readonly responsesPorts: ResponsesPorts;
  /** Under what ids were sealed until now. */
  readonly idKeys: IdKeys;
  /** Ids of files and of batches that lie with vendors, and whose they are. */
  readonly files: SealedIds;
  readonly batches: SealedIds;
  readonly vendorThings: VendorThings;
  /** Who pays for batches. */
  readonly bills: BatchBills;
  /** What of budgets is kept free for them. */
  readonly batchReserves: BatchReserves;
  /** Counts files and batches. */
  readonly tallies: ThingTallies;
}

/** @param current what serves now */
export function openKept(
  { database, entities, secrets, batchReserves }: Pick<Lasting, 'database' | 'entities' | 'secrets' | 'batchReserves'>,
  current: () => Serving,
  options: GatewayOptions,
): Kept {
  const { environment, dataFolder, logger } = options;
  const idSecret = (): string => {
    const masterKey = current().config.access.masterKey?.reveal();
    return secretOfIds({ saltKey: environment.LITELLM_SALT_KEY, masterKey, dataFolder });
  };
  const idKeys = new IdKeys({ entities, box: () => secrets.box, secret: idSecret, logger });
  return {
    idKeys,
    responsesPorts: {
      stored: new StoredResponses({ database, keepSeconds: () => current().config.accounting.keepResponsesSeconds }),
      ids: new SealedIds({ prefix: 'resp_', things: 'responses' }, idSecret, idKeys),
      allowsUnmanaged: () => current().config.access.allowsUnmanagedResponses,
      deployment: (id) => current().router.deployment(id),
      deploymentsOf: (model) => current().router.resolve(model)?.deployments ?? [],
      underWay: new ResponsesUnderWay(),
      logger,
    },
    files: new SealedIds({ prefix: 'file-', things: 'files' }, idSecret, idKeys),
    batches: new SealedIds({ prefix: 'batch_', things: 'batches' }, idSecret, idKeys),
    vendorThings: new VendorThings(database),
    bills: new BatchBills(database),
    batchReserves,
    tallies: new ThingTallies(options.metrics),
  };
}
