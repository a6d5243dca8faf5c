import { asObject, asObjects, asString, type JsonObject } from '@showrunner/providers';

/**
 * A member of a message of Google's, by its name in camel case. Google takes each in snake case as well, as its messages
 * are defined, and so do its older clients.
 */
export function member(holder: JsonObject | undefined, name: string): unknown {
  if (holder === undefined) return undefined;
  const value = holder[name] ?? holder[snakeCase(name)];
  return value === null ? undefined : value;
}

export function textIn(holder: JsonObject | undefined, name: string): string | undefined {
  return asString(member(holder, name));
}

export function objectIn(holder: JsonObject | undefined, name: string): JsonObject | undefined {
  return asObject(member(holder, name));
}

export function objectsIn(holder: JsonObject | undefined, name: string): JsonObject[] {
  return asObjects(member(holder, name));
}

/** The names in camel case of the members that are there. */
export function memberNames(holder: JsonObject): string[] {
  return Object.keys(holder)
    .filter((name) => holder[name] !== null && holder[name] !== undefined)
    .map(camelCase);
}

export function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
