import { generateRoutes } from '@showrunner/contract';
import { z } from 'zod';

/** A kind of content that can be asked for, and the members that its request takes. */
export interface RecipeInputs {
  /** As in `/generate/<name>`. */
  readonly name: string;
  readonly description: string;
  readonly members: readonly InputMember[];
}

export interface InputMember {
  readonly name: string;
  readonly description: string;
  /** `json`: an object or a list of objects, given as JSON. `stored`: the same, or the id of a stored one. */
  readonly kind: 'text' | 'number' | 'boolean' | 'list' | 'json' | 'stored';
  readonly choices?: readonly string[];
}

/** What the command itself decides: how the answer travels and what happens to it. */
const DECIDED_HERE = new Set(['stream', 'async', 'webhook_url', 'script']);

/** Every recipe of the contract, so that a new one is a command without a line here. */
export function recipeInputs(): RecipeInputs[] {
  return Object.values(generateRoutes).map(({ operation: { name, description }, body }) => ({
    name,
    description,
    members: distinct(body.schemas.flatMap(membersOf)),
  }));
}

/** A recipe may have a say of its own in what all recipes take: its member comes first and stays. */
function distinct(members: readonly InputMember[]): InputMember[] {
  return members.filter(({ name }, index) => members.findIndex((other) => other.name === name) === index);
}

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

function membersOf(schema: z.ZodType): InputMember[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return Object.entries(properties)
    .filter(([name]) => !DECIDED_HERE.has(name))
    .map(([name, property]) => memberOf(name, property));
}

function memberOf(name: string, property: JsonSchema): InputMember {
  const forms = property.anyOf ?? [property];
  const description = property.description ?? '';
  const has = (type: string): boolean => forms.some((form) => kindsOf(form).includes(type));
  const choices = forms.flatMap((form) => form.enum ?? []).filter((choice) => typeof choice === 'string');
  const lists = forms.filter((form) => form.type === 'array');
  const isOfObjects =
    has('object') || lists.some(({ items }) => items !== undefined && kindsIn(items).includes('object'));
  if (isOfObjects) return { name, description, kind: has('object') && has('string') ? 'stored' : 'json' };
  if (lists.length > 0) return { name, description, kind: 'list' };
  if (has('boolean')) return { name, description, kind: 'boolean' };
  if (has('number') || has('integer')) return { name, description, kind: 'number' };
  // One of several forms may be free text: then the choices are only examples.
  return choices.length > 0 && forms.length === 1
    ? { name, description, kind: 'text', choices }
    : { name, description, kind: 'text' };
}

function kindsIn(schema: JsonSchema): string[] {
  return (schema.anyOf ?? [schema]).flatMap(kindsOf);
}

function kindsOf({ type = [] }: JsonSchema): readonly string[] {
  return typeof type === 'string' ? [type] : type;
}
