import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Caller } from '@showrunner/access';
import { Showrunner } from '@showrunner/client';
import type { mcpRoutes } from '@showrunner/contract';
import { ErrorTypes } from '@showrunner/errors';
import type { OpenCalls } from '@showrunner/mcp';
import type { Handlers } from '@showrunner/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { objectOf } from '../../json-members.ts';
import { fetchWithin } from './fetch-within.ts';
import { version } from '../version.ts';

/**
 * The Model Context Protocol over streamable HTTP. No session is needed: each request is answered for itself, by any
 * process. What its tools ask for goes the way of every request of the caller's, with their key, limits and workspace.
 */
export function mcpHandlers(app: FastifyInstance, corsOrigins: readonly string[]): Handlers<typeof mcpRoutes, Caller> {
  let calls: OpenCalls | undefined;
  return {
    async callTools({ caller, request, reply }) {
      refuseForeignOrigin(request, corsOrigins);
      // Loaded when an agent first calls: most installations are never called by one.
      const { contentServer, createMcpHandler, OpenCalls: Calls } = await import('@showrunner/mcp');
      calls ??= new Calls();
      const open = calls;
      const name = callerName(caller, request);
      const cancelled = cancelledCall(request.body);
      if (cancelled !== undefined) open.cancel(`${name} ${cancelled}`);
      const client = new Showrunner({ baseUrl: 'http://localhost', fetch: fetchWithin(app, request) });
      const handler = createMcpHandler(() => contentServer({ client, version, calls: { open, caller: name } }));
      if (isInitialize(request.body)) void reply.header('mcp-session-id', randomUUID());
      const answered = await handler.fetch(asWebRequest(request, reply), { parsedBody: request.body });
      return send(answered, reply);
    },
  };
}

/** The protocol's own rule (2025-11-25, "Security Warning"): a page must not reach a server of its visitor's by a name. */
function refuseForeignOrigin({ headers, protocol, host }: FastifyRequest, corsOrigins: readonly string[]): void {
  const { origin } = headers;
  if (origin === undefined || origin === `${protocol}://${host}` || corsOrigins.includes(origin)) return;
  throw ErrorTypes.FORBIDDEN('Pages of other origins may not call tools here; CORS_ORIGINS names those that may.', {
    reason: 'foreign_origin',
  });
}

/** A client is given a name, by which its calls are told from those of others with the same key; it stands for nothing else. */
function isInitialize(body: unknown): boolean {
  return objectOf(body)?.method === 'initialize';
}

/** Ids of requests are unique to a client alone. */
function callerName({ keyId, workspace }: Caller, { headers }: FastifyRequest): string {
  return JSON.stringify([keyId, workspace, headers['mcp-session-id'] ?? '']);
}

/** The id of the request that a notification cancels. */
function cancelledCall(body: unknown): string | undefined {
  const { method, params } = objectOf(body) ?? {};
  const id = method === 'notifications/cancelled' ? objectOf(params)?.requestId : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

function asWebRequest({ headers, url, method }: FastifyRequest, { raw }: FastifyReply): Request {
  const left = new AbortController();
  raw.once('close', () => left.abort());
  const given = Object.entries({ ...headers, accept: acceptsBoth(headers) }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat().join(', ')] as [string, string]],
  );
  return new Request(`http://localhost${url}`, { method, headers: given, signal: left.signal });
}

/** Who takes anything, or does not say, takes both forms in which the protocol answers (RFC 9110, 12.5.1). */
function acceptsBoth({ accept }: FastifyRequest['headers']): string | undefined {
  return accept === undefined || /(?:^|,)\s*\*\/\*\s*(?:,|$)/.test(accept)
    ? 'application/json, text/event-stream'
    : accept;
}

function send(answered: Response, reply: FastifyReply): FastifyReply {
  void reply.code(answered.status).headers(Object.fromEntries(answered.headers));
  if (answered.body === null) return reply.send();
  void reply.header('x-accel-buffering', 'no');
  return reply.send(Readable.fromWeb(answered.body));
}
