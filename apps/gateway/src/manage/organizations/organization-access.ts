import type { Caller } from '@showrunner/access';
import { memberId } from '../../keys/holding.ts';
import { textIn } from '../../keys/settings.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { Entities } from '../../stored/entities/entities.ts';

/** Whether the caller is an admin of this organization. */
export async function looksAfterOrganization(
  entities: Entities,
  caller: Caller,
  organizationId: string | null | undefined,
): Promise<boolean> {
  if (!(caller instanceof VirtualKey) || caller.userId === undefined || typeof organizationId !== 'string')
    return false;
  const member = await entities.find({ kind: 'organization_member', id: memberId(organizationId, caller.userId) });
  return textIn(member?.settings, 'user_role') === 'org_admin';
}

/** The organizations of which the caller is an admin. */
export async function administeredOrganizations(entities: Entities, caller: Caller): Promise<string[]> {
  if (!(caller instanceof VirtualKey) || caller.userId === undefined) return [];
  const memberships = await entities.list({ kind: 'organization_member', userId: caller.userId });
  return memberships
    .filter(({ settings }) => textIn(settings, 'user_role') === 'org_admin')
    .flatMap(({ organizationId }) => organizationId ?? []);
}
