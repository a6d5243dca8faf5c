import { ProviderError } from '@showrunner/providers';
import type { FallbackTable, FallbackTarget } from '../config/reading/fallback-table.ts';
import type { RoutingSettings } from '../config/sections/router-settings.ts';

/**
 * The groups to try after a group failed, in order. Context-window and content-policy failures take their own table
 * where one is configured, and then no other, because the generic ones would fail in the same way (LiteLLM's rule).
 */
export function fallbackGroups(group: string, failure: unknown, routing: RoutingSettings): readonly FallbackTarget[] {
  const kind = ProviderError.isInstance(failure) ? failure.kind : undefined;
  if (kind === 'context_window' && routing.contextWindowFallbacks)
    return lookUp(routing.contextWindowFallbacks, group) ?? [];
  if (kind === 'content_policy' && routing.contentPolicyFallbacks)
    return lookUp(routing.contentPolicyFallbacks, group) ?? [];
  return lookUp(routing.fallbacks, group) ?? routing.defaultFallbacks;
}

/** Exact name, then the name without its provider, then `*`. */
function lookUp(table: FallbackTable, group: string): readonly FallbackTarget[] | undefined {
  return table.get(group) ?? table.get(group.slice(group.indexOf('/') + 1)) ?? table.get('*');
}
