import type { Route } from './route.ts';

/** The members that a path names: `/jobs/{id}` → `{ id: string }`; of a path that is only known at run time, any. */
export type PathMembers<Path extends string> = string extends Path
  ? Readonly<Record<string, string>>
  : Readonly<Record<NamesIn<Path>, string>>;

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Bare<Name> | NamesIn<Rest>
  : never;

type Bare<Name extends string> = Name extends `+${infer Rest}` ? Rest : Name;

/** All the paths that lead to a route. */
export function pathsOf({ path, aliases = [] }: Pick<Route, 'path' | 'aliases'>): readonly string[] {
  return [path, ...aliases];
}

/** The names in a path's braces, in their order. */
export function pathNames(path: string): string[] {
  return Array.from(path.matchAll(BRACES), ([, , name = '']) => name);
}

/**
 * A path with something else where its braces are: `/jobs/{id}` → `/jobs/:id`.
 *
 * @param fill is told whether the member takes slashes (`{+id}`)
 */
export function fillPath(path: string, fill: (name: string, takesSlashes: boolean) => string): string {
  return path.replace(BRACES, (_, plus: string, name: string) => fill(name, plus === '+'));
}

const BRACES = /\{(\+?)(\w+)\}/g;
