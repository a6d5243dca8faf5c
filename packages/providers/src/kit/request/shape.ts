import { isJsonObject } from '../json.ts';

/** What is wrong with a value, and where: `path` leads to it from the request, for example `messages[0].role`. */
export interface Flaw {
  readonly path: string;
  readonly problem: string;
}

/** Looks at a value; nothing where it has the shape. The path of a flaw begins at the value, and is empty for itself. */
export type Shape = (value: unknown) => Flaw | undefined;

type Shapes = Readonly<Record<string, Shape>>;

function shape(problem: string, fits: (value: unknown) => boolean): Shape {
  return (value) => (fits(value) ? undefined : { path: '', problem });
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
  return (value) => {
    if (!Array.isArray(value)) return { path: '', problem: 'must be a list' };
    for (let position = 0; position < value.length; position++) {
      const flaw = of(value[position]);
      if (flaw) return within(`[${position}]`, flaw);
    }
    return undefined;
  };
}

/** An object with these members; `optional` ones may be missing or null, which means "not set". Others may be there. */
export function object(required: Shapes, optional: Shapes = {}): Shape {
  const members = Object.entries({ ...required, ...optional }).map(([name, of]) => ({
    name,
    of,
    isRequired: Object.hasOwn(required, name),
  }));
  return (value) => {
    if (!isJsonObject(value)) return { path: '', problem: 'must be an object' };
    for (const { name, of, isRequired } of members) {
      const member = value[name];
      if (member === undefined || member === null) {
        if (isRequired) return { path: name, problem: 'is missing' };
        continue;
      }
      const flaw = of(member);
      if (flaw) return within(name, flaw);
    }
    return undefined;
  };
}

/** Text, or else the other shape, whose flaw is then told. */
export function textOr(other: Shape): Shape {
  return (value) => (typeof value === 'string' ? undefined : other(value));
}

/** An object whose `type` says which shape it has; types that are not listed are taken as they are. */
export function byType(shapes: Shapes): Shape {
  const typed = object({ type: text });
  return (value) => {
    const flaw = typed(value);
    if (flaw || !isJsonObject(value) || typeof value.type !== 'string') return flaw;
    return Object.hasOwn(shapes, value.type) ? shapes[value.type]?.(value) : undefined;
  };
}

/** A flaw as seen from the object or list that holds the value: paths are only written where there is something to tell. */
function within(place: string, { path, problem }: Flaw): Flaw {
  return { path: path === '' || path.startsWith('[') ? place + path : `${place}.${path}`, problem };
}
