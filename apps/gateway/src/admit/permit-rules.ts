import type { LimitHolder } from '@showrunner/access';
import { memberWithin } from '../config/sections/general-settings/demand-settings.ts';
import type { CacheControls } from '../exchange/asked/cache-controls.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { GatewayError } from '../failure/gateway-error.ts';
import { limitHolder } from '../keys/limits/holder-limits.ts';
import type { KeyRules } from '../keys/grants/key-rules.ts';
import { RouteGrants } from '../keys/grants/route-grants.ts';
import type { VirtualKey } from '../keys/virtual-key.ts';
import { passingOperation } from '../passing/operation.ts';
import { checkRequired, shownMembers } from './demands.ts';

/** Throws a 400 or 403 for a request that is not as its key is held to make them. What goes through is read by nobody. */
export function checkRules(
  { requiredMembers, cacheControls }: KeyRules,
  { operation, request, controls }: Exchange,
): void {
  if (operation === passingOperation) return;
  if (requiredMembers.length > 0) {
    checkRequired(shownMembers({ request, controls }), requiredMembers.map(memberWithin));
  }
  if (cacheControls.length === 0 || controls.cache === undefined) return;
  const other = saidOf(controls.cache).find((name) => !cacheControls.includes(name));
  if (other === undefined) return;
  throw refusal(`Not allowed to set ${other} as a cache control. Contact admin to change permissions.`, 'cache');
}

/** Throws a 403 where a key, or its team, is kept from a path on which requests go through. */
export function checkPassage(key: VirtualKey, path: string): void {
  const denied = key.rules?.deniedPassages ?? [];
  if (denied.length === 0 || !new RouteGrants(denied).name(path)) return;
  throw refusal(`Key/team denied access to passthrough route ${path.slice(0, 200)}`, 'None');
}

/** Throws a 403 for a key whose tokens of a day would have to be counted: those of batches are not. */
export function checkBatches(key: VirtualKey): void {
  if (key.rules?.refusesBatches !== true) return;
  throw refusal(
    'This key, its team or its budget has a tpd_limit, which is not counted here: it may make no batches',
    'tpd_limit',
  );
}

/** What a key may ask in a minute under each of these tags. */
export function tagLimitsOf({ rules, keyId }: VirtualKey, tags: readonly string[]): readonly LimitHolder[] {
  if (rules === undefined || rules.tagLimits.size === 0) return [];
  return tags.flatMap((tag) => {
    const most = rules.tagLimits.get(tag);
    if (most === undefined) return [];
    return [limitHolder({ name: 'tag_per_key', id: `${keyId}:${tag}` }, { settings: { rpm_limit: most } })];
  });
}

function saidOf({ skipRead, skipWrite, ttlSeconds, maxAgeSeconds, namespace, isOptedIn }: CacheControls): string[] {
  const said: Readonly<Record<string, boolean>> = {
    'no-cache': skipRead,
    'no-store': skipWrite,
    ttl: ttlSeconds !== undefined,
    's-maxage': maxAgeSeconds !== undefined,
    namespace: namespace !== undefined,
    'use-cache': isOptedIn,
  };
  return Object.keys(said).filter((name) => said[name]);
}

function refusal(message: string, param: string): GatewayError {
  return new GatewayError({ status: 403, type: 'auth_error', param, message });
}
