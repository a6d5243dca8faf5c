import { hash } from 'node:crypto';
import type { ChatRequest } from '@showrunner/providers';
import { isMapping } from '../json/mapping.ts';

/**
 * The key of an answer: the same for the same question, however its members are ordered, and different for each
 * member that could change the answer, also for those that this gateway does not know (LiteLLM's key knows neither).
 */
export function cacheKey(request: ChatRequest, tenant: string, namespace: string | undefined): string {
  const digest = digestOf(request, tenant);
  return namespace === undefined ? digest : `${namespace}:${digest}`;
}

/** A request that is asked again by the same tenant keeps its digest. */
const digests = new WeakMap<ChatRequest, { readonly tenant: string; readonly digest: string }>();

function digestOf(request: ChatRequest, tenant: string): string {
  const known = digests.get(request);
  if (known?.tenant === tenant) return known.digest;
  const digest = hash('sha256', `${tenant}\n${canonicalJson(request)}`, 'hex');
  // Only what cannot change any more may keep it.
  if (Object.isFrozen(request)) digests.set(request, { tenant, digest });
  return digest;
}

/** JSON with the members of each object sorted by name. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  if (!isMapping(value)) return JSON.stringify(value) ?? 'null';
  let members = '';
  for (const name of Object.keys(value).sort()) {
    if (value[name] === undefined) continue;
    members += `${members === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(value[name])}`;
  }
  return `{${members}}`;
}
