import { digestOf } from '@showrunner/access';
import { emptyPostgresDatabase, requireTool, temporaryFolder } from '@showrunner/testkit';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openGatewayDatabase } from '../gateway-database.ts';
import { Entities } from './entities.ts';

describe('in SQLite', () => {
  whatIsManaged(async () => undefined);
});

describe('in Postgres', requireTool('postgres'), () => {
  whatIsManaged(() => emptyPostgresDatabase());
});

/** What both databases keep to. */
function whatIsManaged(place: () => Promise<string | undefined>): void {
  async function open(url?: string): Promise<Entities> {
    const folder = await temporaryFolder();
    const where = { url: url ?? (await place()), file: join(folder.path, 'gateway.sqlite') };
    const database = await openGatewayDatabase(where);
    onTestFinished(async () => {
      await database.dispose();
      await folder.remove();
    });
    return new Entities({ open: async () => database });
  }

  const add = (entities: Entities, id: string, more: object = {}) =>
    entities.change(async (writer) => {
      const key = await writer.add({ kind: 'key', id, settings: {}, ...more });
      await writer.setDigest(id, digestOf(`sk-${id}`));
      return key;
    });

  test('is found by its id, by its digest, and by what it belongs to', async () => {
    const entities = await open();
    await add(entities, 'one', { alias: 'Один', teamId: 'blue', settings: { models: ['gpt'], 名: '鍵 🎬' } });
    await add(entities, 'two', { alias: 'other', userId: 'ann' });
    expect(await entities.find({ kind: 'key', id: 'one' })).toMatchObject({
      alias: 'Один',
      teamId: 'blue',
      userId: null,
      settings: { models: ['gpt'], 名: '鍵 🎬' },
    });
    expect(await entities.find({ kind: 'team', id: 'one' })).toBeUndefined();
    expect(await entities.keyOfDigest(digestOf('sk-two'))).toMatchObject({ id: 'two' });
    const ids = async (filter: object) => (await entities.list({ kind: 'key', ...filter })).map(({ id }) => id);
    expect(await ids({ teamId: 'blue' })).toEqual(['one']);
    expect(await ids({ teamId: null })).toEqual(['two']);
    expect(await ids({ either: { userId: 'ann', teamIds: ['blue'] } })).toHaveLength(2);
    expect(await ids({ aliasHolds: 'THE' })).toEqual(['two']);
    expect(await ids({ aliasHolds: '%' })).toEqual([]);
    expect(await ids({ ids: [] })).toEqual([]);
    expect(await entities.count({ kind: 'key' })).toBe(2);
  });

  test('is listed the newest first, part by part', async () => {
    const entities = await open();
    for (const [index, id] of ['a', 'b', 'c'].entries()) await add(entities, id, { createdAt: index });
    const part = { offset: 1, limit: 1 };
    expect((await entities.list({ kind: 'key' }, part)).map(({ id }) => id)).toEqual(['b']);
    expect(
      (await entities.list({ kind: 'key' }, { ...part, offset: 0, direction: 'asc' })).map(({ id }) => id),
    ).toEqual(['a']);
  });

  test('changes together or not at all', async () => {
    const entities = await open();
    await add(entities, 'one', { alias: 'mine' });
    await expect(add(entities, 'two', { alias: 'mine' })).rejects.toMatchObject({ member: 'alias' });
    await expect(add(entities, 'one')).rejects.toMatchObject({ member: 'id' });
    expect(await entities.count({ kind: 'key' })).toBe(1);
    expect(await entities.keyOfDigest(digestOf('sk-two'))).toBeUndefined();
  });

  test('keeps what a change leaves out, and gives an alias back that it no longer has', async () => {
    const entities = await open();
    await add(entities, 'one', { alias: 'mine', userId: 'ann' });
    await entities.change((writer) => writer.update({ kind: 'key', id: 'one' }, { alias: null }));
    expect(await entities.find({ kind: 'key', id: 'one' })).toMatchObject({ alias: null, userId: 'ann' });
    await add(entities, 'two', { alias: 'mine' });
  });

  test('is not found by a digest of before, but within its time of grace', async () => {
    const entities = await open();
    await add(entities, 'one');
    const renew = (secret: string, until?: number) =>
      entities.change((writer) => writer.setDigest('one', digestOf(secret), until));
    await renew('sk-second', Date.now() + 60_000);
    expect(await entities.keyOfDigest(digestOf('sk-one'))).toMatchObject({ id: 'one' });
    expect(await entities.digestsOf(['one'])).toEqual(new Map([['one', digestOf('sk-second')]]));
    await renew('sk-third');
    expect(await entities.keyOfDigest(digestOf('sk-second'))).toBeUndefined();
    expect(await entities.keyOfDigest(digestOf('sk-third'))).toMatchObject({ id: 'one' });
    await expect(
      entities.change(async (writer) => {
        await writer.add({ kind: 'key', id: 'thief', settings: {} });
        await writer.setDigest('thief', digestOf('sk-third'));
      }),
    ).rejects.toMatchObject({ member: 'id' });
  });

  test('leaves nothing behind when it is removed', async () => {
    const entities = await open();
    await add(entities, 'one', { alias: 'mine' });
    await entities.change((writer) => writer.remove({ kind: 'key', id: 'one' }));
    expect(await entities.keyOfDigest(digestOf('sk-one'))).toBeUndefined();
    await add(entities, 'one', { alias: 'mine' });
  });

  test('tells those in this process and in others what was changed', async () => {
    const url = await place();
    const entities = await open(url);
    const heard: unknown[] = [];
    entities.onChange((changed) => heard.push(...changed));
    const before = Date.now();
    await add(entities, 'one');
    expect(heard).toEqual([{ kind: 'key', id: 'one' }]);
    expect((await entities.changesSince(before)).map(({ name }) => name)).toEqual([{ kind: 'key', id: 'one' }]);
    if (url === undefined) return;
    const other = await open(url);
    expect(await other.changesSince(before)).toHaveLength(1);
  });
}
