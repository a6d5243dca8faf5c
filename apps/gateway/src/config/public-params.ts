import { isMapping, type Mapping } from '../json/mapping.ts';

/** Members of `litellm_params` that nobody may read, by what their names speak of: one too many rather than one too few. */
const SECRET = /key|secret|token|passw|credential|authorization|headers|session|webhook/i;
/** Names that hold one of these words and mean a price or a count. */
const HARMLESS = /(^|_)cost(_|$)|tokens|token_ids|token_budget/i;

/** Whether what stands under this name is kept from vendors that did not ask for it and from readers of `/model/info`. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name) && !HARMLESS.test(name);
}

/** `litellm_params` as callers of `/model/info` may read them: without secrets, however deep they lie. */
export function publicParams(params: Mapping): Mapping {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (isSecretName(name) ? [] : [[name, publicValue(value)]])),
  );
}

function publicValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(publicValue);
  if (isMapping(value)) return publicParams(value);
  return typeof value === 'string' ? withoutAccess(value) : value;
}

/** An address without its user and its query, where keys stand at times. */
export function withoutAccess(text: string): string {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text) || !URL.canParse(text)) return text;
  const url = new URL(text);
  if (url.username === '' && url.password === '' && url.search === '') return text;
  url.username = '';
  url.password = '';
  url.search = '';
  return url.href;
}
