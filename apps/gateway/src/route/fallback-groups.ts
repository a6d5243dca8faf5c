import { ProviderError } from '@showrunner/providers';
import type { RoutingSettings } from '../config/sections/router-settings.ts';
import type { FallbackTable, FallbackTarget } from '../exchange/fallbacks.ts';
import type { RequestControls } from '../exchange/asked/request-controls.ts';

/** What a request says of fallbacks in place of the configuration. */
type Wished = Pick<RequestControls, 'fallbacks' | 'contextWindowFallbacks' | 'contentPolicyFallbacks'>;

/**
 * The groups to try after a group failed, in order. A list in the request serves whatever failed. A context window that
 * was exceeded takes its own table where there is one, and then no other, because the generic ones would fail in the
 * same way (LiteLLM's rule). What is against a vendor's policy need not be against another's: a group that its own table
 * says nothing of takes the generic one.
 */
export function fallbackGroups(
  group: string,
  failure: unknown,
  routing: RoutingSettings,
  wished: Wished,
): readonly FallbackTarget[] {
  const { fallbacks = routing.fallbacks } = wished;
  if (isList(fallbacks)) return fallbacks;
  const kind = ProviderError.isInstance(failure) ? failure.kind : undefined;
  const own = ownTable(kind, routing, wished);
  const ofKind = own && lookUp(own, group);
  if (ofKind) return ofKind;
  if (own && kind === 'context_window') return [];
  return lookUp(fallbacks, group) ?? (wished.fallbacks ? [] : routing.defaultFallbacks);
}

/** All that may be tried after a group, whatever fails it. */
export function everyFallback(group: string, routing: RoutingSettings, wished: Wished): readonly FallbackTarget[] {
  const { fallbacks = routing.fallbacks } = wished;
  if (isList(fallbacks)) return fallbacks;
  const windows = wished.contextWindowFallbacks ?? routing.contextWindowFallbacks;
  const policies = wished.contentPolicyFallbacks ?? routing.contentPolicyFallbacks;
  return [
    ...(lookUp(fallbacks, group) ?? (wished.fallbacks ? [] : routing.defaultFallbacks)),
    ...((windows && lookUp(windows, group)) ?? []),
    ...((policies && lookUp(policies, group)) ?? []),
  ];
}

function ownTable(
  kind: ProviderError['kind'] | undefined,
  routing: RoutingSettings,
  wished: Wished,
): FallbackTable | undefined {
  if (kind === 'context_window') return wished.contextWindowFallbacks ?? routing.contextWindowFallbacks;
  if (kind === 'content_policy') return wished.contentPolicyFallbacks ?? routing.contentPolicyFallbacks;
  return undefined;
}

function isList(fallbacks: FallbackTable | readonly FallbackTarget[]): fallbacks is readonly FallbackTarget[] {
  return Array.isArray(fallbacks);
}

/** Exact name, then the name without its provider, then `*`. */
function lookUp(table: FallbackTable, group: string): readonly FallbackTarget[] | undefined {
  return table.get(group) ?? table.get(group.slice(group.indexOf('/') + 1)) ?? table.get('*');
}
