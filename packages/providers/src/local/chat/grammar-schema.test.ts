import { describe, expect, test } from 'vitest';
import { toGrammarSchema } from './grammar-schema.ts';

describe('a JSON Schema for a grammar', () => {
  test('keeps structure, and leaves bounds out that a grammar cannot hold or holds slowly', () => {
    const schema = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        title: { type: 'string', maxLength: 100, pattern: '^[A-Z]' },
        text: { type: 'string', maxLength: 5000 },
        seconds: { type: 'integer', minimum: 1, maximum: 60 },
        mood: { anyOf: [{ type: 'string', enum: ['calm'] }, { type: 'null' }] },
        next: { $ref: '#/definitions/scene' },
      },
      required: ['title'],
      additionalProperties: false,
      definitions: { scene: { type: 'array', items: { type: 'string' }, minItems: 1 } },
    };
    expect(toGrammarSchema(schema)).toEqual({
      type: 'object',
      properties: {
        title: { type: 'string', maxLength: 100 },
        text: { type: 'string' },
        seconds: { type: 'integer' },
        mood: { oneOf: [{ enum: ['calm'] }, { type: 'null' }] },
        next: { $ref: '#/$defs/scene' },
      },
      required: ['title'],
      additionalProperties: false,
      $defs: { scene: { type: 'array', items: { type: 'string' }, minItems: 1 } },
    });
  });

  test('says where a schema is that cannot be one', () => {
    const schema = { type: 'object', properties: { a: { $ref: 'https://example.com/a.json' } } };
    expect(() => toGrammarSchema(schema)).toThrow('the schema at /a refers to https://example.com/a.json');
  });
});
