import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import type { EntityWriter } from '../../stored/entities/entity-writer.ts';

/** Throws a 400 for a body that names a budget which is not there. */
export async function checkBudget(writer: EntityWriter, { budget_id: id }: Mapping): Promise<void> {
  if (typeof id !== 'string' || (await writer.find({ kind: 'budget', id }))) return;
  throw badRequest(`Budget not found, passed budget_id=${id.slice(0, 200)}`, 'budget_id');
}
