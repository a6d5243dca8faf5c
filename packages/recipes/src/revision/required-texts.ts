import { changesBetween } from './changes.ts';
import { namesIn, valueAt } from '../json-patch/pointer.ts';
import type { Finding } from '../port/finding.ts';
import { saysSomething } from '../text/says-something.ts';

const REQUIRED = 'required_text';

/**
 * Texts that every result has, as a revision left them: one that it took away, emptied or filled with what nobody can
 * see breaks the result. What was empty before may stay so.
 *
 * @param patterns pointers to such texts, in which `*` is any name
 */
export function requiredTextFindings(document: object, before: object, patterns: readonly string[]): Finding[] {
  const changed = changesBetween(before, document).map((pointer) => namesIn(pointer) ?? []);
  if (changed.length === 0) return [];
  return patterns
    .flatMap((pattern) => placesOf(document, namesIn(pattern) ?? []))
    .filter((names) => changed.some((one) => isWithin(names, one)))
    .flatMap((names) => {
      const text = valueAt(document, names) ?? removedText(before, names);
      return typeof text !== 'string' || saysSomething(text) ? [] : [missing(pathOf(names), text)];
    });
}

/** Empty where a text stood that was taken away with its member. */
function removedText(before: object, names: readonly string[]): '' | undefined {
  return typeof valueAt(before, names) === 'string' ? '' : undefined;
}

/** Where a pattern leads to in a document: to each member where it says `*`. */
function placesOf(document: unknown, pattern: readonly string[], place: readonly string[] = []): string[][] {
  const [name, ...rest] = pattern;
  if (name === undefined) return [[...place]];
  if (typeof document !== 'object' || document === null) return [];
  const names = name === '*' ? Object.keys(document) : [name];
  return names.flatMap((one) => placesOf((document as Record<string, unknown>)[one], rest, [...place, one]));
}

/** Whether a place is what was changed, or lies in it or around it. */
function isWithin(place: readonly string[], changed: readonly string[]): boolean {
  const shorter = Math.min(place.length, changed.length);
  return changed.slice(0, shorter).every((name, at) => name === place[at]);
}

function missing(path: string, text: string): Finding {
  return {
    name: REQUIRED,
    ok: false,
    value: text,
    limit: null,
    unit: 'text',
    path,
    message: `Nothing is left that can be read at ${path}, which every result has.`,
    severity: 'must',
  };
}

/** `['scenes', '2', 'narration']` → `scenes[2].narration`. */
function pathOf(names: readonly string[]): string {
  return names.map((name, at) => (/^\d+$/.test(name) ? `[${name}]` : `${at === 0 ? '' : '.'}${name}`)).join('');
}
