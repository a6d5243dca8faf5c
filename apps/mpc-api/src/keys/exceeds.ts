import { allows } from '@showrunner/access';
import type { ApiKey } from './api-key.ts';

/** What one key has that goes beyond another. */
export interface Excess {
  /** `scopes`, `limits.daily_cost_usd`, … */
  readonly member: string;
  /** What the other allows, in words. */
  readonly allowed: string;
}

type Extent = Pick<ApiKey, 'scopes' | 'priority' | 'limits' | 'expiresAt'>;

/**
 * What of a key goes beyond its maker's: nobody makes, widens or takes over (by a new secret) a key that may more, costs
 * more or lasts longer than the one that it is done with.
 */
export function excessOf(key: Extent, maker: Extent): readonly Excess[] {
  const held = new Set(maker.scopes);
  const foreign = key.scopes.filter((scope) => !allows(held, scope));
  return [
    ...(foreign.length > 0 ? [{ member: 'scopes', allowed: `no ${foreign.join(', ')}` }] : []),
    ...(key.priority > maker.priority ? [{ member: 'priority', allowed: `at most ${maker.priority}` }] : []),
    ...limitNames.flatMap((name) => overLimit(name, key.limits[name], maker.limits[name])),
    ...(isLater(key.expiresAt, maker.expiresAt)
      ? [{ member: 'expires_at', allowed: `at latest ${maker.expiresAt}` }]
      : []),
  ];
}

const limitNames = ['requests_per_minute', 'max_parallel', 'daily_cost_usd'] as const;

function overLimit(name: (typeof limitNames)[number], limit: number | null, most: number | null): Excess[] {
  if (most === null || (limit !== null && limit <= most)) return [];
  return [{ member: `limits.${name}`, allowed: `at most ${most}` }];
}

function isLater(expiresAt: string | null, latest: string | null): boolean {
  return latest !== null && (expiresAt === null || expiresAt > latest);
}
