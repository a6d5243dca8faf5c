import { textIn } from '../../keys/settings.ts';
import { windowEnd, type Calendar } from '../../keys/budgets/window-end.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { EntityWriter } from '../../stored/entities/entity-writer.ts';

/** Sets what an entity has spent, where a body says so: in the window of its own budget, or of the one that it shares. */
export async function setSpent(
  writer: EntityWriter,
  entity: Entity,
  spend: unknown,
  calendar: Calendar,
): Promise<void> {
  if (typeof spend !== 'number') return;
  const shared = entity.budgetId === null ? undefined : await writer.find({ kind: 'budget', id: entity.budgetId });
  const duration = textIn(entity.settings, 'budget_duration') ?? textIn(shared?.settings, 'budget_duration');
  const endsAt = duration === undefined ? null : windowEnd(duration, Date.now(), calendar, entity.createdAt);
  await writer.setSpent(entity, spend, endsAt);
}
