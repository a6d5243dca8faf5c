import type { PageHead } from './foreign-page.ts';

/** What of a request says who sent it. */
export interface PresentingHead extends PageHead {
  /** Names and values in turn as they came; absent where it is known that each name stands once. */
  readonly rawHeaders?: readonly string[];
}

/** Which headers a server takes keys from. */
export interface KeyHeaders {
  /** In the order in which they are looked at. */
  readonly headers: readonly KeyHeader[];
  /**
   * What counts where several of them came. `first`: the first one, right or wrong. `same`: all must present one key,
   * because somebody may smuggle one past a proxy that looks at the other.
   */
  readonly several: 'first' | 'same';
  /** Those that may not come twice, in lower case: Node keeps the first `Authorization` and drops others without a word. */
  readonly once: readonly string[];
}

export interface KeyHeader {
  /** In lower case. */
  readonly name: string;
  /** Whether `Bearer ` stands before the key. */
  readonly bearer: 'required' | 'optional' | 'never';
}

/** Stands for a key where there are two and none can be chosen. */
export const SEVERAL = Symbol('several keys');

/** The key that a request presents: empty where the header holds none that can be read, nothing where there is none. */
export function presentedKey(
  { headers, rawHeaders }: PresentingHead,
  taken: KeyHeaders,
): string | undefined | typeof SEVERAL {
  if (rawHeaders && taken.once.some((name) => countOf(name, rawHeaders) > 1)) return SEVERAL;
  let found: string | undefined;
  for (const header of taken.headers) {
    const value = headers[header.name];
    if (value === undefined) continue;
    const key = keyIn(typeof value === 'string' ? value : (value[0] ?? ''), header);
    if (taken.several === 'first') return key;
    if (found !== undefined && (found === '' || found !== key)) return SEVERAL;
    found = key;
  }
  return found;
}

function countOf(name: string, rawHeaders: readonly string[]): number {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const other = rawHeaders[index];
    if (other?.length === name.length && other.toLowerCase() === name) count++;
  }
  return count;
}

/** Names of schemes are case-insensitive (RFC 9110, 11.1). */
function keyIn(value: string, { bearer }: KeyHeader): string {
  if (bearer === 'never') return value;
  if (value.slice(0, 7).toLowerCase() === 'bearer ') return value.slice(7).trim();
  return bearer === 'required' ? '' : value.trim();
}
