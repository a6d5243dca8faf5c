import { isJsonObject } from './json.ts';

/** What is wrong with a value, and where: `path` leads to it from the request, for example `messages[0].role`. */
export interface Flaw {
  readonly path: string;
  readonly problem: string;
}

/** Looks at a value; nothing where it has the shape. */
export type Shape = (value: unknown, path: string) => Flaw | undefined;

type Shapes = Readonly<Record<string, Shape>>;

function shape(problem: string, fits: (value: unknown) => boolean): Shape {
  return (value, path) => (fits(value) ? undefined : { path, problem });
}

export const text = shape('must be text', (value) => typeof value === 'string');
export const flag = shape('must be true or false', (value) => typeof value === 'boolean');
export const figure = shape('must be a number', (value) => typeof value === 'number' && Number.isFinite(value));
export const count = shape(
  'must be a whole number above 0',
  (value) => Number.isSafeInteger(value) && Number(value) > 0,
);
export const anyObject = shape('must be an object', isJsonObject);
export const anything: Shape = () => undefined;

export function word(...words: readonly string[]): Shape {
  return shape(`must be one of ${words.join(', ')}`, (value) => typeof value === 'string' && words.includes(value));
}

export function list(of: Shape): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) return { path, problem: 'must be a list' };
    for (const [position, entry] of value.entries()) {
      const flaw = of(entry, `${path}[${position}]`);
      if (flaw) return flaw;
    }
    return undefined;
  };
}

/** An object with these members; `optional` ones may be missing or null, which means "not set". Others may be there. */
export function object(required: Shapes, optional: Shapes = {}): Shape {
  const members = Object.entries({ ...required, ...optional });
  return (value, path) => {
    if (!isJsonObject(value)) return { path, problem: 'must be an object' };
    for (const [name, of] of members) {
      const member = value[name];
      const isUnset = member === undefined || member === null;
      const place = path === '' ? name : `${path}.${name}`;
      if (isUnset && Object.hasOwn(required, name)) return { path: place, problem: 'is missing' };
      const flaw = isUnset ? undefined : of(member, place);
      if (flaw) return flaw;
    }
    return undefined;
  };
}

/** Text, or else the other shape, whose flaw is then told. */
export function textOr(other: Shape): Shape {
  return (value, path) => (typeof value === 'string' ? undefined : other(value, path));
}

/** An object whose `type` says which shape it has; types that are not listed are taken as they are. */
export function byType(shapes: Shapes): Shape {
  const typed = object({ type: text });
  return (value, path) => {
    const flaw = typed(value, path);
    if (flaw || !isJsonObject(value) || typeof value.type !== 'string') return flaw;
    return Object.hasOwn(shapes, value.type) ? shapes[value.type]?.(value, path) : undefined;
  };
}
