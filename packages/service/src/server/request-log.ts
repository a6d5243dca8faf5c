import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';

/** One line for each request, after its answer: what was asked and how it ended, never what was in it. */
export class RequestLog extends LogController {
  readonly #quietPaths: ReadonlySet<string>;
  readonly #isQuiet: (request: FastifyRequest) => boolean;

  constructor(quietPaths: readonly string[], isQuiet: (request: FastifyRequest) => boolean) {
    super({ requestIdLogLabel: 'request_id' });
    this.#quietPaths = new Set(quietPaths);
    this.#isQuiet = isQuiet;
  }

  override incomingRequest(): void {
    // Said when it is answered.
  }

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const route = request.routeOptions.url;
    if ((route !== undefined && this.#quietPaths.has(route)) || this.#isQuiet(request)) return;
    const facts = {
      method: request.method,
      path: request.url.split('?', 1)[0],
      status: reply.statusCode,
      duration_ms: Math.round(reply.elapsedTime),
    };
    if (error) request.log.warn({ ...facts, err: error }, 'request broken off');
    else request.log.info(facts, 'request');
  }
}
