import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { queryFlag as flag, queryText as text, unservedQuery } from '../query-members.ts';

const page = z.coerce.number('must be a whole number of at least 1').int().min(1);
const key = { kind: 'json', name: 'VirtualKey', schema: z.looseObject({}) } as const;
const changed = {
  kind: 'json',
  name: 'ChangedKeys',
  schema: z.looseObject({}),
} as const;
const reads = { method: 'get', tag: 'Keys', scope: 'keys:read' } as const;
const writes = { method: 'post', tag: 'Keys', scope: 'keys:write' } as const;

/** LiteLLM's other ways to choose keys for its list (1.108.7). */
const LIST_UNSERVED = [
  'status',
  'project_id',
  'agent_id',
  'access_group_id',
  'expires',
  'expand',
  'include_created_by_keys',
] as const;

/** Virtual keys, in LiteLLM's shapes. */
export const keyRoutes = {
  makeKey: {
    ...writes,
    path: '/key/generate',
    summary: 'Make a key',
    description: 'The key itself is told once, here. What is left out is as narrow as the key that asks.',
    answer: key,
    errors: [],
  },
  makeServiceKey: {
    ...writes,
    path: '/key/service-account/generate',
    summary: 'Make a key of a team that is no user’s',
    answer: key,
    errors: [],
  },
  getKey: {
    ...reads,
    path: '/key/info',
    summary: 'Read a key, by default the one that asks',
    query: z.object({ key: text }),
    answer: { kind: 'json', name: 'KeyInfo', schema: z.looseObject({ info: z.looseObject({}) }) },
    errors: ['NOT_FOUND'],
  },
  getKeys: {
    method: 'post',
    tag: 'Keys',
    scope: 'keys:read',
    path: '/v2/key/info',
    summary: 'Read several keys',
    answer: { kind: 'json', name: 'KeyInfos', schema: z.looseObject({ info: z.array(z.looseObject({})) }) },
    errors: ['NOT_FOUND'],
  },
  listKeys: {
    ...reads,
    path: '/key/list',
    summary: 'List keys, page by page',
    description:
      'Administrators see all, others their own and, with `include_team_keys`, those of teams that they administer.',
    query: z.object({
      page: page.default(1),
      size: page.max(100, 'must be at most 100').default(10),
      user_id: text,
      team_id: text,
      organization_id: text,
      key_hash: text,
      key_alias: text,
      substring_matching: flag,
      return_full_object: flag,
      include_team_keys: flag,
      search: text,
      ...unservedQuery(LIST_UNSERVED),
      sort_by: z
        .enum(['created_at', 'updated_at', 'key_alias'], 'must be created_at, updated_at or key_alias')
        .optional(),
      sort_order: z.enum(['asc', 'desc'], 'must be asc or desc').default('desc'),
    }),
    answer: {
      kind: 'json',
      name: 'KeyList',
      schema: z.object({
        keys: z.array(z.unknown()),
        total_count: z.int(),
        current_page: z.int(),
        total_pages: z.int(),
      }),
    },
    errors: [],
  },
  listKeyAliases: {
    ...reads,
    path: '/key/aliases',
    summary: 'List the aliases of keys, page by page',
    query: z.object({
      page: page.default(1),
      size: page.max(100, 'must be at most 100').default(50),
      search: text,
      team_id: text,
    }),
    answer: { kind: 'json', name: 'KeyAliases', schema: z.looseObject({ aliases: z.array(z.string()) }) },
    errors: [],
  },
  checkKey: {
    method: 'post',
    tag: 'Keys',
    scope: 'keys:read',
    path: '/key/health',
    summary: 'Tell whether the key that asks is as it is meant to be',
    answer: {
      kind: 'json',
      name: 'KeyHealth',
      schema: z.looseObject({ key: z.enum(['healthy', 'unhealthy']) }),
    },
    errors: [],
  },
  changeKey: { ...writes, path: '/key/update', summary: 'Change a key', answer: key, errors: ['NOT_FOUND'] },
  changeKeys: {
    ...writes,
    path: '/key/bulk_update',
    summary: 'Change many keys, each for itself',
    answer: changed,
    errors: [],
  },
  changeTeamKeys: {
    ...writes,
    path: '/team/key/bulk_update',
    summary: 'Change the same of many keys of a team',
    answer: changed,
    errors: ['NOT_FOUND'],
  },
  removeKeys: {
    ...writes,
    path: '/key/delete',
    summary: 'Delete keys, by themselves or by their aliases',
    answer: { kind: 'json', name: 'DeletedKeys', schema: z.object({ deleted_keys: z.array(z.string()) }) },
    errors: ['NOT_FOUND'],
  },
  blockKey: { ...writes, path: '/key/block', summary: 'Block a key', answer: key, errors: ['NOT_FOUND'] },
  unblockKey: { ...writes, path: '/key/unblock', summary: 'Unblock a key', answer: key, errors: ['NOT_FOUND'] },
  resetSpend: {
    ...writes,
    path: '/key/{key}/reset_spend',
    summary: 'Set what a key has spent',
    answer: key,
    errors: ['NOT_FOUND'],
  },
  renewKey: {
    ...writes,
    path: '/key/{key}/regenerate',
    summary: 'Make a key anew: another secret, and all else as it was',
    description: 'With `grace_period` the one before holds for so long.',
    answer: key,
    errors: ['NOT_FOUND'],
  },
  renewNamedKey: {
    ...writes,
    path: '/key/regenerate',
    summary: 'The same, with the key in the body',
    answer: key,
    errors: ['NOT_FOUND'],
  },
} as const satisfies RouteTable;
