import { stripVTControlCharacters } from 'node:util';

/**
 * What a model wrote without what only a terminal or a store would act on: escape sequences, control characters but for
 * line breaks and tabs, halves of characters. Markup stays: it is the reader's page that has to escape it.
 */
export function inertText(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed();
}

/** The same for every text in a JSON value. */
export function inertValue(value: unknown): unknown {
  if (typeof value === 'string') return inertText(value);
  if (Array.isArray(value)) return value.map(inertValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inertValue(member)]));
}

/** Whether a piece of JSON may hold such a thing. Nearly none does, and looking through the value costs more. */
export function mayBeActive(json: string): boolean {
  return /[\\\u007f-\u009f]/.test(json);
}
