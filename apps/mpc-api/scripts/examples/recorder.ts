import { routes } from '@showrunner/contract';
import { PROBLEM_MEDIA_TYPE } from '@showrunner/errors';
import { fillPath, type ApiExamples, type OperationExample, type RouteError } from '@showrunner/routes';
import type { FastifyInstance } from 'fastify';
import { shortened } from './shorten.ts';

/** How a route is asked. */
export interface Visit {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  /** The route's own example where absent. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Envelope {
  readonly data: Record<string, unknown> & { readonly id: string; readonly key: string };
  readonly meta: { readonly job_id: string };
  readonly error?: { readonly code: string; readonly details: { readonly reason?: string } };
}

/** Asks a server and remembers what it was asked and answered. */
export class Recorder {
  readonly #operations = new Map<string, OperationExample>();
  readonly #errors = new Map<RouteError, Record<string, unknown>>();
  readonly #key: string;

  /** @param key presented with every request that says nothing else */
  constructor(key: string) {
    this.#key = key;
  }

  /** One request that goes well; of an operation the first request is shown, and the first answer of each form. */
  async visit(app: FastifyInstance, operationId: string, visit: Visit = {}): Promise<Envelope> {
    const { statusCode, headers, payload } = await this.#ask(app, operationId, visit);
    if (statusCode >= 400) throw new Error(`${operationId} was answered with ${statusCode}: ${payload}`);
    const mediaType = (headers['content-type'] ?? '').split(';', 1)[0] ?? '';
    const content: unknown = mediaType === 'application/json' ? JSON.parse(payload) : payload;
    const { answers, ...request } = this.#operations.get(operationId) ?? this.#requestOf(operationId, visit);
    const shown = { [mediaType]: shortened(mediaType, content), ...answers[statusCode] };
    this.#operations.set(operationId, {
      ...request,
      answers: payload === '' ? answers : { ...answers, [statusCode]: shown },
    });
    return content as Envelope;
  }

  /** One request that fails, in both forms that an error has. */
  async fail(app: FastifyInstance, error: RouteError, operationId: string, visit: Visit = {}): Promise<void> {
    for (const accept of ['application/json', PROBLEM_MEDIA_TYPE]) {
      const { payload } = await this.#ask(app, operationId, { ...visit, headers: { ...visit.headers, accept } });
      const answered = JSON.parse(payload) as Envelope;
      const { code, details } = answered.error ?? (answered as unknown as NonNullable<Envelope['error']>);
      if (code !== error && details.reason !== error) throw new Error(`${error} is asked for, and ${payload} came.`);
      this.#errors.set(error, { ...this.#errors.get(error), [accept]: answered });
    }
  }

  examples(): ApiExamples {
    return { operations: Object.fromEntries(this.#operations), errors: Object.fromEntries(this.#errors) };
  }

  #ask(app: FastifyInstance, operationId: string, { path = {}, query = {}, body, headers }: Visit) {
    const route = routes[operationId];
    if (route === undefined) throw new Error(`There is no operation ${operationId}.`);
    const payload = body ?? route.body?.example;
    return app.inject({
      method: route.method.toUpperCase() as 'GET',
      url: fillPath(route.path, (name) => path[name] ?? 'none'),
      query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
      headers: { 'x-api-key': this.#key, 'x-request-id': `example-${operationId}`, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
  }

  #requestOf(operationId: string, { path, query, body }: Visit): OperationExample {
    const sent = body ?? routes[operationId]?.body?.example;
    return {
      ...(path === undefined ? {} : { path }),
      ...(query === undefined ? {} : { query }),
      ...(sent === undefined ? {} : { body: sent }),
      answers: {},
    };
  }
}
