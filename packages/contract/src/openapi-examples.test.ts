import { createConfig, lintFromString, type Config } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, test } from 'vitest';
import { readExamples } from './examples/examples.ts';
import { openApiDocument } from './openapi.ts';

interface Form {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly $ref: string }>>;
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Form>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Form>> }>>;
}

interface Document {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly examples: Readonly<Record<string, unknown>> };
}

describe.each(['3.1', '3.0'] as const)('the reference in OpenAPI %s', (dialect) => {
  const serverUrl = dialect === '3.0' ? 'https://studio.example/mpc' : '/';
  const document = openApiDocument({ version: '0.1.0', examples: readExamples(), dialect, serverUrl });
  const { paths, components, servers } = document as unknown as Document;
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  let rules: Config;
  beforeAll(async () => {
    // Among them that every example fits its schema.
    rules = await createConfig({ extends: ['recommended-strict'] });
  });

  test('is valid', async () => {
    const result = await new Validator().validate({ ...document });
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(document.openapi).toMatch(dialect);
  });

  test('breaks no rule of the linter, and its examples fit their schemas', async () => {
    const problems = await lintFromString({ source: JSON.stringify(document), config: rules });
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
  });

  test('shows for every operation what is sent and what is answered in each of its forms', () => {
    const bare = operations.flatMap(({ operationId, requestBody, responses }) => [
      ...Object.entries(requestBody?.content ?? {}).map(([form, shown]) => [operationId, 'body', form, shown] as const),
      ...Object.entries(responses)
        .filter(([status]) => status.startsWith('2'))
        .flatMap(([status, { content = {} }]) =>
          Object.entries(content).map(([form, shown]) => [operationId, status, form, shown] as const),
        ),
    ]);
    expect(bare.filter(([, , , { example }]) => example === undefined).map(([id, , form]) => [id, form])).toEqual([]);
  });

  test('shows every error that is listed, in both of its forms', () => {
    const errors = operations.flatMap(({ operationId, responses }) =>
      Object.entries(responses)
        .filter(([status]) => /^[45]/.test(status))
        .flatMap(([status, { content = {} }]) =>
          Object.values(content).map(({ examples = {} }) => [operationId, status, Object.values(examples)] as const),
        ),
    );
    expect(errors.filter(([, , shown]) => shown.length === 0)).toEqual([]);
    for (const [, , shown] of errors)
      for (const { $ref } of shown) expect(components.examples).toHaveProperty([$ref.split('/').at(-1) ?? '']);
  });

  test('has ids that tools take for names of theirs', () => {
    for (const { operationId } of operations) expect(operationId).toMatch(/^[a-zA-Z]\w{1,63}$/);
  });

  test('says where it is reached', () => {
    expect(servers).toEqual([{ url: serverUrl }]);
  });
});

test('in OpenAPI 3.0 there are no types of null and no lists of types', () => {
  const { components, paths } = openApiDocument({ version: '0.1.0', dialect: '3.0' });
  const text = JSON.stringify([components, paths]);
  expect(text).not.toMatch(/"type":"null"|"type":\[|"const":|"propertyNames"/);
  expect(text).toContain('"nullable":true');
});
