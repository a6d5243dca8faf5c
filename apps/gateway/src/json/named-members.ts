import { JSON_CODE, skipString } from './json-text.ts';
import { skipSpace, skipValue, type Span } from './top-level-members.ts';

/** Where members stand, by their names. */
export type NamedMembers<Name extends string> = Partial<Record<Name, Span>>;

/**
 * Finds members by their names in one pass over the JSON object that stands from `from` to `to`, without parsing the
 * rest. Names with escapes are not found. Nothing where the text is no whole object.
 */
export function findNamedMembers<Name extends string>(
  text: string,
  names: readonly Name[],
  from = 0,
  to = text.length,
): NamedMembers<Name> | undefined {
  const found: NamedMembers<Name> = {};
  let at = skipSpace(text, from, to);
  if (text.charCodeAt(at) !== JSON_CODE.openBrace) return undefined;
  at = skipSpace(text, at + 1, to);
  if (text.charCodeAt(at) === JSON_CODE.closeBrace) return found;
  while (at < to && text.charCodeAt(at) === JSON_CODE.quote) {
    const nameStart = at;
    const nameEnd = skipString(text, at, to);
    at = skipSpace(text, nameEnd, to);
    if (text.charCodeAt(at) !== JSON_CODE.colon) return undefined;
    const start = skipSpace(text, at + 1, to);
    const end = skipValue(text, start, to);
    if (end === start) return undefined;
    const name = names.find((one) => one.length === nameEnd - nameStart - 2 && text.startsWith(one, nameStart + 1));
    if (name !== undefined) found[name] = { start, end, nameStart };
    at = skipSpace(text, end, to);
    const separator = text.charCodeAt(at);
    if (separator === JSON_CODE.closeBrace && at < to) return found;
    if (separator !== JSON_CODE.comma) return undefined;
    at = skipSpace(text, at + 1, to);
  }
  return undefined;
}
