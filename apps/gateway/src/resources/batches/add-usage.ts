import type { Usage } from '@showrunner/providers';
import { isMapping } from '../../json/mapping.ts';

/** What both used, member by member. */
export function addUsage(one: Usage, other: Usage): Usage {
  return added(one, other) as Usage;
}

/** Figures are added, and those within; of all else the first that is there holds. */
function added(one: unknown, other: unknown): unknown {
  if (typeof one === 'number' && typeof other === 'number') return one + other;
  if (!isMapping(one) || !isMapping(other)) return one ?? other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...names].map((name) => [name, added(one[name], other[name])]));
}
