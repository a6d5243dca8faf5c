import type { Ask } from '../recipe.ts';

interface JsonSchema {
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly minItems?: number;
}

/** The plainest answer that an ask accepts: always the same for the same ask. */
export function sampleAnswer({ answer }: Ask): unknown {
  return answer.form === 'text' ? SENTENCE : sampleOf(answer.schema.toJSONSchema() as JsonSchema);
}

const SENTENCE = 'A pump pushes hot water through finely ground coffee.';

function sampleOf(schema: JsonSchema): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf !== undefined) return sampleOf(schema.anyOf[0] ?? {});
  if (schema.properties !== undefined) {
    return Object.fromEntries(Object.entries(schema.properties).map(([name, member]) => [name, sampleOf(member)]));
  }
  if (schema.items === undefined) return SENTENCE;
  const { items, minItems = 1 } = schema;
  return Array.from({ length: Math.max(1, minItems) }, () => sampleOf(items));
}
