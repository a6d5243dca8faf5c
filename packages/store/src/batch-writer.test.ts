import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createBatchWriter } from './batch-writer.ts';

/** A destination that keeps what it is given, and can fail or be slow. */
function destination() {
  const batches: number[][] = [];
  const state = { failing: false, delayMs: 0, writing: 0, atOnce: 0 };
  const write = async (rows: readonly number[]): Promise<void> => {
    state.writing += 1;
    state.atOnce = Math.max(state.atOnce, state.writing);
    await setTimeout(state.delayMs);
    state.writing -= 1;
    if (state.failing) throw new Error('database away');
    batches.push([...rows]);
  };
  return { batches, state, write };
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('a batch writer', () => {
  test('writes after its delay, all rows in one batch', async () => {
    const { batches, write } = destination();
    const writer = createBatchWriter(write, { maxDelayMs: 30 });
    for (const row of numbers(10)) expect(writer.add(row)).toBe(true);
    expect(batches).toEqual([]);
    await expect.poll(() => batches).toEqual([numbers(10)]);
    expect(writer.queued).toBe(0);
    await writer.dispose();
  });

  test('writes at once when a batch is full, in order, one batch at a time', async () => {
    const { batches, state, write } = destination();
    state.delayMs = 5;
    const writer = createBatchWriter(write, { maxRows: 4, maxDelayMs: 60_000 });
    await writer.flush();
    for (const row of numbers(10)) writer.add(row);
    await writer.flush();
    expect(batches).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ]);
    expect(state.atOnce).toBe(1);
    await writer.dispose();
  });

  test('keeps rows over a failure and writes them later by itself, in order', async () => {
    const { batches, state, write } = destination();
    const errors: unknown[] = [];
    const writer = createBatchWriter(write, { maxRows: 3, maxDelayMs: 5, onError: (error) => errors.push(error) });
    state.failing = true;
    for (const row of numbers(5)) writer.add(row);
    await expect.poll(() => errors.length).toBeGreaterThan(1);
    state.failing = false;
    await expect
      .poll(() => batches)
      .toEqual([
        [0, 1, 2],
        [3, 4],
      ]);
    expect(writer.dropped).toBe(0);
    await writer.dispose();
  });

  test('tells whoever flushes that a write failed', async () => {
    const { state, write } = destination();
    const writer = createBatchWriter(write, { maxDelayMs: 60_000 });
    state.failing = true;
    writer.add(1);
    await expect(writer.flush()).rejects.toThrow('database away');
    expect(writer.queued).toBe(1);
    state.failing = false;
    await writer.dispose();
  });

  test('drops and counts rows only past its bound', async () => {
    const { batches, state, write } = destination();
    const writer = createBatchWriter(write, { maxQueuedRows: 3, maxDelayMs: 5 });
    state.failing = true;
    expect(numbers(5).map((row) => writer.add(row))).toEqual([true, true, true, false, false]);
    expect(writer.dropped).toBe(2);
    state.failing = false;
    await writer.dispose();
    expect(batches.flat()).toEqual([0, 1, 2]);
  });

  test('writes what is queued when it is disposed, over failures that pass', async () => {
    const { batches, state, write } = destination();
    const errors: unknown[] = [];
    const writer = createBatchWriter(write, { maxDelayMs: 60_000, onError: (error) => errors.push(error) });
    state.failing = true;
    writer.add(1);
    const disposed = writer.dispose({ deadlineMs: 5_000 });
    await expect.poll(() => errors.length).toBeGreaterThan(0);
    state.failing = false;
    await disposed;
    expect(batches).toEqual([[1]]);
    expect(writer.add(2)).toBe(false);
  });

  test('gives up at the deadline of its end, counts what is lost, and aborts the write', async () => {
    let aborted = false;
    const writer = createBatchWriter<number>(async (_rows, signal) => {
      signal.addEventListener('abort', () => {
        aborted = true;
      });
      await setTimeout(60_000, undefined, { ref: false });
    });
    writer.add(1);
    await writer.dispose({ deadlineMs: 60 });
    expect([aborted, writer.dropped, writer.queued]).toEqual([true, 1, 0]);
  });
});
