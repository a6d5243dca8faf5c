import { join } from 'node:path';
import type { Database } from '@showrunner/store';
import { temporaryFolder } from '@showrunner/testkit';
import { onTestFinished } from 'vitest';
import { administrator } from '../admit/administrator.ts';
import { findSpend } from '../observe/spend/find-spend.ts';
import { finishRecord, openRecord, type FinishedRecord } from '../exchange/record/record.ts';
import { openGatewayDatabase } from '../stored/gateway-database.ts';
import type { GatewayTables } from '../stored/tables.ts';

/** Empty spend tables for one test: in the Postgres at `url`, else in a SQLite file. */
export async function openSpend(url?: string): Promise<Database<GatewayTables>> {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'spend.sqlite');
  const database = await openGatewayDatabase({ url, file });
  onTestFinished(async () => {
    await database.dispose();
    await folder.remove();
  });
  return database;
}

/** What of a request matters to a test. */
interface SpendOfTest {
  readonly model?: string;
  readonly ageMs?: number;
  readonly cost?: number;
  readonly customer?: string;
  readonly tags?: readonly string[];
}

/** A request that nobody answered, or that cost so much; it began so long ago. */
export function spendRecord(
  callId: string,
  { model = 'gpt', ageMs = 0, cost, customer, tags = [] }: SpendOfTest = {},
): FinishedRecord {
  const record = openRecord({
    requestId: callId,
    callId,
    caller: { ...administrator, keyId: 'key' },
    customer,
    tags,
    callType: 'acompletion',
    route: '/v1/chat/completions',
    clientIp: '127.0.0.1',
    userAgent: 'test',
    model,
    isStream: false,
    startedAt: performance.now() - ageMs,
    timeoutSeconds: 600,
    shownTimeout: '600.0',
  });
  return finishRecord(record, {
    usage: undefined,
    isEstimated: false,
    cost,
    status: 200,
    failure: undefined,
    asked: undefined,
    labels: undefined,
  });
}

export async function spendIdsIn({ query }: Database<GatewayTables>): Promise<string[]> {
  return (await findSpend(query, {})).map(({ litellm_call_id: id }) => String(id)).sort();
}
