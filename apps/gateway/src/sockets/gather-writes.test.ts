import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { destroyBehindWrites, writeGathered } from './gather-writes.ts';

const server = createServer();
let near: Socket;
let far: Socket;

beforeEach(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection');
  near = connect((server.address() as AddressInfo).port, '127.0.0.1');
  [[far]] = (await Promise.all([accepted, once(near, 'connect')])) as [[Socket], unknown];
});

afterEach(() => {
  near.destroy();
  server.close();
});

test('what a turn of the loop writes leaves when it ends, in its order', async () => {
  expect(writeGathered(near, 'one ', 'utf8')).toBe(true);
  expect(writeGathered(near, 'zwölf ', 'latin1')).toBe(true);
  expect(writeGathered(near, '十二', 'utf8')).toBe(true);
  expect(near.writableLength).toBeGreaterThan(0);
  await new Promise((resolve) => setImmediate(resolve));
  expect([near.writableLength, near.writableCorked]).toEqual([0, 0]);
  near.end();
  const bytes = Buffer.concat([Buffer.from('one '), Buffer.from('zwölf ', 'latin1'), Buffer.from('十二')]);
  expect(await text(far)).toBe(bytes.toString());
});

test('what was written before a connection ends is sent', async () => {
  writeGathered(near, 'ended', 'utf8');
  near.end();
  expect(await text(far)).toBe('ended');
});

test('what was written before a connection is destroyed is sent', async () => {
  writeGathered(near, 'destroyed', 'utf8');
  destroyBehindWrites(near);
  expect(await text(far)).toBe('destroyed');
});

test('a socket that takes no more says so, and goes on when it drains', async () => {
  const much = 'x'.repeat(near.writableHighWaterMark);
  expect(writeGathered(near, much, 'utf8')).toBe(false);
  const drained = once(near, 'drain');
  far.resume();
  await drained;
  expect(near.writableLength).toBe(0);
});

test('one that closes meanwhile disturbs no other', async () => {
  writeGathered(near, 'lost', 'utf8');
  near.destroy();
  writeGathered(far, 'not read', 'utf8');
  await new Promise((resolve) => setImmediate(resolve));
  expect(far.writableCorked).toBe(0);
  far.destroy();
});
