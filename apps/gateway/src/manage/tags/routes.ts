import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { unservedQuery } from '../query-members.ts';

const changed = {
  kind: 'json',
  name: 'ChangedTag',
  schema: z.object({ message: z.string(), tag: z.looseObject({}) }),
} as const;
const reads = { method: 'get', tag: 'Tags', scope: 'tags:read' } as const;
const writes = { method: 'post', tag: 'Tags', scope: 'tags:write' } as const;

/** Tags by which calls are counted, in LiteLLM's shapes. */
export const tagRoutes = {
  makeTag: { ...writes, path: '/tag/new', summary: 'Make a tag, with a budget', answer: changed, errors: [] },
  changeTag: { ...writes, path: '/tag/update', summary: 'Change a tag', answer: changed, errors: ['NOT_FOUND'] },
  getTags: {
    ...reads,
    method: 'post',
    path: '/tag/info',
    summary: 'Read several tags',
    answer: { kind: 'json', name: 'TagsByName', schema: z.record(z.string(), z.looseObject({})) },
    errors: ['NOT_FOUND'],
  },
  listTags: {
    ...reads,
    path: '/tag/list',
    summary: 'List tags that were made',
    description: 'Administrators see all, others those that their key has.',
    query: z.object(unservedQuery(['start_date', 'end_date'])),
    answer: { kind: 'json', name: 'Tags', schema: z.array(z.looseObject({})) },
    errors: [],
  },
  removeTag: {
    ...writes,
    path: '/tag/delete',
    summary: 'Delete a tag',
    answer: { kind: 'json', name: 'DeletedTag', schema: z.object({ message: z.string() }) },
    errors: ['NOT_FOUND'],
  },
} as const satisfies RouteTable;
