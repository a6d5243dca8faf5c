import { join } from 'node:path';
import { digestOf } from '@showrunner/access';
import { newRow, type NewEntity } from '../../../apps/gateway/src/stored/entities/entity.ts';
import { openGatewayDatabase } from '../../../apps/gateway/src/stored/gateway-database.ts';

/** How many keys belong to a team, and how many to a user. */
const KEYS_A_TEAM = 100;
const KEYS_A_USER = 10;
/** Rows of one statement: SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 1_000;

/** Far above what is measured, so that each request is counted against them and none refused. */
const LIMITS = {
  rpm_limit: 1_000_000_000,
  tpm_limit: 1_000_000_000_000,
  max_parallel_requests: 10_000,
  max_budget: 1_000_000,
  budget_duration: '30d',
};
const MODEL_LIMITS = {
  models: [],
  metadata: { model_rpm_limit: { gpt: 1_000_000_000 }, model_tpm_limit: { gpt: 1_000_000_000_000 } },
  model_max_budget: { gpt: { budget_limit: 1_000_000, time_period: '30d' } },
};

/** What each of them is held to, in words for a table. */
export const KEYS_HELD_TO =
  'limits (requests, tokens, parallel; of key, team, user; of gpt for key and team), budgets of key, team, user and model';

/** The `number`th key, from 1: of one length, as keys are. */
export function keyOfNumber(number: number): string {
  return `sk-bench-${String(number).padStart(8, '0')}-of-one-usual-length`;
}

/** Puts so many keys, with their teams and users, into the SQLite of a gateway that does not run. */
export async function fillKeys(dataFolder: string, count: number): Promise<void> {
  const database = await openGatewayDatabase({ url: undefined, file: join(dataFolder, 'gateway.sqlite') });
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const entities = [...numbers.flatMap(holdersAt), ...numbers.map(keyEntity)];
  await database.query.transaction().execute(async (transaction) => {
    for (const part of partsOf(entities)) {
      const rows = part.map((entity) => newRow(entity, 0));
      await transaction.insertInto('entities').values(rows).execute();
    }
    for (const part of partsOf(numbers)) {
      const rows = part.map((number) => ({
        digest: digestOf(keyOfNumber(number)),
        key_id: keyId(number),
        valid_until: null,
      }));
      await transaction.insertInto('key_digests').values(rows).execute();
    }
  });
  await database.dispose();
}

const keyId = (number: number): string => `key-${number}`;
const teamId = (number: number): string => `team-${Math.ceil(number / KEYS_A_TEAM)}`;
const userId = (number: number): string => `user-${Math.ceil(number / KEYS_A_USER)}`;

function keyEntity(number: number): NewEntity {
  const settings = { ...LIMITS, ...MODEL_LIMITS, key_name: `sk-...${number}` };
  return { kind: 'key', id: keyId(number), teamId: teamId(number), userId: userId(number), settings };
}

/** The team and the user that begin with this key. */
function holdersAt(number: number): NewEntity[] {
  return [
    ...(number % KEYS_A_TEAM === 1
      ? [{ kind: 'team', id: teamId(number), settings: { ...LIMITS, ...MODEL_LIMITS } } as const]
      : []),
    ...(number % KEYS_A_USER === 1 ? [{ kind: 'user', id: userId(number), settings: LIMITS } as const] : []),
  ];
}

function partsOf<One>(list: readonly One[]): One[][] {
  return Array.from({ length: Math.ceil(list.length / ROWS_AT_ONCE) }, (_, part) =>
    list.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE),
  );
}
