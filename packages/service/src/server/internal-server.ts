import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isReady, type Health } from '../health/create-health.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import { metricsBody } from '../metrics/metrics-body.ts';
import type { WorkerPlace } from '../workers/worker-place.ts';
import type { ListenAddress } from './listen-address.ts';
import { cannotListen } from './listen.ts';

const { createServer } = process.getBuiltinModule('node:http');

export interface InternalServerOptions {
  readonly health: Health;
  readonly metrics: Metrics;
  readonly host: string;
  readonly port: number;
  /** Among several the place of this process, all of which listen there. */
  readonly worker?: WorkerPlace | undefined;
  /** Whether a browser sent a request for a page of another site, which is not answered. */
  readonly isForeign: (request: IncomingMessage) => boolean;
}

/**
 * The listener for probes and Prometheus alone: without authentication, on loopback unless told otherwise, and still
 * answering while the public one drains. It takes the probe paths of both servers.
 */
export async function startInternalServer({
  health,
  metrics,
  host,
  port,
  worker,
  isForeign,
}: InternalServerOptions): Promise<Server> {
  const answers: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/health/live': async (response) => sendJson(response, 200, { status: 'ok' }),
    '/health/liveliness': async (response) => sendJson(response, 200, { status: 'ok' }),
    '/health/ready': sendReadiness,
    '/health/readiness': sendReadiness,
    '/health': sendReadiness,
    '/metrics': async (response) => {
      const { headers, stream } = metricsBody(metrics, response.req.headers['accept-encoding']);
      response.writeHead(200, headers);
      await pipeline(stream, response);
    },
  };

  async function sendReadiness(response: ServerResponse): Promise<void> {
    const report = await health.report();
    sendJson(response, isReady(report) ? 200 : 503, report);
  }

  const server = createServer((request, response) => {
    if (isForeign(request)) {
      sendJson(response, 403, { status: 'forbidden', reason: 'A web page from elsewhere may not read this.' });
      return;
    }
    const answer = answers[request.url?.split('?', 1)[0] ?? ''];
    if (!answer || !['GET', 'HEAD'].includes(request.method ?? '')) {
      sendJson(response, 404, { status: 'not found', paths: Object.keys(answers) });
      return;
    }
    answer(response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  const given = { host, port, portSetBy: 'INTERNAL_PORT' };
  try {
    const address: ListenAddress = worker ? await worker.addressOf(given) : given;
    server.listen({ host, port: address.port, reusePort: address.reusePort ?? false });
    await once(server, 'listening');
  } catch (error) {
    throw cannotListen(error, given);
  }
  // It serves as long as the process has other work, and keeps it from ending in no other case.
  server.unref();
  return server;
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}
