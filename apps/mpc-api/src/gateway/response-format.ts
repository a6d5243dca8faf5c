import { z } from 'zod';
import type { Ask } from '@showrunner/recipes';

type JsonReply = Extract<Ask['reply'], { form: 'json' }>;

/** OpenAI's `response_format` with the schema that a json ask wants. */
export interface ResponseFormat {
  readonly type: 'json_schema';
  readonly json_schema: { readonly name: string; readonly schema: object; readonly strict: boolean };
}

const known = new WeakMap<JsonReply['schema'], ResponseFormat>();

/** Made once per schema object: recipes keep theirs, and the conversion costs more than the request around it. */
export function responseFormat(reply: JsonReply): ResponseFormat {
  const before = known.get(reply.schema);
  if (before) return before;
  const { $schema: _dialect, ...schema } = z.toJSONSchema(reply.schema, {
    io: 'input',
    override: ({ jsonSchema }) => closeObject(jsonSchema),
  });
  const made: ResponseFormat = {
    type: 'json_schema',
    json_schema: { name: reply.name, schema, strict: fitsStrictMode(schema) },
  };
  known.set(reply.schema, made);
  return made;
}

const texts = new WeakMap<ResponseFormat, string>();

/** Its JSON text, written once for a format. */
export function formatJson(format: ResponseFormat): string {
  let text = texts.get(format);
  if (text === undefined) {
    text = JSON.stringify(format);
    texts.set(format, text);
  }
  return text;
}

/** What a model sends has no members but those asked for; zod leaves inputs open. */
function closeObject(schema: { type?: unknown; additionalProperties?: unknown }): void {
  if (schema.type === 'object') schema.additionalProperties ??= false;
}

/** OpenAI's strict mode wants closed objects with every member required ("Structured outputs", supported schemas). */
function fitsStrictMode(schema: z.core.JSONSchema._JSONSchema): boolean {
  if (typeof schema === 'boolean') return true;
  if (![schema.items ?? []].flat().every(fitsStrictMode)) return false;
  if (!schema.properties) return true;
  const members = Object.keys(schema.properties);
  return (
    schema.additionalProperties === false &&
    members.every((member) => schema.required?.includes(member)) &&
    Object.values(schema.properties).every(fitsStrictMode)
  );
}
