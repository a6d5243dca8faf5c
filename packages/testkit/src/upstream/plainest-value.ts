/** As much of JSON Schema as is needed to find a value that keeps it. */
export interface PlainSchema {
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly PlainSchema[];
  readonly properties?: Readonly<Record<string, PlainSchema>>;
  readonly items?: PlainSchema;
  readonly minItems?: number;
}

/** The plainest value that a schema of objects, lists, choices and texts accepts, always the same; each text is `text`. */
export function plainestValue(schema: PlainSchema, text: string): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf !== undefined) return plainestValue(schema.anyOf[0] ?? {}, text);
  if (schema.properties !== undefined) {
    const members = Object.entries(schema.properties).map(([name, member]) => [name, plainestValue(member, text)]);
    return Object.fromEntries(members);
  }
  if (schema.items === undefined) return text;
  const { items, minItems = 1 } = schema;
  return Array.from({ length: Math.max(1, minItems) }, () => plainestValue(items, text));
}
