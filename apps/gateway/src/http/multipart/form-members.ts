import type { FormField } from '@showrunner/providers';
import { ownParameters, ownRequestControls } from '../../litellm/own-names.ts';
import type { Mapping } from '../../json/mapping.ts';

/** What a form says as a body of JSON would: names that stand several times, or end with `[]`, are lists. */
export function formMembers(fields: readonly FormField[]): Mapping {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries([...values].map(([name, texts]) => [name, memberOf(name, texts)]));
}

function memberOf(name: string, texts: readonly string[]): unknown {
  const [first = ''] = texts;
  if (name.endsWith('[]') || texts.length > 1) return texts;
  if (name === 'stream') return first === 'true' || first === 'True' || first === '1';
  return isOurs(name) ? parsed(first) : first;
}

/** What the gateway reads itself has kinds; all else is the vendor's, who takes text. */
function isOurs(name: string): boolean {
  return name === 'metadata' || ownParameters.has(name) || ownRequestControls.has(name);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
