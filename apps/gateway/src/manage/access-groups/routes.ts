import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import type { Entities } from '../../stored/entities/entities.ts';
import { checkSeesEverything } from '../granter.ts';
import {
  addAccessGroup,
  changeAccessGroup,
  listAccessGroups,
  readAccessGroup,
  removeAccessGroup,
} from './access-groups.ts';

const group = { kind: 'json', name: 'AccessGroup', schema: z.looseObject({}) } as const;
const reads = { method: 'get', tag: 'Access groups', scope: 'access_groups:read', errors: ['NOT_FOUND'] } as const;
const writes = { tag: 'Access groups', scope: 'access_groups:write', errors: ['NOT_FOUND'] } as const;
const path = '/v1/access_group/{access_group_id}';

/** Names for several models at once, which teams and keys are given. */
export const accessGroupRoutes = {
  addAccessGroup: {
    ...writes,
    method: 'post',
    path: '/v1/access_group',
    summary: 'Make an access group',
    answer: group,
    errors: [],
  },
  listAccessGroups: {
    ...reads,
    path: '/v1/access_group',
    summary: 'List access groups',
    answer: { kind: 'json', name: 'AccessGroups', schema: z.array(z.looseObject({})) },
    errors: [],
  },
  getAccessGroup: { ...reads, path, summary: 'Read an access group', answer: group },
  changeAccessGroup: { ...writes, method: 'put', path, summary: 'Change an access group', answer: group },
  removeAccessGroup: { ...writes, method: 'delete', path, summary: 'Delete an access group', answer: group },
} as const satisfies RouteTable;

export function accessGroupHandlers(entities: Entities): Handlers<typeof accessGroupRoutes, Caller> {
  return {
    addAccessGroup: ({ request, caller }) => addAccessGroup(entities, caller, request.body),
    listAccessGroups({ caller }) {
      checkSeesEverything(caller);
      return listAccessGroups(entities);
    },
    getAccessGroup({ path: { access_group_id: id }, caller }) {
      checkSeesEverything(caller);
      return readAccessGroup(entities, id);
    },
    changeAccessGroup: ({ path: { access_group_id: id }, request, caller }) =>
      changeAccessGroup(entities, caller, id, request.body),
    removeAccessGroup: ({ path: { access_group_id: id }, caller }) => removeAccessGroup(entities, caller, id),
  };
}
