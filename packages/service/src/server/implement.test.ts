import { once } from 'node:events';
import { Readable } from 'node:stream';
import { invalidInput, ErrorTypes } from '@showrunner/errors';
import type { RouteTable } from '@showrunner/routes';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLogger } from '../logging/create-logger.ts';
import { createServer } from './create-server.ts';
import type { Handlers } from './handler.ts';
import { implement, type RoutePorts } from './implement.ts';

const logger = createLogger({ service: 'test', level: 'fatal' });

const about = { tag: 'Tea', summary: 'Tea', errors: [] } as const;
const tea = z.object({ kind: z.string(), cups: z.number(), by: z.string() });

const teaRoutes = {
  getTea: {
    ...about,
    method: 'get',
    path: '/teas/{kind}',
    scope: 'tea:read',
    query: z.object({ cups: z.coerce.number().max(9).default(1) }),
    answer: { kind: 'envelope', name: 'Tea', data: tea },
  },
  pourTea: {
    ...about,
    method: 'post',
    path: '/teas/{kind}',
    scope: 'tea:pour',
    answer: { kind: 'text', mediaType: 'text/tea' },
  },
  getPots: {
    ...about,
    method: 'get',
    path: '/pots/{+shelf}',
    aliases: ['/v1/pots/{+shelf}'],
    scope: null,
    answer: { kind: 'json', name: 'Pots', schema: z.object({ shelf: z.string(), caller: z.unknown() }) },
  },
} as const satisfies RouteTable;

const handlers: Handlers<typeof teaRoutes, { readonly name: string }> = {
  getTea: ({ path, query, caller }) => ({
    data: { kind: path.kind, cups: query.cups, by: caller.name },
    message: 'Here it is.',
  }),
  pourTea: ({ path, reply }) => (path.kind === 'mint' ? reply.code(202).send('later') : 'poured'),
  getPots: ({ path, caller }) => ({ shelf: path.shelf, caller: caller ?? 'nobody' }),
};

/** Keys are names; whoever is called Ann may read and pour, others may read. */
const ports: RoutePorts<{ readonly name: string }> = {
  permit({ headers }, scope) {
    const name = headers.authorization;
    if (name === undefined) throw ErrorTypes.UNAUTHORIZED();
    if (scope !== 'tea:read' && name !== 'Ann') throw ErrorTypes.FORBIDDEN(undefined, { scope });
    return { name };
  },
  readQuery(schema, query) {
    const read = schema.safeParse(query);
    if (read.success) return read.data;
    throw invalidInput(
      read.error.issues.map(({ path, message }) => ({ path: path.join('.'), reason: message, allowed: null })),
    );
  },
  envelope: ({ data, message, meta = {} }) => ({ data, message, meta }),
};

function server(): FastifyInstance {
  const app = createServer({ logger });
  implement(app, teaRoutes, handlers, ports);
  return app;
}

const ann = { headers: { authorization: 'Ann' } };

describe('an implemented table of routes', () => {
  it('gives handlers path, query and caller as its routes say, and puts the envelope around their data', async () => {
    const answer = await server().inject({ url: '/teas/green%20tea?cups=2', ...ann });
    expect(answer.json()).toEqual({
      data: { kind: 'green tea', cups: 2, by: 'Ann' },
      message: 'Here it is.',
      meta: {},
    });
  });

  it('serves every alias, and members that take slashes', async () => {
    for (const url of ['/pots/blue/left%20side', '/v1/pots/blue/left%20side'])
      expect((await server().inject(url)).json()).toMatchObject({ shelf: 'blue/left side' });
  });

  it('asks the application whose query and whose key it takes', async () => {
    expect((await server().inject({ url: '/teas/green?cups=10', ...ann })).statusCode).toBe(422);
    expect((await server().inject('/teas/green')).statusCode).toBe(401);
    const refused = await server().inject({ method: 'POST', url: '/teas/green', headers: { authorization: 'Bob' } });
    expect([refused.statusCode, refused.json()]).toMatchObject([403, { error: { details: { scope: 'tea:pour' } } }]);
  });

  it('asks before it reads the body', async () => {
    const answer = await server().inject({
      method: 'POST',
      url: '/teas/green',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(answer.statusCode).toBe(401);
  });

  it('answers without an envelope, as text, or by the handler’s own hand where the route does so', async () => {
    expect((await server().inject('/pots/blue')).json()).toEqual({ shelf: 'blue', caller: 'nobody' });
    const poured = await server().inject({ method: 'POST', url: '/teas/green', ...ann });
    expect([poured.headers['content-type'], poured.body]).toEqual(['text/tea', 'poured']);
    const later = await server().inject({ method: 'POST', url: '/teas/mint', ...ann });
    expect([later.statusCode, later.body]).toEqual([202, 'later']);
  });

  it('takes a reply that a handler has sent, and waited for, as the answer', async () => {
    const lines: string[] = [];
    const app = createServer({
      logger: createLogger({ service: 'test', level: 'warn', sink: { write: (line) => lines.push(line) } }),
    });
    implement(
      app,
      { getTea: teaRoutes.getTea },
      { getTea: async ({ reply }) => reply.type('application/json').send('{"made":"by hand"}') },
      ports,
    );
    expect((await app.inject({ url: '/teas/green', ...ann })).json()).toEqual({ made: 'by hand' });
    await app.close();
    expect(lines).toEqual([]);
  });

  it('takes a stream whose caller has left for answered', async () => {
    const lines: string[] = [];
    const app = createServer({
      logger: createLogger({ service: 'test', level: 'warn', sink: { write: (line) => lines.push(line) } }),
    });
    const endless = new Readable({ read: () => undefined });
    endless.push('a cup');
    const getTea = async ({ reply }: { reply: FastifyReply }) => reply.type('text/plain').send(endless);
    implement(app, { getTea: teaRoutes.getTea }, { getTea }, ports);
    const response = await fetch(`${await app.listen({ port: 0 })}/teas/green`, { headers: ann.headers });
    const closed = once(endless, 'close');
    await response.body?.cancel();
    await closed;
    await app.close();
    expect(lines).toEqual([]);
  });

  it('answers another method with 405 and those that there are', async () => {
    const answer = await server().inject({ method: 'DELETE', url: '/teas/green', ...ann });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('cannot be had with a route that has no handler, or a handler that has no route', () => {
    const pour = (): string => 'poured';
    const implementing = (routes: RouteTable, handlersOfSome: Readonly<Record<string, () => string>>) => () =>
      implement(createServer({ logger }), routes, handlersOfSome, ports);
    expect(implementing(teaRoutes, { getTea: pour, pourTea: pour })).toThrow('getPots is not both');
    expect(implementing({ pourTea: teaRoutes.pourTea }, { pourTea: pour, spill: pour })).toThrow('spill is not both');
  });
});
