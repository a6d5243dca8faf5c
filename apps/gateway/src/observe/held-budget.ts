import type { Payer } from '../keys/budgets/payment.ts';
import { numberIn } from '../keys/settings.ts';
import type { VirtualKey } from '../keys/virtual-key.ts';
import type { Entity } from '../stored/entities/entity.ts';
import { purseName } from '../stored/entities/purse-name.ts';

/** What somebody may spend, in US dollars, whether or not it binds this call, and out of what. */
export interface HeldBudget {
  readonly most: number | undefined;
  readonly purse: Pick<Payer['purse'], 'spent' | 'windowEndsAt'>;
}

/** The budget of a key, or of somebody that it belongs to. */
export function heldBudget(key: VirtualKey, entity: Entity | undefined): HeldBudget | undefined {
  if (!entity) return undefined;
  const name = purseName(entity);
  const payer = key.payers.find(({ spender }) => spender.purse === name);
  return payer && { most: payer.spender.limit ?? numberIn(entity.settings, 'max_budget'), purse: payer.purse };
}
