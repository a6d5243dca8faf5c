import { expect, test } from 'vitest';
import { inOpenApi30, olderSchema } from './dialect-3-0.ts';

test.each([
  [
    'a choice with null is that choice with a flag',
    { anyOf: [{ type: 'string', minLength: 1 }, { type: 'null' }], description: 'A name.' },
    { type: 'string', minLength: 1, description: 'A name.', nullable: true },
  ],
  [
    'a list of types with null is a choice of each with a flag',
    { type: ['number', 'string', 'null'] },
    {
      anyOf: [
        { type: 'number', nullable: true },
        { type: 'string', nullable: true },
      ],
    },
  ],
  [
    'a list of one type and null is that type with a flag',
    { type: ['string', 'null'] },
    { type: 'string', nullable: true },
  ],
  ['a constant is the only choice', { type: 'boolean', const: true }, { type: 'boolean', enum: [true] }],
  [
    'an open bound is a bound with a flag',
    { type: 'number', exclusiveMinimum: 0 },
    { type: 'number', minimum: 0, exclusiveMinimum: true },
  ],
  [
    'a reference that may be null stands in a list of one',
    { anyOf: [{ $ref: '#/components/schemas/Tea' }, { type: 'null' }] },
    { allOf: [{ $ref: '#/components/schemas/Tea' }], nullable: true },
  ],
  [
    'a reference with words beside it stands in a list of one',
    { $ref: '#/components/schemas/Tea', description: 'Green.' },
    { description: 'Green.', allOf: [{ $ref: '#/components/schemas/Tea' }] },
  ],
  ['a list says what it is of', { type: 'array' }, { type: 'array', items: {} }],
  [
    'a tuple is a list of any of them',
    { type: 'array', prefixItems: [{ type: 'string' }, { type: 'null' }] },
    { type: 'array', items: { anyOf: [{ type: 'string' }, { nullable: true }] } },
  ],
  [
    'a default that is no single value is left out',
    {
      type: 'object',
      properties: { cups: { type: 'array', items: {}, default: [] }, pot: { type: 'string', default: 'small' } },
    },
    { type: 'object', properties: { cups: { type: 'array', items: {} }, pot: { type: 'string', default: 'small' } } },
  ],
  [
    'what cannot be said is left out',
    { type: 'object', propertyNames: { enum: ['en'] }, additionalProperties: {} },
    { type: 'object', additionalProperties: {} },
  ],
  [
    'members and items are changed too',
    { properties: { cups: { type: 'array', items: { type: ['integer', 'null'] } } } },
    { properties: { cups: { type: 'array', items: { type: 'integer', nullable: true } } } },
  ],
])('%s', (_, schema, older) => {
  expect(olderSchema(schema)).toEqual(older);
});

test('values of examples stay as they are, whatever they are called', () => {
  const example = { type: ['a', 'null'], schema: { const: 1 } };
  const content = { 'application/json': { schema: { const: 1 }, example } };
  const document = inOpenApi30({
    openapi: '3.1.1',
    info: { title: 'Tea', license: { name: 'MIT', identifier: 'MIT' } },
    paths: { '/tea': { get: { responses: { 200: { description: 'OK', content } } } } },
    components: { schemas: {} },
  });
  expect(document).toMatchObject({
    openapi: '3.0.3',
    info: { license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' } },
    paths: {
      '/tea': { get: { responses: { 200: { content: { 'application/json': { schema: { enum: [1] }, example } } } } } },
    },
  });
});
