import { startScriptedUpstream, type Behaviour, type RecordedRequest } from '@showrunner/testkit';
import { buildServer } from '../http/build-server.ts';
import { openHttpParts } from './open-http-parts.ts';
import type { Envelope } from './start-api.ts';

/** What was answered, as tests look into it. */
export interface Answered extends Envelope {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: string; readonly details: Record<string, unknown> };
}

/** The content API in this process before a gateway that plays a script: quick to open, and it sees every question. */
export async function openScripted(model: (request: RecordedRequest) => Behaviour) {
  const prices = { input_cost_per_token: 0.000001, output_cost_per_token: 0.000002 };
  const upstream = await startScriptedUpstream((request: RecordedRequest) =>
    request.path === '/model/info'
      ? { json: { data: [{ model_name: 'default', model_info: prices }] } }
      : model(request),
  );
  const opened = await openHttpParts(upstream.url);
  const app = buildServer({ ...opened.parts, bodyLimit: 1_000_000 });
  const answered = ({
    statusCode: status,
    headers,
    payload,
  }: {
    statusCode: number;
    headers: object;
    payload: string;
  }) => ({ ...(JSON.parse(payload) as object), status, headers }) as Answered;
  return {
    upstream,
    post: async (url: string, payload: object, headers: Record<string, string> = {}) =>
      answered(await app.inject({ method: 'POST', url, payload, headers })),
    get: async (url: string) => answered(await app.inject({ method: 'GET', url })),
    stream: async (url: string, payload: object) =>
      (await app.inject({ method: 'POST', url, payload: { ...payload, stream: true } })).body,
    /** The questions that wanted a reply of that schema, as text. */
    asked: (schema: string) =>
      upstream.requests.filter((request) => schemaOf(request) === schema).map(({ body }) => JSON.stringify(body)),
    async [Symbol.asyncDispose]() {
      await app.close();
      await opened[Symbol.asyncDispose]();
      await upstream.close();
    },
  };
}

/** The name of the schema that a reply has to have. */
export function schemaOf({ body: asked }: RecordedRequest): string | undefined {
  return (asked as { response_format?: { json_schema?: { name?: string } } } | undefined)?.response_format?.json_schema
    ?.name;
}
