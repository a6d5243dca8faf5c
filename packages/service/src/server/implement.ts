import { fillPath, pathNames, pathsOf, type Route, type RouteTable } from '@showrunner/routes';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Enveloped, Handlers } from './handler.ts';

/** What an application says about all of its routes alike: who may, and in which words and forms it answers. */
export interface RoutePorts<Caller> {
  /**
   * Who calls, with `scope` among what they may do. Throws where they may not; asked before the body is read. What the
   * caller is told of it may be set on the reply's head.
   */
  permit(request: FastifyRequest, scope: string, reply: FastifyReply): Caller | Promise<Caller>;
  /** A query as its schema reads it. Throws what is wrong with it. */
  readQuery<Query>(schema: z.ZodType<Query>, query: Readonly<Record<string, unknown>>): Query;
  /** The largest body of these routes, in bytes; the server's own limit where absent. */
  readonly bodyLimit?: number;
  /** What is sent of an answer of the kind `envelope`. */
  envelope(answer: Enveloped<unknown>): unknown;
}

/**
 * Serves a table of routes: asks who may, reads path and query, and puts the envelope around what the handler gives.
 * Another method on a path is answered with 405 by the server itself (`createServer`). Throws where a route has no
 * handler or a handler no route.
 */
export function implement<Table extends RouteTable, Caller>(
  app: FastifyInstance,
  routes: Table,
  handlers: Handlers<Table, Caller>,
  ports: RoutePorts<Caller>,
): void {
  const ids = new Set([...Object.keys(routes), ...Object.keys(handlers)]);
  for (const operationId of ids) {
    const route = routes[operationId];
    const handler: unknown = handlers[operationId];
    if (!route || typeof handler !== 'function') throw new Error(`${operationId} is not both a route and a handler.`);
    // The handler is its route's by their common id, which types cannot say of a table of many kinds of route.
    for (const path of pathsOf(route)) {
      serveRoute(app, { ...route, path }, handler as AnyHandler, ports);
    }
  }
}

/** A handler of no matter which route. */
type AnyHandler = (call: {
  readonly path: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly caller: unknown;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}) => unknown;

function serveRoute<Caller>(app: FastifyInstance, route: Route, handler: AnyHandler, ports: RoutePorts<Caller>): void {
  const { method, path, scope, query, answer } = route;
  const callers = new WeakMap<FastifyRequest, Awaited<Caller>>();
  app.route<{ Params: Record<string, string>; Querystring: Record<string, unknown> }>({
    method,
    ...(ports.bodyLimit !== undefined && { bodyLimit: ports.bodyLimit }),
    url: fillPath(path, (name, takesSlashes) => (takesSlashes ? '*' : `:${name}`)),
    ...(scope !== null && {
      onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
        callers.set(request, await ports.permit(request, scope, reply));
      },
    }),
    async handler(request, reply) {
      const outcome = await handler({
        path: pathMembers(path, request.params),
        query: query && ports.readQuery(query, request.query),
        caller: callers.get(request),
        request,
        reply,
      });
      // A reply that is waited for gives nothing: its `then` tells that it is out, or that its caller has left.
      if (outcome === reply || (outcome === undefined && answer.kind !== 'nothing')) return reply;
      if (answer.kind === 'nothing') return reply.code(204).send();
      if (answer.kind === 'envelope' && answer.status) reply.code(answer.status);
      if (answer.kind === 'text' && !reply.hasHeader('content-type')) reply.type(answer.mediaType);
      return reply.send(isEnveloped(answer) ? ports.envelope(outcome as Enveloped<unknown>) : outcome);
    },
  });
}

/** A file is sent by its handler itself; what a handler gives of one goes out in the envelope. */
function isEnveloped({ kind }: Route['answer']): boolean {
  return kind === 'envelope' || kind === 'file';
}

/** Fastify names what a wildcard took `*`; it stands last. */
function pathMembers(path: string, { '*': rest, ...named }: Record<string, string>): Readonly<Record<string, string>> {
  return rest === undefined ? named : { ...named, [pathNames(path).at(-1) ?? '']: rest };
}
