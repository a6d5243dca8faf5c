import { join } from 'node:path';
import { ResponsesUnderWay } from '../operations/responses/under-way.ts';
import type { ResponsesPorts } from '../operations/responses/responses-ports.ts';
import { BatchBills } from '../stored/batch-bills.ts';
import type { GatewayDatabase } from '../stored/gateway-database.ts';
import { keptSecret } from '../stored/kept-secret.ts';
import { StoredResponses } from '../stored/responses/stored-responses.ts';
import { SealedIds } from '../stored/sealed-ids.ts';
import { VendorThings } from '../stored/vendor-things.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { Serving } from './serving.ts';

/** What is kept between calls that go on from one another, and what lies with vendors. */
export interface Kept {
  /** What kinds of call need that go on from one another. */
  readonly responsesPorts: ResponsesPorts;
  /** Ids of files and of batches that lie with vendors, and whose they are. */
  readonly files: SealedIds;
  readonly batches: SealedIds;
  readonly vendorThings: VendorThings;
  /** Who pays for batches. */
  readonly bills: BatchBills;
}

/** @param current what serves now */
export function openKept(database: GatewayDatabase, current: () => Serving, options: GatewayOptions): Kept {
  const idSecret = () => secretOfIds(current(), options);
  return {
    responsesPorts: {
      stored: new StoredResponses({ database, keepSeconds: () => current().config.accounting.keepResponsesSeconds }),
      ids: new SealedIds({ prefix: 'resp_', things: 'responses' }, idSecret),
      allowsUnmanaged: () => current().config.access.allowsUnmanagedResponses,
      deployment: (id) => current().router.deployment(id),
      deploymentsOf: (model) => current().router.resolve(model)?.deployments ?? [],
      underWay: new ResponsesUnderWay(),
      logger: options.logger,
    },
    files: new SealedIds({ prefix: 'file-', things: 'files' }, idSecret),
    batches: new SealedIds({ prefix: 'batch_', things: 'batches' }, idSecret),
    vendorThings: new VendorThings(database),
    bills: new BatchBills(database),
  };
}

/** LiteLLM's order: what all replicas have in common comes first. */
function secretOfIds({ config }: Serving, { environment, dataFolder }: GatewayOptions): string {
  const salt = environment.LITELLM_SALT_KEY;
  if (salt !== undefined && salt !== '') return salt;
  return config.access.masterKey?.reveal() ?? keptSecret(join(dataFolder, 'ids.key'));
}
