import type { PathMembers, Route, RouteAnswer, RouteTable } from '@showrunner/routes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';

/** A handler for every route of a table, by its operation id. */
export type Handlers<Table extends RouteTable, Caller> = {
  readonly [OperationId in keyof Table]: Handler<Table[OperationId], Caller>;
};

/** Gives what the route says it answers with, or the reply once it has answered by itself. */
export type Handler<One extends Route, Caller> = (call: Call<One, Caller>) => Outcome<One> | Promise<Outcome<One>>;

/** One request for a route, read as the route says. */
export interface Call<One extends Route, Caller> {
  readonly path: PathMembers<One['path']>;
  readonly query: One extends { readonly query: infer Query extends z.ZodType } ? z.output<Query> : undefined;
  readonly caller: One['scope'] extends null ? undefined : Caller;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Outcome<One extends Route> = Answered<One['answer']> | FastifyReply;

type Answered<Answer extends RouteAnswer> = Answer extends {
  readonly kind: 'envelope' | 'file';
  readonly data: infer Data extends z.ZodType;
}
  ? Enveloped<z.output<Data>>
  : Answer extends { readonly kind: 'nothing' }
    ? undefined
    : Answer extends { readonly kind: 'json'; readonly schema: infer Schema extends z.ZodType }
      ? z.output<Schema>
      : string;

/** An answer before its envelope is around it. */
export interface Enveloped<Data> {
  readonly data: Data;
  /** For people: `Job found.` */
  readonly message: string;
  /** Empty where absent. */
  readonly meta?: object;
}
