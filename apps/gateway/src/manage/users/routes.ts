import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { pageNumber, pageSize, queryText, unservedQuery } from '../query-members.ts';

const user = { kind: 'json', name: 'User', schema: z.looseObject({}) } as const;
const reads = { method: 'get', tag: 'Users', scope: 'users:read' } as const;
const writes = { method: 'post', tag: 'Users', scope: 'users:write' } as const;

/** Users, in LiteLLM's shapes. */
export const userRoutes = {
  makeUser: {
    ...writes,
    path: '/user/new',
    summary: 'Make a user, and a key of theirs',
    description:
      'For administrators. Without a role it is an `internal_user`; with `auto_create_key: false` no key is made.',
    answer: user,
    errors: [],
  },
  getUser: {
    ...reads,
    path: '/user/info',
    summary: 'Read a user with their keys and teams, by default the one who asks',
    query: z.object({ user_id: queryText }),
    answer: { kind: 'json', name: 'UserInfo', schema: z.looseObject({}) },
    errors: ['NOT_FOUND'],
  },
  getUserAlone: {
    ...reads,
    path: '/v2/user/info',
    summary: 'Read a user alone',
    query: z.object({ user_id: queryText }),
    answer: user,
    errors: ['NOT_FOUND'],
  },
  listUsers: {
    ...reads,
    path: '/user/list',
    summary: 'List users, page by page',
    query: z.object({
      page: pageNumber,
      page_size: pageSize,
      user_ids: queryText,
      user_email: queryText,
      team: queryText,
      search: queryText,
      sort_by: z
        .enum(['created_at', 'user_id', 'user_email'], 'must be created_at, user_id or user_email')
        .default('created_at'),
      sort_order: z.enum(['asc', 'desc'], 'must be asc or desc').default('desc'),
      ...unservedQuery(['role', 'sso_user_ids', 'organization_ids']),
    }),
    answer: {
      kind: 'json',
      name: 'UserPage',
      schema: z.looseObject({ users: z.array(z.looseObject({})), total: z.int() }),
    },
    errors: [],
  },
  changeUsers: {
    ...writes,
    path: '/user/bulk_update',
    summary: 'Change many users, each for itself',
    answer: { kind: 'json', name: 'ChangedUsers', schema: z.looseObject({}) },
    errors: [],
  },
  changeUser: { ...writes, path: '/user/update', summary: 'Change a user', answer: user, errors: ['NOT_FOUND'] },
  removeUsers: {
    ...writes,
    path: '/user/delete',
    summary: 'Delete users, with their keys',
    answer: { kind: 'json', name: 'DeletedUsers', schema: z.int() },
    errors: ['NOT_FOUND'],
  },
} as const satisfies RouteTable;
