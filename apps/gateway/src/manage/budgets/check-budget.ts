import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { mappingIn } from '../../keys/settings.ts';
import type { EntityWriter } from '../../stored/entities/entity-writer.ts';

/** Members that name a budget: their own, and of keys that of their customers. */
const NAMING = ['budget_id', 'end_user_budget_id'];

/** Throws a 400 for a body that names a budget which is not there: whom it is to hold nothing would hold. */
export async function checkBudget(writer: EntityWriter, read: Mapping): Promise<void> {
  for (const [within, members] of [['', read] as const, ['metadata.', mappingIn(read, 'metadata')] as const]) {
    for (const name of NAMING) {
      const id = members[name];
      if (typeof id !== 'string' || (within !== '' && name === 'budget_id')) continue;
      if (await writer.find({ kind: 'budget', id })) continue;
      throw badRequest(`Budget not found, passed ${within}${name}=${id.slice(0, 200)}`, within + name);
    }
  }
}
