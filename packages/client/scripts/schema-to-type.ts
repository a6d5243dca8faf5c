import { z } from 'zod';

/** The parts of JSON Schema that zod writes for the recipes' inputs and outputs. */
interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** What a schema takes or gives as a TypeScript type, descriptions as comments; what it cannot say is `unknown`. */
export function schemaToType(schema: z.ZodType, io: 'input' | 'output'): string {
  return jsonSchemaToType(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema);
}

/** The same as an exported declaration: an interface where the type is one list of members. */
export function declareType(name: string, schema: z.ZodType, io: 'input' | 'output'): string {
  const type = schemaToType(schema, io);
  return isInterface(type) ? `export interface ${name} ${type}` : `export type ${name} = ${type};`;
}

/** Whether the braces that a type begins with are closed by its end, and not before a union goes on. */
function isInterface(type: string): boolean {
  return type.startsWith('{') && type.indexOf('\n}') === type.length - 2;
}

function jsonSchemaToType(schema: JsonSchema, root: JsonSchema = schema, indent = ''): string {
  const inner = (part: JsonSchema) => jsonSchemaToType(part, root, indent);
  if (schema.$ref !== undefined) return inner(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {});
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return union(choices.map(inner));
  if (schema.allOf) return schema.allOf.map(inner).join(' & ');
  if (Array.isArray(schema.type)) return union(schema.type.map((type: string) => inner({ ...schema, type })));
  switch (schema.type) {
    case 'object':
      return objectType(schema, root, indent);
    case 'array':
      return `readonly ${inParentheses(inner(schema.items ?? {}))}[]`;
    case 'integer':
      return 'number';
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return schema.type;
    case undefined:
    default:
      return 'unknown';
  }
}

function objectType(schema: JsonSchema, root: JsonSchema, indent: string): string {
  const { additionalProperties: rest } = schema;
  const deeper = `${indent}  `;
  const members = Object.entries(schema.properties ?? {}).map(([name, member]) => {
    const comment = member.description ? `${deeper}/** ${member.description} */\n` : '';
    const mark = schema.required?.includes(name) ? '' : '?';
    return `${comment}${deeper}readonly ${key(name)}${mark}: ${jsonSchemaToType(member, root, deeper)};`;
  });
  if (members.length === 0)
    return `Readonly<Record<string, ${typeof rest === 'object' ? jsonSchemaToType(rest, root, indent) : 'unknown'}>>`;
  const others = typeof rest === 'object' ? [`${deeper}readonly [member: string]: unknown;`] : [];
  return `{\n${[...members, ...others].join('\n')}\n${indent}}`;
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ');
}

function inParentheses(type: string): string {
  return type.includes(' | ') || type.startsWith('readonly') ? `(${type})` : type;
}

function key(name: string): string {
  return /^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name);
}
