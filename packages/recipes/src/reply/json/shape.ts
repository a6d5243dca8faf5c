import { z } from 'zod';
import { parseLeniently, parseStrictly } from './parse-json.ts';

/** Schemas of words that a model may leave out or say otherwise, with the word that is meant then. */
const meantOtherwise = z.registry<{ readonly otherwise: string }>();

/** One of several words; another one, or none, means `otherwise`, for it is not worth a paid answer. */
export function wordOf<const Words extends readonly [string, ...string[]]>(words: Words, otherwise: Words[number]) {
  return z.enum(words).register(meantOtherwise, { otherwise });
}

/** A text that is asked for with something in it. An empty one is a flaw of that text alone, which the guarantees see. */
export function wantedText() {
  return z.string().meta({ minLength: 1 });
}

/**
 * A value in the shape of a schema, where what it means is plain though it was written in another one: names in other
 * letters (`onScreenText`), null for an empty list or text, one for a list of one, a list as an object or as JSON in a
 * text, figures for texts, texts for objects of one text. Items that cannot be meant are left out. Undefined where
 * less than half of an object's members are there, so that nothing is made of something else.
 */
export function shaped(value: unknown, schema: z.ZodType): unknown {
  if (schema instanceof z.ZodNullable) return isNothing(value) ? null : shaped(value, schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodObject) return shapedObject(value, schema.shape);
  if (schema instanceof z.ZodArray) return shapedList(value, schema.element as z.ZodType);
  if (schema instanceof z.ZodEnum) return shapedWord(value, schema);
  if (schema instanceof z.ZodString) return accepted(shapedText(value), schema);
  return value;
}

type Members = Readonly<Record<string, z.ZodType>>;
type PlainObject = Readonly<Record<string, unknown>>;

function shapedObject(value: unknown, members: Members): unknown {
  const given = byName(asObject(value, members));
  const names = Object.keys(members);
  const present = names.filter((name) => given.has(nameKey(name)));
  if (present.length === 0 || present.length < names.length / 2) return undefined;
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [name, shaped(given.get(nameKey(name)), member)]),
  );
}

/** The object itself, in a text or alone in a list, or a text that stands for an object's only text. */
function asObject(value: unknown, members: Members): PlainObject {
  const [inner] = Array.isArray(value) && value.length === 1 ? (value as unknown[]) : jsonInText(value);
  if (isObject(value)) return value;
  if (isObject(inner)) return inner;
  const texts = Object.keys(members).filter((name) => members[name] instanceof z.ZodString);
  return typeof value === 'string' && texts.length === 1 ? { [texts[0] ?? '']: value } : {};
}

function byName(object: PlainObject): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(object).map(([name, member]) => [nameKey(name), member]));
}

function shapedList(value: unknown, item: z.ZodType): unknown[] {
  return itemsIn(value, item).flatMap((one) => accepted(shaped(one, item), item) ?? []);
}

function itemsIn(value: unknown, item: z.ZodType): readonly unknown[] {
  if (isNothing(value) || value === '') return [];
  if (Array.isArray(value)) return value as unknown[];
  const [inner] = jsonInText(value);
  if (Array.isArray(inner)) return inner as unknown[];
  const isItem = accepted(shaped(value, item), item) !== undefined;
  return isItem || !isObject(value) ? [value] : Object.values(value);
}

function shapedWord(value: unknown, schema: z.ZodEnum): unknown {
  const said = typeof value === 'string' ? nameKey(value) : undefined;
  return schema.options.find((word) => nameKey(String(word)) === said) ?? meantOtherwise.get(schema)?.otherwise;
}

function shapedText(value: unknown): unknown {
  if (isNothing(value)) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join(' ');
  if (!isObject(value)) return value;
  const texts = Object.values(value).filter((member) => typeof member === 'string');
  return texts.length === 1 ? texts[0] : value;
}

function accepted(value: unknown, schema: z.ZodType): unknown {
  return schema.safeParse(value).success ? value : undefined;
}

/** `on_screen_text`, `On-screen text` and `onScreenText` are one name. */
function nameKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of JSON that was given as a text; empty where it is none. */
export function jsonInText(value: unknown): readonly unknown[] {
  if (!isJsonText(value)) return [];
  const parsed = parseStrictly(value) ?? parseLeniently(value);
  return parsed === undefined ? [] : [parsed.value];
}

export function isJsonText(value: unknown): value is string {
  return typeof value === 'string' && /^\s*[{["][\s\S]*[}\]"]\s*$/.test(value);
}
