import { emptyPostgresDatabase, requireTool, temporaryFolder } from '@showrunner/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { join } from 'node:path';
import { openGatewayDatabase } from '../gateway-database.ts';
import type { KeptResponse } from './kept-response.ts';
import { StoredResponses } from './stored-responses.ts';
import { sweepResponses } from './sweep-responses.ts';

const DAY_SECONDS = 86_400;
const never = new AbortController().signal;

async function openStore(url: string | undefined, keepSeconds: number | null = 30 * DAY_SECONDS) {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'gateway.sqlite');
  const database = await openGatewayDatabase({ url, file });
  onTestFinished(async () => {
    await database.dispose();
    await folder.remove();
  });
  const store = new StoredResponses({
    database: { open: async () => database },
    keepSeconds: () => keepSeconds ?? undefined,
  });
  return { store, query: database.query };
}

function response(id: string, members: Partial<KeptResponse> = {}): KeptResponse {
  return {
    id,
    owner: 'one',
    previousId: null,
    createdAt: Date.now(),
    input: [{ id: `in-${id}`, type: 'message', role: 'user', content: '你好 \0' }],
    response: {
      id,
      output: [{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'مرحبا' }] }],
    },
    ...members,
  };
}

describe('stored responses in SQLite', () => {
  behaveAlike(async () => undefined);
});

describe('stored responses in Postgres', requireTool('postgres'), () => {
  behaveAlike(emptyPostgresDatabase);
});

function behaveAlike(newUrl: () => Promise<string | undefined>): void {
  test('are found as they were kept, by their owner alone', async () => {
    const { store } = await openStore(await newUrl());
    const kept = response('a');
    expect(await store.keep(kept)).toBe(true);
    expect(await store.find('a', 'one')).toEqual(kept);
    expect(await store.find('a', 'another')).toBeUndefined();
    expect(await store.conversation('a', 'another')).toEqual({ kind: 'unknown' });
    expect(await store.remove('a', 'another')).toBe(false);
    expect(await store.remove('a', 'one')).toBe(true);
    expect(await store.remove('a', 'one')).toBe(false);
    expect(await store.find('a', 'one')).toBeUndefined();
  });

  test('are a conversation from its beginning, and broken where one of it was removed', async () => {
    const { store } = await openStore(await newUrl());
    for (const [id, previousId] of [
      ['c', null],
      ['a', 'c'],
      ['b', 'a'],
      ['beside', 'a'],
    ] as const) {
      await store.keep(response(id, { previousId }));
    }
    const found = await store.conversation('b', 'one');
    expect(found.kind === 'whole' && found.responses.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    await store.remove('c', 'one');
    expect(await store.conversation('b', 'one')).toEqual({ kind: 'broken' });
    expect(await store.find('b', 'one')).toBeDefined();
  });

  test('go when their time is over, but not before the last of their conversation', async () => {
    const { store, query } = await openStore(await newUrl());
    const old = Date.now() - 29 * DAY_SECONDS * 1000;
    await store.keep(response('first', { createdAt: old }));
    await store.keep(response('alone', { createdAt: old }));
    await store.keep(response('over', { createdAt: old - 2 * DAY_SECONDS * 1000 }));
    await store.keep(response('last', { previousId: 'first' }));
    expect(await store.find('over', 'one')).toBeUndefined();
    expect(await sweepResponses(query, never)).toBe(1);
    expect(await sweepResponses(query, never, { now: Date.now() + 10 * DAY_SECONDS * 1000 })).toBe(1);
    expect((await store.conversation('last', 'one')).kind).toBe('whole');
    expect(await store.find('alone', 'one')).toBeUndefined();
  });

  test('are kept up to a size, and those that would go first go where all are too many', async () => {
    const { store, query } = await openStore(await newUrl());
    const long = 'x'.repeat(16 * 1024 * 1024);
    expect(await store.keep(response('long', { input: [{ type: 'message', content: long }] }))).toBe(false);
    for (let index = 0; index < 250; index++)
      await store.keep(response(`r${index}`, { createdAt: Date.now() + index }));
    expect(await sweepResponses(query, never, { mostBytes: 10_000 })).toBeGreaterThan(150);
    expect(await store.find('r0', 'one')).toBeUndefined();
    expect(await store.find('r249', 'one')).toBeDefined();
  });

  test('are not kept where none are to be', async () => {
    const { store } = await openStore(await newUrl(), null);
    expect(store.isOn).toBe(false);
    expect(await store.keep(response('a'))).toBe(false);
    expect(await store.find('a', 'one')).toBeUndefined();
  });
}
