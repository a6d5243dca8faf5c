import type { BatchBillTables } from './batch-bill-tables.ts';
import type { EntityTables } from './entity-tables.ts';
import type { ImportTables } from './import-tables.ts';
import type { ResponseTables } from './response-tables.ts';
import type { SpendTables } from './spend-tables.ts';
import type { VendorThingTables } from './vendor-thing-tables.ts';

/** All tables of the gateway; each of those who keep something has its own in a file beside this one. */
export interface GatewayTables
  extends BatchBillTables, SpendTables, ResponseTables, VendorThingTables, EntityTables, ImportTables {}
