import type { Caller } from '@showrunner/access';
import { badRequest } from '../failure/gateway-error.ts';
import { isMapping, type Mapping } from '../json/mapping.ts';
import { VirtualKey } from '../keys/virtual-key.ts';
import { isAdministrator } from './granter.ts';
import type { ManagementPorts } from './management-ports.ts';

const TABLES = ['model_max_budget', 'team_member_model_max_budget'];

/**
 * Throws a 400 for a budget of a model that nobody serves, which would hold nothing. To whoever may not ask a model it is
 * one of those.
 */
export function checkBudgetModels(
  { isServed, describe }: Pick<ManagementPorts, 'isServed' | 'describe'>,
  caller: Caller,
  read: Mapping,
): void {
  const isKnown = (model: string): boolean =>
    isServed(model) && !(caller instanceof VirtualKey && caller.models.ownerRefusing(describe(model)));
  for (const member of TABLES) {
    const table = read[member];
    const unknown = isMapping(table) ? Object.keys(table).find((model) => !isKnown(model)) : undefined;
    if (unknown === undefined) continue;
    throw badRequest(`${member} names a model that is not served: ${unknown.slice(0, 200)}`, member);
  }
}

/** A body of what administrators alone write, after the same look at it. */
export function withKnownModels(ports: ManagementPorts, caller: Caller, body: unknown): unknown {
  if (isAdministrator(caller) && isMapping(body)) checkBudgetModels(ports, caller, body);
  return body;
}
