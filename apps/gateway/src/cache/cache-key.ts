import { hash } from 'node:crypto';
import type { Exchange } from '../exchange/exchange.ts';
import type { ModelRequest } from '../exchange/asked/model-request.ts';
import { isMapping } from '../json/mapping.ts';

/**
 * The key of an answer: the same for the same question in the same wire, however its members are ordered, and different
 * for each member that could change the answer, also for those that this gateway does not know (LiteLLM's key knows
 * neither). Nothing for a question whose answer is not to be kept.
 */
export function cacheKey(
  exchange: Exchange,
  namespace: string | undefined,
  request = exchange.request,
): string | undefined {
  const plain = digestOf(exchange, request);
  if (plain === undefined) return undefined;
  const digest = withTags(plain, exchange.controls.tags);
  return namespace === undefined ? digest : `${namespace}:${digest}`;
}

/** Tags choose who may answer, wherever they stand: those in the body's own members are in the digest already. */
function withTags(digest: string, tags: readonly string[] | undefined): string {
  if (tags === undefined || tags.length === 0) return digest;
  return hash('sha256', `${digest}\n${JSON.stringify([...new Set(tags)].sort())}`, 'hex');
}

/** A request that is asked again in the same workspace keeps its digest. */
const digests = new WeakMap<ModelRequest, { readonly workspace: string; readonly digest: string }>();

function digestOf({ operation, wire, record }: Exchange, request: ModelRequest): string | undefined {
  const { workspace } = record.caller;
  const known = digests.get(request);
  if (known?.workspace === workspace) return known.digest;
  const identity = operation.cacheIdentity(request);
  if (identity === undefined) return undefined;
  const asked = `${workspace}\n${operation.callType} ${wire.name}\n${canonicalJson(identity)}`;
  const digest = hash('sha256', asked, 'hex');
  // Only what cannot change any more may keep it; a frozen request is of one wire, and so of one operation.
  if (Object.isFrozen(request)) digests.set(request, { workspace, digest });
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
