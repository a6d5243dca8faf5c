import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { queryText } from '../query-members.ts';

const organization = { kind: 'json', name: 'Organization', schema: z.looseObject({}) } as const;
const organizations = { kind: 'json', name: 'Organizations', schema: z.array(z.looseObject({})) } as const;
const member = { kind: 'json', name: 'OrganizationMember', schema: z.looseObject({}) } as const;
const reads = { method: 'get', tag: 'Organizations', scope: 'organizations:read', errors: ['NOT_FOUND'] } as const;
const writes = { tag: 'Organizations', scope: 'organizations:write', errors: ['NOT_FOUND'] } as const;

/** Organizations, their limits and people, in LiteLLM's shapes. */
export const organizationRoutes = {
  makeOrganization: {
    ...writes,
    method: 'post',
    path: '/organization/new',
    summary: 'Make an organization',
    answer: organization,
    errors: [],
  },
  getOrganization: {
    ...reads,
    path: '/organization/info',
    summary: 'Read an organization with its teams and people',
    query: z.object({ organization_id: queryText }),
    answer: organization,
  },
  listOrganizations: {
    ...reads,
    path: '/organization/list',
    summary: 'List organizations',
    description: 'Administrators see all, others those in which they are.',
    query: z.object({ org_id: queryText, org_alias: queryText }),
    answer: organizations,
    errors: [],
  },
  changeOrganization: {
    ...writes,
    method: 'patch',
    path: '/organization/update',
    summary: 'Change an organization',
    answer: organization,
  },
  removeOrganizations: {
    ...writes,
    method: 'delete',
    path: '/organization/delete',
    summary: 'Delete organizations, with their teams and keys',
    answer: organizations,
  },
  addOrganizationMembers: {
    ...writes,
    method: 'post',
    path: '/organization/member_add',
    summary: 'Take people into an organization',
    answer: organization,
  },
  changeOrganizationMember: {
    ...writes,
    method: 'patch',
    path: '/organization/member_update',
    summary: 'Change as what somebody is in an organization',
    answer: member,
  },
  removeOrganizationMember: {
    ...writes,
    method: 'delete',
    path: '/organization/member_delete',
    summary: 'Let somebody of an organization go',
    answer: member,
  },
} as const satisfies RouteTable;
