import type { Database } from '@showrunner/store';
import type { Kysely } from 'kysely';
import { databaseAway } from '../../failure/database-away.ts';
import { GatewayError } from '../../failure/gateway-error.ts';
import { sumNewRows } from '../../observe/spend/daily-sums.ts';
import type { SpendLog } from '../../observe/spend/spend-log.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import type { GatewayTables } from '../../stored/tables.ts';

/** What answers about spend go by. */
export interface SpendPorts {
  /** Nothing where none is kept. */
  readonly spend: () => SpendLog | undefined;
  readonly entities: Entities;
}

/** The tables, with what waits in them where that can be written now. Throws a 503 where they cannot be read. */
export async function openSpend(ports: SpendPorts): Promise<Kysely<GatewayTables>> {
  return (await open(ports)).query;
}

/** The same, with the sums of days up to the last row. */
export async function openSums(ports: SpendPorts): Promise<Kysely<GatewayTables>> {
  const database = await open(ports);
  await sumNewRows(database);
  return database.query;
}

async function open({ spend }: SpendPorts): Promise<Database<GatewayTables>> {
  const log = spend();
  if (!log) throw unavailable('Spend is not kept: general_settings.disable_spend_logs is true');
  await log.flush().catch(() => undefined);
  try {
    return await log.open();
  } catch (error) {
    throw databaseAway('the spend logs', error);
  }
}

function unavailable(message: string): GatewayError {
  return new GatewayError({ status: 503, type: 'service_unavailable', message });
}
