import { errorCodes } from '@showrunner/errors';
import { operations, pathOf } from '@showrunner/recipes';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { openApiDocument } from './openapi.ts';
import { routes } from './routes/routes.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly description?: string }[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly requestBody: { readonly content: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly properties: Readonly<Record<string, unknown>> }>>;
  };
}

const document = openApiDocument({ version: '0.1.0' }) as unknown as Document;

test('the document is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate({ ...document });
  expect(result.errors).toBeUndefined();
  expect(result.valid).toBe(true);
});

test('every recipe has its entry, with its own members and those of all recipes in the body', () => {
  for (const { name, example } of operations) {
    const operation = document.paths[pathOf({ name })]?.post;
    const schema = operation?.requestBody.content['application/json']?.schema.$ref.split('/').at(-1) ?? '';
    const members = Object.keys(document.components.schemas[schema]?.properties ?? {});
    expect(members).toEqual(expect.arrayContaining([...Object.keys(example), 'deadline_ms']));
  }
});

test('every reference leads to a schema', () => {
  const names = JSON.stringify(document).match(/#\/components\/schemas\/\w+/g) ?? [];
  expect(names.length).toBeGreaterThan(0);
  for (const name of new Set(names)) expect(document.components.schemas).toHaveProperty(name.split('/').at(-1) ?? '');
});

test('every route is an operation, and all error codes are documented', () => {
  const documented = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(documented.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(routes).sort());
  const answers = documented.flatMap(({ responses }) => Object.values(responses));
  const text = answers.map(({ description }) => description).join(' ');
  for (const code of errorCodes) expect(text).toContain(`${code}:`);
});

test('a result may hold all variants that were asked for, a revision is one', () => {
  const { Script, Metadata, ScriptRevise } = document.components.schemas;
  for (const schema of [Script, Metadata]) expect(schema?.properties).toHaveProperty('variants.type', 'array');
  expect(ScriptRevise?.properties).not.toHaveProperty('variants');
});

test('what is accepted as a job says by which headers it is waited for and repeated', () => {
  const headersOf = (path: string) =>
    document.paths[path]?.post?.parameters
      .filter((parameter) => parameter.in === 'header' && parameter.description !== undefined)
      .map(({ name }) => name);
  for (const operation of operations) expect(headersOf(pathOf(operation))).toEqual(['Idempotency-Key', 'Prefer']);
  expect(headersOf('/batch')).toEqual(['Idempotency-Key']);
});

test('a number in a query is a whole one with its bounds and what it is where it is left out', () => {
  const parameters = document.paths['/jobs']?.get?.parameters ?? [];
  expect(parameters.find(({ name }) => name === 'limit')).toMatchObject({
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  });
});
