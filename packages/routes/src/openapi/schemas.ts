import { z } from 'zod';
import type { RouteBody } from '../route.ts';

export type Json = Record<string, unknown>;

/** What is sent (`input`) or answered (`output`) by a schema, as JSON Schema 2020-12. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => {
      // zod leaves the default out where the text of a query is read as something else.
      if (io === 'input' && zodSchema instanceof z.ZodDefault)
        jsonSchema.default ??= zodSchema.def.defaultValue as Json;
    },
  });
  return rest;
}

/** A body's JSON Schema (2020-12): the members of its parts as one object. */
export function bodySchemaOf({ schemas }: Pick<RouteBody, 'schemas'>): Json {
  const parts = schemas.map((schema) => schemaOf(schema, 'input'));
  const properties: Json = Object.assign({}, ...parts.toReversed().map((part) => part.properties));
  const required = [...new Set(parts.flatMap((part) => part.required ?? []))];
  return { type: 'object', properties, ...(required.length === 0 ? {} : { required }) };
}

/** Each member's schema by its name. */
export function propertiesOf(schema: z.ZodObject | undefined): Json {
  return schema
    ? Object.fromEntries(Object.entries(schema.shape).map(([name, one]) => [name, schemaOf(one as z.ZodType, 'input')]))
    : {};
}
