import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createHealth, isReady } from './create-health.ts';

describe('health', () => {
  it('runs its checks side by side and answers within the time-out, whatever they do', async () => {
    const health = createHealth({ timeoutMs: 100 });
    let wasAborted = false;
    health.register('hangs', async (signal) => {
      signal.addEventListener('abort', () => (wasAborted = true));
      await new Promise(() => undefined);
    });
    const isBegun = Promise.withResolvers<void>();
    health.register('waits', () => isBegun.promise);
    health.register('beside', async () => isBegun.resolve());
    const report = await health.report();
    expect(report).toMatchObject({
      status: 'unavailable',
      checks: { hangs: { ok: false, message: 'no answer within 100 ms' }, waits: { ok: true } },
    });
    expect(wasAborted).toBe(true);
  });

  it('is degraded and still ready without what is not required', async () => {
    const health = createHealth();
    health.register('redis', () => Promise.reject(new Error('connection refused')), { required: false });
    const report = await health.report();
    expect(report).toMatchObject({ status: 'degraded', checks: { redis: { message: 'connection refused' } } });
    expect(isReady(report)).toBe(true);
  });

  it('shares one run between probes and asks again soon after a bad answer', async () => {
    const health = createHealth({ retryMs: 20, cacheMs: 10_000 });
    let runs = 0;
    health.register('gateway', async () => {
      runs += 1;
      if (runs === 1) throw new Error('starting');
    });
    const first = await Promise.all([health.report(), health.report(), health.report()]);
    expect(runs).toBe(1);
    expect(first.map(isReady)).toEqual([false, false, false]);
    await wait(30);
    expect(isReady(await health.report())).toBe(true);
    await health.report();
    expect(runs).toBe(2);
  });

  it('is not ready while it drains', async () => {
    const health = createHealth();
    health.drain();
    const report = await health.report();
    expect(report.status).toBe('draining');
    expect(isReady(report)).toBe(false);
  });
});
