import type { Mapping } from '../json/mapping.ts';
import { ModelGrants } from '../keys/grants/model-grants.ts';
import type { ListOwner, ModelLists } from '../keys/grants/model-lists.ts';
import { mappingIn, numberIn, textsIn } from '../keys/settings.ts';
import type { VirtualKey } from '../keys/virtual-key.ts';
import type { Entity } from '../stored/entities/entity.ts';

/** What narrows: a figure is as wide as its granter's at most. */
export const CEILINGS = ['max_budget', 'max_parallel_requests', 'rpm_limit', 'tpm_limit'] as const;

/** How far somebody may grant: what keeps them themselves. */
export interface Bounds {
  readonly models: Pick<ModelLists, 'areOpen' | 'written' | 'ownerRefusing'>;
  readonly ceiling: (name: (typeof CEILINGS)[number]) => number | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly settings: Mapping;
}

/** What the holder of a key may itself: the narrowest of its key's, its budget's, and its user's. */
export function keyBounds({ holding, models, expiresAt }: VirtualKey): Bounds {
  const { key, user, budgets } = holding;
  const parts = [key, budgets.get(key.budgetId ?? ''), user];
  return { models, ceiling: (name) => narrowest(parts, name), expiresAt, settings: key.settings };
}

/** What a team, or an organization, may: for those who look after it. */
export function entityBounds(owner: ListOwner, entity: Entity, budget: Entity | undefined): Bounds {
  const grants = new ModelGrants(textsIn(entity.settings, 'models'));
  return {
    models: {
      areOpen: grants.isEverything,
      written: [grants.written],
      ownerRefusing: (model) => (grants.hold(model) ? undefined : owner),
    },
    ceiling: (name) => narrowest([entity, budget], name),
    expiresAt: Infinity,
    settings: { metadata: mappingIn(entity.settings, 'metadata') },
  };
}

function narrowest(parts: readonly (Entity | undefined)[], name: string): number | undefined {
  const figures = parts.flatMap((part) => numberIn(part?.settings, name) ?? []);
  return figures.length === 0 ? undefined : Math.min(...figures);
}
