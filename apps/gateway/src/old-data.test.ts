import { join } from 'node:path';
import { openDatabase, type Database, type DatabaseOptions } from '@showrunner/store';
import { oldDataIn, openOldData, type DatabaseName, type DataPlace } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { sumNewRows } from './observe/spend/daily-sums.ts';
import { gatewaySchema } from './stored/gateway-schema.ts';
import { openGatewayDatabase } from './stored/gateway-database.ts';
import { ask, KEPT_KEY, MASTER_KEY, startGateway, type StartedGateway } from './testing/start-gateway.ts';

/** Of a row of `GET /spend/logs`, what days are summed by. */
interface Spend {
  readonly request_id: string;
  readonly model: string;
  readonly spend: number | null;
  readonly startTime: string;
  readonly team_id?: string | null;
}

interface Tables {
  readonly entities: { readonly id: string };
  readonly purses: { readonly id: string };
  readonly spend_logs: { readonly request_id: string; readonly prompt_tokens: number; readonly spend: number | null };
  readonly spend_series: { readonly id: number };
  readonly responses: { readonly id: string; readonly previous_id: string | null };
  readonly vendor_things: { readonly id: string };
}

/** With which step tables came; a fixture's name says which was its newest. */
const since = (step: number) => (fixture: string) => Number(/-(\d{4})-/.exec(fixture)?.[1]) >= step;
const hasResponses = since(2);
const hasThings = since(3);
const hasHolders = since(4);
/** From which on they lie in a schema of their own in Postgres. */
const hasSchema = since(5);

for (const { name, needs, fixture, database } of await oldDataIn(join(import.meta.dirname, '__fixtures__')))
  describe(`${name} goes on in use`, needs, () => {
    goesOnInUse(fixture, database);
  });

function goesOnInUse(fixture: string, database: DatabaseName): void {
  const open = () => openOldData<Spend>(fixture, database, 'gateway.sqlite');

  test('comes to the newest schema with every row, and a second start changes nothing', async () => {
    await using data = await open();
    const before = await rowsIn(data, fixture, 'as it was');
    expect(before.responses).toHaveLength(hasResponses(fixture) ? 2 : 0);
    expect(before.vendor_things).toHaveLength(hasThings(fixture) ? 2 : 0);
    expect(await rowsIn(data, fixture, 'as it is now')).toMatchObject(before);
    expect(await daysIn(data)).toEqual([sumsOf(before.spend_logs)]);
    const once = await data.dump();
    await rowsIn(data, fixture, 'as it is now');
    expect(await data.dump()).toBe(once);
  });

  test('is shown with the figures that it had, alone, by day, and after what is spent now', async () => {
    await using data = await open();
    const answers = data.answers.map(withTeam);
    await using gateway = await startOn(data);
    expect(await spendLogs(gateway)).toMatchObject(answers);
    for (const row of answers) {
      expect(await spendLogs(gateway, `?request_id=${row.request_id}`)).toMatchObject([row]);
    }
    for (const [day, rows] of Map.groupBy(answers, ({ startTime }) => startTime.slice(0, 10))) {
      expect(await spendLogs(gateway, `?start_date=${day}&end_date=${day}`)).toMatchObject([sumOf(day, rows)]);
    }
    expect((await gateway.post(ask('now'))).status).toBe(200);
    expect(await spendLogs(gateway)).toMatchObject([{ model_group: 'now' }, ...answers]);
  });

  // Left out and not skipped: a skipped test counts as one that lacks its tool.
  if (hasHolders(fixture)) goesOnCalling(open);
  if (!hasResponses(fixture)) return;
  test('has the responses that it kept, which go on', async () => {
    await using data = await open();
    const { responses } = await rowsIn(data, fixture, 'as it was');
    await using gateway = await startOn(data);
    for (const { id } of responses) {
      const kept = await gateway.get(`/v1/responses/${id}`);
      expect([kept.status, await kept.json()]).toMatchObject([200, { id, status: 'completed' }]);
    }
    const { id: previous_response_id } = responses.find(({ previous_id: before }) => before !== null) ?? {};
    const next = await gateway.postTo('/v1/responses', { model: 'now', input: '続き', previous_response_id });
    expect([next.status, await next.json()]).toMatchObject([200, { previous_response_id }]);
  });
}

/** A key of then, with what it had spent and what it may. */
function goesOnCalling(open: () => ReturnType<typeof openOldData<Spend>>): void {
  test('lets its keys in, which have spent what they had spent', async () => {
    await using data = await open();
    await using gateway = await startOn(data);
    const asked = await fetch(`${gateway.url}/key/info?key=${KEPT_KEY}`, {
      headers: { authorization: `Bearer ${MASTER_KEY}` },
    });
    expect(await asked.json()).toMatchObject({
      info: { key_alias: '鍵', team_id: 'blau', user_id: 'jürgen', max_budget: 10, spend: 5 },
    });
    const called = await gateway.post(ask('now'), { authorization: `Bearer ${KEPT_KEY}` });
    expect(called.status).toBe(200);
  });
}

function startOn({ folder, url }: DataPlace): Promise<StartedGateway> {
  return startGateway(
    { model_list: [{ model_name: 'now', litellm_params: { model: 'openai/gpt-5.4', mock_response: 'fine' } }] },
    { DATA_DIR: folder, ...(url !== undefined && { LITELLM_DATABASE_URL: url }) },
  );
}

async function rowsIn({ url, file }: DataPlace, fixture: string, when: 'as it was' | 'as it is now') {
  const database =
    when === 'as it was'
      ? await openDatabase<Tables>({ url, file, owner: 'a reader', schema: schemaOf(fixture) }, [])
      : await openGatewayDatabase({ url, file });
  const rows = await rowsOf(database, fixture);
  await database.dispose();
  return rows;
}

function schemaOf(fixture: string): DatabaseOptions['schema'] {
  return hasSchema(fixture) ? { name: gatewaySchema.name, formerTables: [] } : undefined;
}

async function rowsOf({ query }: Pick<Database<Tables>, 'query'>, fixture: string) {
  const holders = hasHolders(fixture);
  return {
    // What rows are known by is another thing than it was, and told below.
    spend_logs: (await query.selectFrom('spend_logs').selectAll().orderBy('request_id').execute()).map((row) => ({
      ...row,
      row_id: undefined,
    })),
    spend_series: await query.selectFrom('spend_series').selectAll().orderBy('id').execute(),
    responses: hasResponses(fixture) ? await query.selectFrom('responses').selectAll().orderBy('id').execute() : [],
    vendor_things: hasThings(fixture)
      ? await query.selectFrom('vendor_things').selectAll().orderBy('id').execute()
      : [],
    entities: holders ? await query.selectFrom('entities').selectAll().orderBy('id').execute() : [],
    purses: holders ? await query.selectFrom('purses').selectAll().orderBy('id').execute() : [],
  };
}

/** What the sums of days hold together. */
async function daysIn({ url, file }: DataPlace) {
  const database = await openGatewayDatabase({ url, file });
  await sumNewRows(database);
  const sums = await database.query
    .selectFrom('daily_spend')
    .select(({ fn }) => [
      fn.sum<number | string>('requests').as('requests'),
      fn.sum<number | string>('prompt_tokens').as('tokens'),
      fn.sum<number>('spend').as('spend'),
    ])
    .execute();
  await database.dispose();
  return sums.map(({ requests, tokens, spend }) => ({ requests: Number(requests), tokens: Number(tokens), spend }));
}

function sumsOf(rows: readonly Tables['spend_logs'][]) {
  const sum = (figure: (row: Tables['spend_logs']) => number): number =>
    rows.reduce((total, row) => total + figure(row), 0);
  return {
    requests: rows.length,
    tokens: sum(({ prompt_tokens: tokens }) => tokens),
    spend: expect.closeTo(
      sum(({ spend }) => spend ?? 0),
      9,
    ),
  };
}

/** What rows without a team say of it was null once, and is empty as LiteLLM says it. */
function withTeam(row: Spend): Spend {
  return row.team_id === null ? { ...row, team_id: '' } : row;
}

async function spendLogs(gateway: StartedGateway, query = ''): Promise<unknown> {
  return (await gateway.get(`/spend/logs${query}`)).json();
}

function sumOf(day: string, rows: readonly Spend[]): object {
  const sum = (some: readonly Spend[]): unknown =>
    expect.closeTo(
      some.reduce((total, { spend }) => total + (spend ?? 0), 0),
      9,
    );
  const models = Map.groupBy(rows, ({ model }) => model);
  return {
    startTime: day,
    spend: sum(rows),
    models: Object.fromEntries([...models].map(([model, own]) => [model, sum(own)])),
  };
}
