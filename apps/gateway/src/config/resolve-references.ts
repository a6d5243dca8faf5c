import type { Findings } from './finding.ts';
import { type Mapping, isMapping } from '../json/mapping.ts';

const LITELLM_PREFIX = 'os.environ/';
const SHELL_REFERENCE = /\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<fallback>[^}]*))?\}/g;

/** A configuration whose references to the environment have been replaced. */
export interface ResolvedReferences {
  value: unknown;
  /** Path of each value whose variable is not set, with the variable's name. */
  missing: Map<string, string>;
}

/**
 * Replaces `os.environ/NAME` anywhere, in strings inside lists too, and `${NAME}` and `${NAME:-default}`, which
 * LiteLLM would send literally. A missing variable leaves nothing behind; who needs the value says so.
 *
 * @param at where the value stands, for what is found in it
 */
export function resolveReferences(
  value: unknown,
  environment: Readonly<Record<string, string | undefined>>,
  findings: Findings,
  at = '',
): ResolvedReferences {
  const missing = new Map<string, string>();
  const lookUp = (name: string, path: string): string | undefined => {
    const found = environment[name];
    if (found === undefined || found === '') missing.set(path, name);
    return found === '' ? undefined : found;
  };

  const resolveText = (text: string, path: string): unknown => {
    if (text.startsWith(LITELLM_PREFIX)) return asBoolean(lookUp(text.slice(LITELLM_PREFIX.length), path));
    if (!text.includes('${')) return text;
    let used = false;
    let unresolved = false;
    const resolved = text.replaceAll(SHELL_REFERENCE, (_, name: string, fallback: string | undefined) => {
      used = true;
      const found = fallback === undefined ? lookUp(name, path) : environment[name] || fallback;
      unresolved ||= found === undefined;
      return found ?? '';
    });
    if (used) {
      findings.hint(
        path,
        'LiteLLM does not read ${…} and would send it literally',
        'write os.environ/NAME to stay portable',
      );
    }
    return unresolved && resolved === '' ? undefined : resolved;
  };

  const resolve = (current: unknown, path: string): unknown => {
    if (typeof current === 'string') return resolveText(current, path);
    if (Array.isArray(current)) return current.map((item, index) => resolve(item, `${path}[${index}]`));
    if (!isMapping(current)) return current;
    const resolved: Mapping = {};
    for (const [key, item] of Object.entries(current))
      resolved[key] = resolve(item, path === '' ? key : `${path}.${key}`);
    return resolved;
  };

  return { value: resolve(value, at), missing };
}

/** LiteLLM reads the variables' texts `true` and `false` as booleans. */
function asBoolean(text: string | undefined): string | boolean | undefined {
  const lower = text?.toLowerCase();
  if (lower === 'true') return true;
  return lower === 'false' ? false : text;
}
