import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { openEventStream, type EventStream } from './event-stream.ts';

describe('server-sent events', () => {
  it('beat while nothing is told, so that no proxy takes the connection for dead, and end cleanly', async () => {
    const { events, response } = await opened({ heartbeatMs: 20 });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe(': heartbeat\n\n');
    expect((await reader?.read())?.value).toBe(': heartbeat\n\n');
    events.send('result', '{"ok":true}');
    events.end();
    let rest = '';
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) rest += part.value;
    expect(rest.replaceAll(': heartbeat\n\n', '')).toBe('event: result\ndata: {"ok":true}\n\n');
  });

  it('are not buffered on their way', async () => {
    const { events, response } = await opened({});
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    events.end();
  });

  it('are of no harm to anybody once the reader has gone', async () => {
    const { events, response } = await opened({ heartbeatMs: 10 });
    await response.body?.cancel();
    await app?.close();
    expect(() => {
      events.send('result', '{}');
      events.end();
    }).not.toThrow();
  });
});

let app: FastifyInstance | undefined;
afterEach(() => app?.close());

async function opened(options: { heartbeatMs?: number }): Promise<{ events: EventStream; response: Response }> {
  const open = Promise.withResolvers<EventStream>();
  app = Fastify();
  app.get('/', (_request, reply) => {
    open.resolve(openEventStream(reply, options));
    return reply;
  });
  const response = await fetch(await app.listen({ host: '127.0.0.1', port: 0 }));
  return { events: await open.promise, response };
}
