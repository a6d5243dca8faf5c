import { digestOf } from '@showrunner/access';
import { openDatabase } from '@showrunner/store';
import { openAiCompletion, startScriptedUpstream, temporaryFolder } from '@showrunner/testkit';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memberId } from '../keys/holding.ts';
import { Entities } from '../stored/entities/entities.ts';
import type { EntityWriter } from '../stored/entities/entity-writer.ts';
import { migrations } from '../stored/migrations/migrations.ts';
import type { GatewayTables } from '../stored/tables.ts';
import { ask, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';
import { truthTable, type Holder, type Row } from './__fixtures__/truth-table.ts';

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let gateway: StartedGateway;

beforeAll(async () => {
  folder = await temporaryFolder();
  await keepHolders(join(folder.path, 'gateway.sqlite'));
  upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
  const claude = { ...openAiModel('claude', upstream.url), model_info: { access_groups: ['beta'] } };
  const config = { model_list: [openAiModel('gpt', upstream.url), claude], litellm_settings: { cache: true } };
  gateway = await startGateway(config, { DATA_DIR: folder.path });
}, 120_000);

afterAll(async () => {
  await gateway.stop();
  await upstream[Symbol.asyncDispose]();
  await folder.remove();
});

const keyOf = (index: number) => `sk-truth-table-${index}`;

test.each(truthTable.map((row, index) => ({ ...row, index })))(
  '$who that asks for $asks gets $status ($source)',
  async ({ index, asks, status, type, says }) => {
    const response = await send(asks, keyOf(index));
    const body: unknown = await response.json();
    expect({ status: response.status, body }).toMatchObject({ status, body: told({ status, type, says }) });
    expect(response.headers.has('retry-after')).toBe(status === 429 && type !== 'budget_exceeded');
  },
);

test.each([
  ['no key', {}, 401],
  ['a key that nobody has', { authorization: 'Bearer sk-nobody' }, 401],
  ['no scheme', { authorization: keyOf(0) }, 401],
  ['10,000 characters', { authorization: `Bearer sk-${'a'.repeat(10_000)}` }, 401],
  ['a key with a letter more', { authorization: `Bearer ${keyOf(0)}x` }, 401],
  ['a digest in place of a key', { authorization: `Bearer ${digestOf(keyOf(0))}` }, 401],
  ['a wrong key before a right one', { authorization: 'Bearer sk-nobody', 'x-api-key': keyOf(0) }, 401],
  ['the key where Anthropic’s clients write it', { 'x-api-key': keyOf(0) }, 200],
])('whoever presents %s gets what is right', async (_what, headers, status) => {
  const response = await fetch(`${gateway.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(headers as Record<string, string>) },
    body: JSON.stringify(ask('gpt')),
  });
  expect(response.status).toBe(status);
});

/** What the body of an answer holds. */
function told({ status, type, says = '' }: Pick<Row, 'status' | 'type' | 'says'>): object {
  if (status === 200) return {};
  const error = { message: expect.stringContaining(says) as unknown, code: String(status) };
  return { error: type === undefined ? error : { ...error, type } };
}

function send(asks: string, key: string): Promise<Response> {
  const [method = '', rest = ''] = asks.split(' ');
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  if (method === 'GET') return fetch(gateway.url + rest, { headers });
  const [path, body] = method === 'chat' ? ['/v1/chat/completions', ask(rest, { max_tokens: 1 })] : [rest, {}];
  return fetch(gateway.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** A key for each row, with all that it belongs to. */
async function keepHolders(file: string): Promise<void> {
  const database = await openDatabase<GatewayTables>({ file, owner: 'gateway' }, migrations);
  const entities = new Entities({ open: async () => database });
  await entities.change(async (writer) => {
    for (const [index, row] of truthTable.entries()) await keepHolder(writer, row, index);
  });
  await database.dispose();
}

async function keepHolder(writer: EntityWriter, { holder }: Row, index: number): Promise<void> {
  const id = String(index);
  const has = (part: keyof Holder): string | null => (holder[part] ? `${part}-${id}` : null);
  const [teamId, userId, organizationId] = [has('team'), has('user'), has('organization')];
  const settings = (part: keyof Holder) => ({ ...holder[part] });
  if (teamId !== null) await writer.add({ kind: 'team', id: teamId, settings: settings('team') });
  if (userId !== null) await writer.add({ kind: 'user', id: userId, settings: settings('user') });
  if (organizationId !== null) {
    await writer.add({ kind: 'organization', id: organizationId, settings: settings('organization') });
  }
  if (holder.member && teamId !== null && userId !== null) {
    await writer.add({ kind: 'member', id: memberId(teamId, userId), teamId, userId, settings: settings('member') });
  }
  await writer.add({ kind: 'key', id, teamId, userId, organizationId, settings: settings('key') });
  await writer.setDigest(id, digestOf(keyOf(index)));
}
