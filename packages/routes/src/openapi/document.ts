import { fillPath, pathNames } from '../path.ts';
import type { Route, RouteBody, RouteTable } from '../route.ts';
import { answersOf } from './answers.ts';
import type { ApiDescription, OperationExample } from './api-description.ts';
import { Components } from './components.ts';
import { errorsOf } from './errors.ts';
import { bodySchemaOf, propertiesOf, type Json } from './schemas.ts';

/** An API's reference as OpenAPI 3.1, made from its routes. */
export function openApiDocument(api: ApiDescription, routes: RouteTable): Json {
  const { title, version, description, license } = api;
  const components = new Components(api);
  const paths: Record<string, Json> = {};
  for (const [operationId, route] of Object.entries(routes)) {
    const operation = { operationId, ...operationOf(route, api, components, api.examples?.operations[operationId]) };
    const path = fillPath(route.path, (name) => `{${name}}`);
    paths[path] = { ...paths[path], [route.method]: operation };
  }
  return {
    openapi: '3.1.1',
    info: { title, version, description, license },
    servers: [{ url: api.serverUrl }],
    security: Object.keys(api.security).map((name) => ({ [name]: [] })),
    tags: [...new Set(Object.values(routes).map(({ tag }) => tag))].map((name) => tagOf(name, api)),
    paths,
    components: { ...components.all(), securitySchemes: api.security },
  };
}

function tagOf(name: string, { tags }: ApiDescription): Json {
  const description = tags[name];
  return description === undefined ? { name } : { name, description };
}

function operationOf(
  route: Route,
  api: ApiDescription,
  components: Components,
  example: OperationExample | undefined,
): Json {
  return {
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    ...(route.scope === null ? { security: [] } : { 'x-scope': route.scope }),
    parameters: parametersOf(route, api, example),
    ...(route.body === undefined ? {} : { requestBody: requestBodyOf(route.body, components, example) }),
    responses: {
      ...answersOf(route.answer, { envelope: api.envelope, components, example }),
      ...errorsOf(route, api.errors, components),
    },
  };
}

function parametersOf(
  { path, choices = {}, query, scope, once, answer }: Route,
  { queryOfKeys }: ApiDescription,
  example: OperationExample | undefined,
): Json[] {
  const inPath = pathNames(path).map((name) => {
    const choice = choices[name];
    const schema = { type: 'string', ...(choice === undefined ? {} : { enum: choice }) };
    return { name, in: 'path', required: true, schema, ...shown(example?.path?.[name]) };
  });
  const named = { ...propertiesOf(query), ...(scope === null ? {} : propertiesOf(queryOfKeys)) };
  const inQuery = Object.entries(named).map(([name, schema]) => ({
    name,
    in: 'query',
    schema,
    ...shown(example?.query?.[name]),
  }));
  const isAccepted = answer.kind === 'envelope' && answer.accepted !== undefined;
  return [...inPath, ...inQuery, ...(once ? [IDEMPOTENCY_KEY] : []), ...(isAccepted ? [PREFER] : [])];
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'With the same one a request is carried out once, however often it comes in 24 hours: its answer is given again, with `Idempotency-Replayed: true`.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const PREFER = {
  name: 'Prefer',
  in: 'header',
  description:
    'RFC 7240. `respond-async` is 202 with a job at once; `wait=N` answers within N seconds, 1 to 300, with the result or with the job, on which the work goes on. `Preference-Applied` says what was done; anything else is ignored.',
  schema: { type: 'string' },
  example: 'wait=25',
};

function shown(value: unknown): Json {
  return value === undefined ? {} : { example: value };
}

function requestBodyOf(body: RouteBody, components: Components, recorded: OperationExample | undefined): Json {
  const schema = components.addSchema(body.name, bodySchemaOf(body));
  return { required: true, content: { 'application/json': { schema, example: recorded?.body ?? body.example } } };
}
