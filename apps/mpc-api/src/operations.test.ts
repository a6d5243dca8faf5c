import { once } from 'node:events';
import { openAiChunks, requireTool, startRedis } from '@showrunner/testkit';
import { describe, expect, it } from 'vitest';
import { espressoAnswer } from './testing/espresso.ts';
import { eventsOf, startApi, type RunningApi } from './testing/start-api.ts';

// What operators do to a running server and to what it stands on.

const slowly = { sse: openAiChunks(JSON.stringify(espressoAnswer), { charactersPerChunk: 200 }), gapMs: 40 } as const;

describe('SIGTERM while an answer streams', () => {
  it('lets the answer end as if nothing were, keeps it, and exits with 0', async () => {
    await using api = await startApi([slowly]);
    const response = await api.post('/generate/script', { prompt: 'tea', stream: true });
    api.server.process.kill('SIGTERM');
    const events = await eventsOf(response);
    expect(events.at(-1)).toMatchObject({ event: 'result', data: { success: true } });
    if (api.server.process.exitCode === null) await once(api.server.process, 'exit');
    expect(api.server.process.exitCode).toBe(0);
    expect(api.server.logs.join('\n')).toMatch(/draining[^]*stopped/);
  });
});

describe('when Redis goes', requireTool('redis'), () => {
  it('requests go on at once, health says degraded, and the cache is back when Redis is', async () => {
    await using redis = await startRedis();
    await using api = await startApi(undefined, { env: { REDIS_URL: redis.url } });
    expect(await cacheHit(api)).toBe(false);
    expect(await cacheHit(api)).toBe(true);

    await redis.crash();
    const startedAt = performance.now();
    expect((await api.post('/generate/script', { prompt: 'espresso' })).status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    await expect.poll(() => healthOf(api), { timeout: 5_000 }).toBe('degraded');
    expect((await api.get('/health/ready')).status).toBe(200);

    await redis.restart();
    await expect.poll(() => healthOf(api), { timeout: 15_000 }).toBe('ok');
    expect(await cacheHit(api)).toBe(false);
    expect(await cacheHit(api)).toBe(true);
  }, 60_000);
});

async function cacheHit(api: RunningApi): Promise<unknown> {
  const response = await api.post('/generate/script', { prompt: 'tea' });
  const { meta } = (await response.json()) as { meta: Record<string, unknown> };
  return meta.cache_hit;
}

async function healthOf(api: RunningApi): Promise<unknown> {
  return ((await (await api.get('/health')).json()) as { status: unknown }).status;
}
