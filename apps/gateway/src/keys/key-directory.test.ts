import { join } from 'node:path';
import { digestOf } from '@showrunner/access';
import { createMetrics } from '@showrunner/service';
import { temporaryFolder, waitUntil } from '@showrunner/testkit';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { Entities } from '../stored/entities/entities.ts';
import { openGatewayDatabase } from '../stored/gateway-database.ts';
import { KeyDirectory } from './key-directory.ts';
import { Purses } from './budgets/purses.ts';
import { UTC_MIDNIGHT } from './budgets/window-end.ts';

const MINUTE_MS = 60_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** A directory over a database with one key, `sk-now`, which was `sk-before` until it was made anew a moment ago. */
async function directory() {
  const folder = await temporaryFolder();
  const database = await openGatewayDatabase({ url: undefined, file: join(folder.path, 'gateway.sqlite') });
  onTestFinished(async () => {
    await database.dispose();
    await folder.remove();
  });
  const open = { open: async () => database };
  const entities = new Entities(open);
  const key = { kind: 'key', id: 'one' } as const;
  await entities.change(async (writer) => {
    await writer.add({ ...key, settings: {} });
    await writer.setDigest('one', digestOf('sk-before'));
    await writer.setDigest('one', digestOf('sk-now'), Date.now() + 10 * MINUTE_MS);
  });
  const looked = vi.spyOn(entities, 'findByDigest');
  const logger = { error: () => undefined };
  const purses = new Purses({ database: open, calendar: () => UTC_MIDNIGHT, logger, metrics: createMetrics() });
  onTestFinished(() => purses.dispose());
  const keys = new KeyDirectory({
    entities,
    purses,
    rules: () => ({ bindsUsersInTeams: false }),
    unverified: () => undefined,
  });
  return { keys, entities, key, looked, find: async (name: string) => keys.find(digestOf(name)) };
}

test('a key is looked up again after a minute, behind its call', async () => {
  const { looked, find } = await directory();
  await find('sk-now');
  vi.advanceTimersByTime(MINUTE_MS - 1);
  await find('sk-now');
  expect(looked).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(2);
  expect(await find('sk-now')).toMatchObject({ kind: 'known' });
  expect(looked).toHaveBeenCalledTimes(2);
});

test('whoever hears of all changes looks up nothing for them, for as long as that goes on', async () => {
  const { keys, looked, find } = await directory();
  await find('sk-now');
  for (let minutes = 0; minutes < 30; minutes++) {
    vi.advanceTimersByTime(MINUTE_MS + 1);
    keys.heardAll();
    expect(await find('sk-now')).toMatchObject({ kind: 'known' });
  }
  expect(looked).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(MINUTE_MS + 1);
  await find('sk-now');
  expect(looked).toHaveBeenCalledTimes(2);
});

test('what was changed is looked up at once all the same', async () => {
  const { keys, entities, key, looked, find } = await directory();
  await find('sk-now');
  keys.heardAll();
  await entities.change((writer) => writer.update(key, { settings: { blocked: true } }));
  await waitUntil(() => looked.mock.calls.length === 2, { what: 'the key to be looked up' });
  const found = await find('sk-now');
  expect(found.kind === 'known' && found.caller).toMatchObject({ holding: { key: { settings: { blocked: true } } } });
});

test('by what it was called before a key is found for as long as was said, of which nobody tells', async () => {
  const { keys, looked, find } = await directory();
  await find('sk-before');
  vi.advanceTimersByTime(MINUTE_MS + 1);
  keys.heardAll();
  await find('sk-before');
  expect(looked).toHaveBeenCalledTimes(2);
});
