import { UTC_MIDNIGHT, windowEnd } from '../../keys/window-end.ts';
import { textIn } from '../../keys/settings.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { EntityWriter } from '../../stored/entities/entity-writer.ts';

/** Sets what an entity has spent, where a body says so. */
export async function setSpent(writer: EntityWriter, entity: Entity, spend: unknown): Promise<void> {
  if (typeof spend !== 'number') return;
  const duration = textIn(entity.settings, 'budget_duration');
  const endsAt = duration === undefined ? null : windowEnd(duration, Date.now(), UTC_MIDNIGHT);
  await writer.setSpent(entity, spend, endsAt);
}
