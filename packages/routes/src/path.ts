/** The members that a path names: `/jobs/{id}` → `{ id: string }`; of a path that is only known at run time, any. */
export type PathMembers<Path extends string> = string extends Path
  ? Readonly<Record<string, string>>
  : { readonly [Name in NamesIn<Path>]: string };

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** The names in a path's braces, in their order. */
export function pathNames(path: string): string[] {
  return Array.from(path.matchAll(BRACES), ([, name = '']) => name);
}

/** A path with something else where its braces are: `/jobs/{id}` → `/jobs/:id`. */
export function fillPath(path: string, fill: (name: string) => string): string {
  return path.replace(BRACES, (_, name: string) => fill(name));
}

const BRACES = /\{(\w+)\}/g;
