import type { SpendTables } from './spend-tables.ts';

/** All tables of the gateway; each of those who keep something has its own in a file beside this one. */
export type GatewayTables = SpendTables;
