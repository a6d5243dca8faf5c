import { join } from 'node:path';
import { openDatabase } from '@showrunner/store';
import { migrations } from '../jobs/migrations/migrations.ts';
import type { UsageTables } from '../usage/usage-tables.ts';

/** Writes a generation of 0.05 US dollars at each instant, in the database that a server with that environment will open. */
export async function rowsAt(instants: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const file = join(env.DATA_DIR ?? '', 'mpc-api.sqlite');
  const database = await openDatabase<UsageTables>({ url: env.DATABASE_URL, file, owner: 'mpc-api' }, migrations);
  const rows = instants.map((at, index) => ({
    id: `use_${index}`,
    at,
    workspace: 'default',
    key_id: 'administrator',
    recipe: 'script',
    generation: `gen_${index}`,
    model: 'openai/gpt-test',
    input_tokens: 10_000,
    output_tokens: 20_000,
    cost_usd: 0.05,
    bound_usd: 0.05,
    generations: 1,
  }));
  await database.query.insertInto('usage').values(rows).execute();
  await database.dispose();
}
